package ringside.adapter.qemu;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import ringside.core.Progress;
import ringside.core.RingsideException;
import ringside.core.guest.Disk;
import ringside.core.guest.Guest;
import ringside.core.guest.GuestPlatform;
import ringside.core.guest.Serial;
import ringside.core.guest.render.Rendering;
import ringside.core.guest.render.Rendering.Step;
import ringside.core.guest.render.Target;
import ringside.core.guest.yaml.GuestFile;
import ringside.core.host.Answer;
import ringside.core.host.Command;
import ringside.core.host.Shell;
import ringside.core.hypervisor.Address;
import ringside.core.hypervisor.Entry;
import ringside.core.hypervisor.Groundwork;
import ringside.core.hypervisor.Launch;
import ringside.core.hypervisor.Register;
import ringside.core.hypervisor.Seating;
import ringside.core.hypervisor.Snapshots;

/** From a description to a QEMU that runs on its own, or to nothing at all. */
final class QemuStart {
    static final String PROGRAM = "qemu-system-x86_64";

    /** In an entry: QEMU's argument vector, the images that keep snapshots, why none are kept, the console's file. */
    static final String ARGV = "argv";

    static final String IMAGES = "images";
    static final String NO_SNAPSHOTS = "no_snapshots";
    static final String CONSOLE = "console";

    /** QEMU goes into the background when its devices are made, and until then tells what is wrong. */
    private static final Duration LIMIT = Duration.ofSeconds(60);

    /** Where renderings keep what belongs to one guest; here that is the guest's own folder. */
    private static final String STATE = "/var/lib/ringside/";

    /** With the mark that it has once run. */
    private static final String RUN = "mark=$1/started; shift; \"$@\" && : > \"$mark\"";

    private static final int LONGEST_SOCKET = 107; // sockaddr_un
    private static final int TRIES = 5;

    private final Shell host;
    private final Register register;
    private final GuestPlatform platform;
    private final String here;

    QemuStart(Shell host, Register register, GuestPlatform platform, String here) {
        this.host = host;
        this.register = register;
        this.platform = platform;
        this.here = here;
    }

    void start(Launch launch, Progress progress) {
        String folder = register.folder(launch.guest().name());
        if ((folder + "/qmp").length() > LONGEST_SOCKET)
            throw new RingsideException(
                    "The path of the guest's folder is too long for a socket: " + folder,
                    "set XDG_DATA_HOME to a shorter one");
        Launch there = launch.on(host, progress);
        for (int tries = 1; ; tries++) {
            try {
                once(there, folder, progress);
                return;
            } catch (RingsideException e) {
                // Somebody took the port between the question and the start
                if (tries == TRIES || !e.problem().contains("host forwarding rule")) throw e;
            }
        }
    }

    private void once(Launch launch, String folder, Progress progress) {
        Seating seating = seated(launch, folder);
        Guest guest = seating.guest();
        Rendering rendering = Rendering.of(guest, Target.of(platform));
        Entry entry = entry(launch, seating, argv(rendering, guest, folder));
        register.create(entry, GuestFile.write(guest));
        var groundwork = new Groundwork(host, guest);
        try {
            launch.seed().ifPresent(seed -> register.seed(entry, seed));
            groundwork.lay(own(rendering.before(), guest, folder), progress);
            groundwork.lay(seating.steps(), progress);
            progress.at("QEMU starts", Double.NaN);
            run(host, guest.name(), folder, entry.list(ARGV));
        } catch (RuntimeException failed) {
            undo(groundwork, folder, failed);
            throw failed;
        }
    }

    private Seating seated(Launch launch, String folder) {
        Seating seating = Seating.of(launch.guest(), folder);
        if (launch.image().isPresent() || launch.login().isPresent()) seating = seating.reachable(freePort());
        if (launch.seed().isPresent()) seating = seating.seeded(folder, folder);
        return launch.image().isPresent() ? seating.holding(launch.image().get(), folder, launch.overwrite()) : seating;
    }

    private int freePort() {
        if (host.target() instanceof ringside.core.host.Target.Local)
            try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
                return socket.getLocalPort();
            } catch (IOException none) {
                // Then one by chance, as on other hosts
            }
        return ThreadLocalRandom.current().nextInt(20_000, 32_000);
    }

    private Entry entry(Launch launch, Seating seating, List<String> argv) {
        Guest guest = seating.guest();
        Map<String, Object> own = new HashMap<>();
        own.put(ARGV, argv);
        own.put(
                IMAGES,
                guest.disks().stream()
                        .filter(disk -> disk.format() == Disk.Format.QCOW2)
                        .map(Disk::path)
                        .toList());
        own.put(NO_SNAPSHOTS, Snapshots.hindrance(guest));
        own.put(CONSOLE, guest.devices().serial() instanceof Serial.None ? "" : "console.log");
        return Entry.of(
                launch,
                guest.name(),
                here,
                seating.port().map(port -> new Address("127.0.0.1", port)),
                Command.of(argv).line(),
                own);
    }

    /** Two sockets and a file more than the guest asks for: ours. */
    private static List<String> argv(Rendering rendering, Guest guest, String folder) {
        var words = new ArrayList<String>();
        for (String word : rendering.commands().getLast()) {
            // What the guest prints after a second start is added to the file
            boolean console = word.startsWith("file,id=serial0,");
            words.add(own(word, guest, folder) + (console ? ",append=on" : ""));
        }
        words.addAll(List.of("-qmp", "unix:" + folder.replace(",", ",,") + "/qmp,server=on,wait=off"));
        words.addAll(List.of("-pidfile", folder + "/pid", "-daemonize"));
        return words;
    }

    private static List<Step> own(List<Step> steps, Guest guest, String folder) {
        return steps.stream()
                .map(step -> new Step(
                        step.why(),
                        step.command().stream()
                                .map(word -> own(word, guest, folder))
                                .toList()))
                .toList();
    }

    private static String own(String word, Guest guest, String folder) {
        String name = STATE + guest.name();
        return word.replace(name + "_VARS.fd", folder + "/VARS.fd").replace(name + "-tpm", folder + "/tpm");
    }

    /** Runs QEMU until it is in the background. */
    static void run(Shell host, String guest, String folder, List<String> argv) {
        var words = new ArrayList<>(List.of("sh", "-c", RUN, "sh", folder));
        words.addAll(argv);
        Answer answer = host.run(Command.of(words).within(LIMIT));
        if (answer.succeeded()) return;
        if (answer.exit() == Answer.NOT_FOUND)
            throw new RingsideException(
                    PROGRAM + " is not installed on " + host.name(), "install it there: qemu-system-x86 on Debian");
        String said = answer.ending() == Answer.Ending.EXITED
                ? Emulator.lastWords(answer)
                : "it was not ready within " + LIMIT.toSeconds() + " s";
        throw new RingsideException(
                "QEMU did not start guest \"" + guest + "\": " + said.replaceFirst("^qemu-system-x86_64: ", ""),
                "correct that, or see what 'ringside guest validate' says of the guest");
    }

    /** Whatever it was that ended the start, nothing of it stays; where that fails, too, its folder does, to be seen. */
    private void undo(Groundwork groundwork, String folder, RuntimeException failed) {
        boolean cancelled = Thread.interrupted();
        try {
            host.run(Command.of(
                    "sh", "-c", "p=$(cat \"$1/pid\" 2>/dev/null) && [ -n \"$p\" ] && kill -9 \"$p\"", "sh", folder));
            groundwork.undo();
            register.remove(folder);
        } catch (RingsideException second) {
            failed.addSuppressed(second);
        } finally {
            if (cancelled) Thread.currentThread().interrupt();
        }
    }
}
