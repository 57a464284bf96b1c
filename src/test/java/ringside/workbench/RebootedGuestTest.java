package ringside.workbench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import ringside.Exclusive;
import ringside.adapter.jdbc.JdbcStore;
import ringside.adapter.local.LocalShell;
import ringside.core.Progress;
import ringside.core.bench.Plan;
import ringside.core.bench.Subject;
import ringside.core.bench.plan.PlanFile;
import ringside.core.bench.run.Controls;
import ringside.core.bench.run.Event;
import ringside.core.bench.run.Guests;
import ringside.core.bench.run.Measuring;
import ringside.core.bench.run.Session;
import ringside.core.bench.run.Slot;
import ringside.core.bench.suite.Suite;
import ringside.core.format.Formats;
import ringside.core.format.Verifying;
import ringside.core.guest.GuestPlatform;
import ringside.core.host.AccessQuestions;
import ringside.core.host.Command;
import ringside.core.host.Shell;
import ringside.core.host.Target;
import ringside.core.hypervisor.Driver;
import ringside.core.hypervisor.Hypervisor;
import ringside.core.hypervisor.Hypervisors.Place;
import ringside.core.hypervisor.Launch;
import ringside.core.hypervisor.Owner;
import ringside.core.image.GuestImage;
import ringside.core.result.Configuration;
import ringside.core.result.ResultStore;
import ringside.core.result.Selection;

/** A real guest that is measured over SSH and started anew in the middle: no run is lost, none is made twice. */
@Exclusive
class RebootedGuestTest {
    private static final Duration BOOT = Duration.ofMinutes(3);
    private static final String NAME = "lab-rebooted";
    private static final int REPETITIONS = 4;

    private static final Plan PLAN = PlanFile.read("rebooted", """
            ringside-plan: 1
            id: rebooted
            version: 1
            title: To be started anew
            description: Short calls of a program that is brought there.
            repetitions: {warm_up: 1, at_least: %d, at_most: %d, target_percent: 50}
            affinity: free
            directory: /var/tmp
            longest_s: 60
            benchmarks:
              - benchmark: context-switch
                array: [0, 1k, 4k]
                stride: 0
                rounds: 1
                round_ms: 20
            """.formatted(REPETITIONS, REPETITIONS));

    @TempDir
    static Path data;

    private static GuestImage image;

    private final ResultStore store = JdbcStore.open("jdbc:h2:mem:" + UUID.randomUUID());
    private final List<Event> events = Collections.synchronizedList(new ArrayList<>());
    private final Drivers drivers = new Drivers(Hosts.shells(), data);

    @BeforeAll
    static void build() {
        assumeTrue(Boolean.getBoolean("ringside.slow"), "this takes minutes: -Dringside.slow=true runs it");
        image = LabImage.needed();
    }

    @Test
    void whatIsMeasuredGoesOnAfterTheGuestWasStartedAnew() throws Exception {
        try (Hypervisor qemu = drivers.open(Place.here(Driver.QEMU), AccessQuestions.NOBODY)) {
            var launch = Launch.of(GuestLabTest.guest(NAME, ringside.core.guest.Disk.Format.QCOW2), GuestPlatform.QEMU)
                    .with(image)
                    .with(Owner.thisSession(drivers.here()));
            try {
                qemu.start(launch, Progress.SILENT);
                enter(qemu).close();
                measure(qemu);
            } finally {
                if (qemu.find(NAME).isPresent()) qemu.destroy(NAME);
            }
        } finally {
            store.close();
        }
    }

    private Shell enter(Hypervisor qemu) {
        return drivers.enter(qemu, NAME, Target.LOCAL, AccessQuestions.NOBODY, BOOT, Progress.SILENT);
    }

    private void measure(Hypervisor qemu) throws Exception {
        var measuring = new Measuring(
                (target, questions) -> target.equals(Target.LOCAL) ? new LocalShell() : enter(qemu),
                store,
                data.resolve("bench"),
                Suite.all(),
                Guests.NONE);
        var guest = new Subject(
                Configuration.of("qemu", NAME), new Target.Ssh(Optional.empty(), NAME, OptionalInt.empty()), NAME);
        Session session = measuring.begin(PLAN, List.of(guest), "mine", OptionalLong.of(1));

        // It is started anew under the runner, which waits for it; then the runner is stopped and does not see the next
        var controls = new Controls();
        Thread running = Thread.ofVirtual().start(() -> measure(measuring, session, controls));
        await(running, 5);
        reboot(qemu);
        await(running, 10);
        controls.cancel();
        running.join();
        assertTrue(events.stream().anyMatch(Event.SubjectBack.class::isInstance), events::toString);
        assertFalse(last().complete());
        reboot(qemu);

        assertEquals(session, measuring.unfinished().orElseThrow());
        measure(measuring, session, new Controls());
        assertEquals(List.of(), last().remaining());
        List<Slot> slots = slots();
        assertEquals(3 * (1 + REPETITIONS), slots.size());
        assertEquals(slots.size(), Set.copyOf(slots).size(), "none was made twice");
        assertEquals(3L * REPETITIONS, store.runs("mine").size());
        assertTrue(store.count(Selection.ofSets(Set.of("mine"))) >= 3L * REPETITIONS);
        assertEquals(
                List.of(),
                new Verifying(store, new Formats(List.copyOf(Formats.tools())))
                        .verify("mine")
                        .faults());
        try (Shell inside = enter(qemu)) {
            assertEquals(
                    "",
                    inside.run(Command.of("sh", "-c", "ls /var/tmp | grep ringside-2; exit 0"))
                            .out());
        }
    }

    private void measure(Measuring measuring, Session session, Controls controls) {
        measuring.measure(session, AccessQuestions.NOBODY, controls, events::add);
    }

    private void await(Thread running, int runs) throws InterruptedException {
        while (running.isAlive() && slots().size() < runs) Thread.sleep(100);
        assertTrue(running.isAlive(), events::toString);
    }

    private List<Slot> slots() {
        synchronized (events) {
            return events.stream()
                    .filter(Event.RunEnded.class::isInstance)
                    .map(event -> ((Event.RunEnded) event).slot())
                    .toList();
        }
    }

    private Event.Finished last() {
        return (Event.Finished) events.getLast();
    }

    /** As power that fails and comes back: nothing in it is asked to end. */
    private void reboot(Hypervisor qemu) {
        String before;
        try (Shell inside = enter(qemu)) {
            before = boot(inside);
            inside.run(Command.of("sh", "-c", "echo 1 > /proc/sys/kernel/sysrq; echo b > /proc/sysrq-trigger"));
        } catch (ringside.core.RingsideException gone) {
            before = "";
        }
        String after = before;
        for (int i = 0; i < 100 && after.equals(before); i++) {
            try (Shell inside = enter(qemu)) {
                after = boot(inside);
            } catch (ringside.core.RingsideException stillGoing) {
                // It goes down, or is not up yet
            }
        }
        assertNotEquals(before, after, "it was not started anew");
    }

    private static String boot(Shell inside) {
        return inside.run(Command.of("cat", "/proc/sys/kernel/random/boot_id")).out();
    }
}
