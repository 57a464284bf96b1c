package ringside.workbench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import ringside.Exclusive;
import ringside.Lab;
import ringside.adapter.libvirt.Daemons;
import ringside.adapter.libvirt.SecondDaemon;
import ringside.core.Progress;
import ringside.core.feature.Probed;
import ringside.core.guest.GuestPlatform;
import ringside.core.host.AccessQuestions;
import ringside.core.host.Shell;
import ringside.core.host.Target;
import ringside.core.hypervisor.Register;
import ringside.core.image.GuestImage;
import ringside.core.trial.Trial;
import ringside.core.trial.Trials;

/** A real guest is paused, taken back and saved, and what it holds proves it. */
@Exclusive
class TrialLabTest {
    private static final Duration BOOT = Duration.ofMinutes(3);

    @TempDir
    static Path data;

    private static Supplier<GuestImage> image = LabImage::needed;

    @BeforeAll
    static void build() {
        GuestImage built = LabImage.needed();
        image = () -> built;
    }

    private static List<Probed> tried(GuestPlatform platform, Optional<String> destination) {
        var drivers = new Drivers(Hosts.shells(), data);
        List<Probed> answers =
                new Trials(drivers, image, BOOT, destination).of(platform, Trial.ALL, Progress.SILENT, answer -> {});
        try (Shell shell = Hosts.shells().open(Target.LOCAL, AccessQuestions.NOBODY)) {
            assertEquals(
                    List.of(),
                    drivers.register(shell).all().stream()
                            .map(Register.Found::name)
                            .toList());
        }
        return answers;
    }

    private static void proven(List<Probed> answers, String... features) {
        for (String feature : features) {
            Probed answer = answers.stream()
                    .filter(one -> one.feature().equals(feature))
                    .findFirst()
                    .orElseThrow();
            assertEquals(Probed.Verdict.TRIED, answer.verdict(), () -> answer.answer() + "\n" + answer.log());
        }
    }

    @Test
    void whatQemuPromisesIsProvenWithAGuestThatIsGoneAfterwards() {
        List<Probed> answers = tried(GuestPlatform.QEMU, Optional.empty());
        proven(
                answers,
                "pause",
                "snap-live",
                "snap-memory",
                "save-restore",
                "live-migration",
                "cpu-hotplug",
                "mem-hotplug",
                "nested-virt");
        Probed snapshot = answers.stream()
                .filter(one -> one.feature().equals("snap-live"))
                .findFirst()
                .orElseThrow();
        assertTrue(snapshot.log().contains("holds: its disk is as it was"), snapshot::log);
    }

    @Test
    void aTrialThatIsKilledLeavesAGuestThatIsListedAndRemoved(@TempDir Path folder) throws Exception {
        Path cache = Files.createDirectory(folder.resolve("cache"));
        Files.createSymbolicLink(cache.resolve("ringside"), LabImage.folder());
        var program = new Program(folder).with("XDG_CACHE_HOME", cache.toString());
        Process trial = program.start("guest", "trial", "--platform", "qemu", "--only", "pause", "--no-save");
        Path guest = started(folder.resolve("data/ringside/guests"), trial);
        trial.destroyForcibly().waitFor();
        String name = guest.getFileName().toString();
        String listed = program.run("guest", "list");
        assertTrue(listed.contains(name) && listed.contains("has ended"), listed);
        program.start("doctor").waitFor();
        String doctor = Files.readString(folder.resolve("out"));
        assertTrue(doctor.contains("ringside guest destroy " + name), doctor);
        program.run("guest", "destroy", name);
        assertEquals("No guests.\n", program.run("guest", "list"));
        assertTrue(ProcessHandle.allProcesses()
                .noneMatch(process -> process.info()
                        .commandLine()
                        .filter(line -> line.contains(guest.toString()))
                        .isPresent()));
    }

    /** The folder of the guest, once its QEMU runs. */
    private static Path started(Path guests, Process trial) throws Exception {
        for (int tries = 0; tries < 600 && trial.isAlive(); tries++) {
            Thread.sleep(100);
            if (!Files.isDirectory(guests)) continue;
            try (Stream<Path> folders = Files.list(guests)) {
                Optional<Path> runs = folders.filter(each -> Files.exists(each.resolve("started")))
                        .findFirst();
                if (runs.isPresent()) return runs.get();
            }
        }
        return fail("no guest was started");
    }

    @Nested
    class UnderLibvirt {
        private static Daemons daemons;
        private static SecondDaemon second;

        @BeforeAll
        static void begin() throws Exception {
            assumeTrue(Boolean.getBoolean("ringside.slow"), "this takes a minute or two: -Dringside.slow=true runs it");
            Lab.needsRoot();
            daemons = Daemons.running();
            second = SecondDaemon.in(data.resolve("second"));
        }

        @AfterAll
        static void end() {
            if (second != null) second.close();
            if (daemons != null) daemons.close();
        }

        @Test
        void whatLibvirtPromisesIsProvenToo() {
            proven(
                    tried(GuestPlatform.LIBVIRT_QEMU, Optional.of(second.uri())),
                    "pause",
                    "snap-live",
                    "snap-memory",
                    "save-restore",
                    "live-migration",
                    "cpu-hotplug");
        }
    }
}
