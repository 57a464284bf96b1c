package ringside.cli;

import java.nio.file.Path;
import java.util.List;

/**
 * What the window opens with.
 *
 * @param store its location, empty for the usual one
 * @param files brought in as if they were dropped on the window
 */
public record Opening(String store, List<Path> files) {
    public Opening {
        files = List.copyOf(files);
    }
}
