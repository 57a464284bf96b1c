package ringside.core.guest.validate;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScratchTest {
    private static final String OURS = "ringside-check-";

    @Test
    void theNextCheckRemovesWhatAKilledOneLeftAndNothingElse(@TempDir Path folder) throws Exception {
        assumeTrue(Files.isExecutable(Path.of("/bin/true")), "no /bin/true");
        Process dead = new ProcessBuilder("/bin/true").start();
        dead.waitFor();
        Path kept = Files.writeString(folder.resolve("kept"), "behind a link");
        try (Scratch ours = Scratch.create()) {
            Path place = Objects.requireNonNull(ours.folder().getParent());
            Path left = Files.createDirectory(place.resolve(OURS + dead.pid() + "-1"));
            Files.createSymbolicLink(left.resolve("link"), folder);
            Path foreign = Files.createDirectory(place.resolve(OURS + "of-somebody-" + dead.pid()));
            try (Scratch next = Scratch.create()) {
                assertTrue(Files.isDirectory(next.folder()));
            }
            assertFalse(Files.exists(left));
            assertTrue(Files.exists(kept), "links are not followed");
            assertTrue(Files.isDirectory(foreign));
            assertTrue(Files.isDirectory(ours.folder()), "its process lives");
            Files.delete(foreign);
        }
    }
}
