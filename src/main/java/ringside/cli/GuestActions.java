package ringside.cli;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import ringside.core.RingsideException;
import ringside.core.hypervisor.Hypervisor;
import ringside.core.hypervisor.Migration;

/** The commands on one guest that is there. */
final class GuestActions {
    private GuestActions() {}

    static List<Callable<Integer>> all(Session session) {
        return List.of(
                new Stop(session),
                new Destroy(session),
                new Console(session),
                new Snapshot(session),
                new Revert(session),
                new Pause(session),
                new Resume(session),
                new Save(session),
                new Restore(session),
                new Migrate(session));
    }

    /** What they have in common: a guest's name, and where it is. */
    private abstract static class OnGuest implements Callable<Integer> {
        final Session session;

        @Mixin
        private OnHost on = new OnHost();

        @Parameters(index = "0", paramLabel = "NAME", description = "the guest")
        String guest = "";

        OnGuest(Session session) {
            this.session = session;
        }

        @Override
        public final Integer call() {
            return on.with(guest, hypervisor -> {
                act(hypervisor);
                return 0;
            });
        }

        abstract void act(Hypervisor hypervisor);
    }

    @Command(name = "stop", description = "Asks a guest's operating system to power off, and waits for it.")
    private static final class Stop extends OnGuest {
        @Option(
                names = "--within",
                paramLabel = "SECONDS",
                defaultValue = "60",
                description = "how long to wait; ${DEFAULT-VALUE} if not said")
        private int seconds;

        Stop(Session session) {
            super(session);
        }

        @Override
        void act(Hypervisor hypervisor) {
            if (!hypervisor.stop(guest, Duration.ofSeconds(seconds)))
                throw new RingsideException(
                        "Guest \"" + guest + "\" has not powered off within " + seconds + " s",
                        "wait longer, or end it at once by 'ringside guest destroy'");
            session.out().println(guest + " is off");
        }
    }

    @Command(
            name = "destroy",
            description = {
                "Ends a guest at once, and removes what was made for it: its snapshots, and a disk made from an image.",
                "Disks that its description names stay."
            })
    private static final class Destroy extends OnGuest {
        Destroy(Session session) {
            super(session);
        }

        @Override
        void act(Hypervisor hypervisor) {
            hypervisor.destroy(guest);
            session.out().println(guest + " is removed");
        }
    }

    @Command(
            name = "console",
            description = "Prints what a guest has written to its first serial port, the last 256 KiB.")
    private static final class Console extends OnGuest {
        Console(Session session) {
            super(session);
        }

        @Override
        void act(Hypervisor hypervisor) {
            String text = hypervisor.console(guest);
            // A guest may write what moves a terminal's cursor, or worse
            session.out().print(text.replaceAll("\\x1b\\[[0-9;?]*[A-Za-z]|[\\p{Cntrl}&&[^\\n\\t]]", ""));
        }
    }

    @Command(
            name = "snapshot",
            description = "Keeps a guest's memory and disks as they are now, or lists what is kept.")
    private static final class Snapshot extends OnGuest {
        @Parameters(index = "1", arity = "0..1", paramLabel = "SNAPSHOT", description = "its name; a list if not said")
        private String snapshot = "";

        Snapshot(Session session) {
            super(session);
        }

        @Override
        void act(Hypervisor hypervisor) {
            if (snapshot.isEmpty()) hypervisor.snapshots(guest).forEach(session.out()::println);
            else {
                hypervisor.snapshot(guest, snapshot);
                session.out().println(guest + " is kept as " + snapshot);
            }
        }
    }

    @Command(
            name = "revert",
            description =
                    "Takes a guest back to a snapshot; its clock stands at that time, and what came after is lost.")
    private static final class Revert extends OnGuest {
        @Parameters(index = "1", paramLabel = "SNAPSHOT", description = "the snapshot")
        private String snapshot = "";

        Revert(Session session) {
            super(session);
        }

        @Override
        void act(Hypervisor hypervisor) {
            hypervisor.revert(guest, snapshot);
            session.out().println(guest + " is as it was at " + snapshot);
        }
    }

    @Command(name = "pause", description = "Stops a guest's processors; it stays in memory.")
    private static final class Pause extends OnGuest {
        Pause(Session session) {
            super(session);
        }

        @Override
        void act(Hypervisor hypervisor) {
            hypervisor.pause(guest);
            session.out().println(guest + " is paused");
        }
    }

    @Command(name = "resume", description = "Lets a paused guest go on.")
    private static final class Resume extends OnGuest {
        Resume(Session session) {
            super(session);
        }

        @Override
        void act(Hypervisor hypervisor) {
            hypervisor.resume(guest);
            session.out().println(guest + " is running");
        }
    }

    @Command(
            name = "save",
            description = "Writes a guest's memory to disk and ends it, so that it can go on from there.")
    private static final class Save extends OnGuest {
        Save(Session session) {
            super(session);
        }

        @Override
        void act(Hypervisor hypervisor) {
            hypervisor.save(guest);
            session.out().println(guest + " is saved");
        }
    }

    @Command(name = "restore", description = "Lets a saved guest go on.")
    private static final class Restore extends OnGuest {
        Restore(Session session) {
            super(session);
        }

        @Override
        void act(Hypervisor hypervisor) {
            hypervisor.restore(guest);
            session.out().println(guest + " is running");
        }
    }

    @Command(
            name = "migrate",
            description = {
                "Moves a guest that runs into another VMM on its host, and says how long it ran in neither.",
                "If that fails it goes on where it was."
            })
    private static final class Migrate extends OnGuest {
        @Option(
                names = "--to",
                paramLabel = "URI",
                defaultValue = "",
                description = "another libvirt daemon of the same host; without, another QEMU process")
        private String destination = "";

        Migrate(Session session) {
            super(session);
        }

        @Override
        void act(Hypervisor hypervisor) {
            Migration moved = hypervisor.migrate(guest, destination);
            session.out()
                    .println("%s was moved in %s ms, and ran on neither side for %s ms"
                            .formatted(
                                    guest,
                                    moved.whole().toMillis(),
                                    moved.downtime().toMillis()));
        }
    }
}
