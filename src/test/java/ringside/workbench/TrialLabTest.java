package ringside.workbench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import ringside.Exclusive;
import ringside.Lab;
import ringside.adapter.libvirt.Daemons;
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

    private static List<Probed> tried(GuestPlatform platform) {
        var drivers = new Drivers(Hosts.shells(), data);
        List<Probed> answers =
                new Trials(drivers, image, BOOT).of(platform, Trial.ALL, Progress.SILENT, answer -> {});
        try (Shell shell = Hosts.shells().open(Target.LOCAL, AccessQuestions.NOBODY)) {
            assertEquals(
                    List.of(),
                    drivers.register(shell).all().stream().map(Register.Found::name).toList());
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
        List<Probed> answers = tried(GuestPlatform.QEMU);
        proven(answers, "pause", "snap-live", "snap-memory", "save-restore");
        assertTrue(answers.get(1).log().contains("holds: its disk is as it was"), answers.get(1)::log);
    }

    @Nested
    class UnderLibvirt {
        private static Daemons daemons;

        @BeforeAll
        static void begin() throws Exception {
            Lab.needsRoot();
            daemons = Daemons.running();
        }

        @AfterAll
        static void end() {
            if (daemons != null) daemons.close();
        }

        @Test
        void whatLibvirtPromisesIsProvenToo() {
            proven(tried(GuestPlatform.LIBVIRT_QEMU), "pause", "snap-live", "snap-memory", "save-restore");
        }
    }
}
