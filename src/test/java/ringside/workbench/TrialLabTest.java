package ringside.workbench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import ringside.core.Progress;
import ringside.core.feature.Probed;
import ringside.core.guest.GuestPlatform;
import ringside.core.trial.Trial;
import ringside.core.trial.Trials;

/** Real guests under QEMU are paused, taken back and saved, and what they hold proves it. */
class TrialLabTest {
    @TempDir
    Path data;

    @Test
    void whatQemuPromisesIsProvenWithAGuestThatIsGoneAfterwards() {
        var drivers = new Drivers(Hosts.shells(), data);
        var trials = new Trials(drivers, LabImage.needed(), Duration.ofMinutes(3));
        List<Probed> answers = trials.of(GuestPlatform.QEMU, Trial.ALL, Progress.SILENT, answer -> {});
        assertEquals(
                List.of("pause", "snap-live", "snap-memory", "save-restore"),
                answers.stream().map(Probed::feature).toList());
        for (Probed answer : answers)
            assertEquals(Probed.Verdict.TRIED, answer.verdict(), () -> answer.answer() + "\n" + answer.log());
        assertTrue(answers.get(1).log().contains("holds: its disk is as it was"), answers.get(1)::log);
        try (var shell = Hosts.shells().open(ringside.core.host.Target.LOCAL, ringside.core.host.AccessQuestions.NOBODY)) {
            assertEquals(
                    "",
                    drivers.register(shell).all().stream().map(found -> found.name()).collect(Collectors.joining()));
        }
    }
}
