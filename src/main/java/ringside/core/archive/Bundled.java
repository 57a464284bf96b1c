package ringside.core.archive;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import ringside.core.Progress;
import ringside.core.RingsideException;
import ringside.core.format.Content;
import ringside.core.format.Importing;
import ringside.core.format.Request;
import ringside.core.result.ResultStore;

/** The archives that come with the program, given once to each store: what a user deleted does not come back. */
public final class Bundled {
    private static final String FOLDER = "/ringside/samples/";
    private static final String MEMO = "bundled/";

    private Bundled() {}

    /** File names, sorted. */
    public static List<String> names() {
        try (InputStream in = resource("bundled.txt")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static void give(ResultStore store, Importing importing, Progress progress) {
        for (String name : names()) {
            if (store.recall(MEMO + name).isPresent()) continue;
            Content archive = Content.of(name, () -> resource(name));
            try {
                importing.read(archive, Request.AUTOMATIC, progress);
            } catch (RingsideException givenMeanwhile) {
                // By another workbench that opened the same new store: the second look finds it there
                importing.read(archive, Request.AUTOMATIC, progress);
            }
            store.remember(MEMO + name, "given");
        }
    }

    private static InputStream resource(String name) throws IOException {
        InputStream in = Bundled.class.getResourceAsStream(FOLDER + name);
        if (in == null) throw new IOException("the program lacks its file " + FOLDER + name);
        return in;
    }
}
