package ringside.core.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import ringside.adapter.local.LocalShell;
import ringside.core.Progress;
import ringside.core.RingsideException;
import ringside.core.bench.Plan;
import ringside.core.bench.Subject;
import ringside.core.bench.plan.Plans;
import ringside.core.bench.run.Guests;
import ringside.core.guest.Disk;
import ringside.core.guest.GuestPlatform;
import ringside.core.guest.preset.Preset;
import ringside.core.host.AccessQuestions;
import ringside.core.host.Target;
import ringside.core.hypervisor.Leftover;
import ringside.core.image.Images;
import ringside.core.json.Json;
import ringside.ui.domain.MadeUpGuests;

/** Guests of a session on a hypervisor that is made up. */
class StartedGuestsTest {
    private static final Plan PLAN = Plans.byId(Plans.USUAL).orElseThrow();

    @TempDir
    Path folder;

    private MadeUpGuests hypervisors;
    private Images images;
    private Guests guests;

    @BeforeEach
    void prepare() throws IOException {
        hypervisors = new MadeUpGuests(folder.resolve("guests")).letting(LocalShell::new);
        images = new Images(folder.resolve("images"), image -> List.of());
        guests = new StartedGuests(hypervisors, images, Duration.ofSeconds(1));
        image("0123456789abcdef");
    }

    private void image(String checksum) throws IOException {
        Path image = Files.createDirectories(folder.resolve("images/lab"));
        var map = new LinkedHashMap<String, Object>();
        map.put("ringside-image", 1);
        map.put("name", "lab");
        map.put("release", "bookworm");
        map.put("packages", List.of());
        map.put("recipe", "none");
        map.put("host_key", "ssh-ed25519 AAAA");
        map.put("checksum", checksum);
        map.put("made", "2026-11-26T00:00:00Z");
        map.put("bytes", 1);
        Files.writeString(image.resolve("image.json"), Json.pretty(map));
    }

    private Subject subject() {
        return new Experiment(
                        PLAN,
                        false,
                        List.of(GuestPlatform.QEMU),
                        List.of(1),
                        List.of(Disk.Format.RAW),
                        Preset.of(Experiment.USUAL_GUEST).guest())
                .subjects(images.image("lab"), Target.LOCAL)
                .getFirst();
    }

    private Guests.Entered enter() {
        return guests.enter("bench-1", subject(), AccessQuestions.NOBODY, Progress.SILENT);
    }

    private boolean remove() {
        return guests.remove("bench-1", subject(), AccessQuestions.NOBODY);
    }

    @Test
    void aGuestIsStartedUnderTheSessionsNameAndItsConfigurationKept() {
        assertEquals("run bench-1", enter().configuration());
        assertEquals(List.of("start bench-1 on qemu"), hypervisors.asked());
        assertEquals(Set.of(), Set.copyOf(leftovers()), "while this session lives nobody else shall remove it");
        assertTrue(remove());
        assertFalse(remove());
        assertEquals(List.of("start bench-1 on qemu", "destroy bench-1"), hypervisors.asked());
    }

    private List<Leftover> leftovers() {
        return Leftover.of(hypervisors.register(new LocalShell()), hypervisors.here());
    }

    @Test
    void aGuestThatLetsNobodyInIsRemovedAndItsTroubleTold() {
        hypervisors.letting(() -> {
            throw new RingsideException("Guest \"bench-1\" did not let us in by SSH within 1 s", "see its console");
        });
        var trouble = assertThrows(RingsideException.class, this::enter);
        assertTrue(trouble.problem().contains("did not let us in"), trouble::problem);
        assertEquals(List.of("start bench-1 on qemu", "destroy bench-1"), hypervisors.asked());
        assertEquals(Optional.empty(), hypervisors.register(new LocalShell()).find("bench-1"));
    }

    @Test
    void aCancelledStartLeavesNothing() {
        hypervisors.letting(() -> {
            Thread.currentThread().interrupt();
            throw new Progress.Cancelled();
        });
        assertThrows(Progress.Cancelled.class, this::enter);
        assertTrue(Thread.interrupted());
        assertEquals(Optional.empty(), hypervisors.register(new LocalShell()).find("bench-1"));
    }

    @Test
    void anImageThatIsAnotherOneNowIsRefusedInTheMiddleOfAnExperiment() throws IOException {
        Subject begun = subject();
        image("fedcba9876543210");
        var refusal = assertThrows(
                RingsideException.class, () -> guests.enter("bench-1", begun, AccessQuestions.NOBODY, Progress.SILENT));
        assertTrue(refusal.problem().startsWith("The image lab is another one now"), refusal::problem);
        assertEquals(List.of(), hypervisors.asked());
    }
}
