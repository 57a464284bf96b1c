package ringside.ui.guest;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import ringside.core.RingsideException;
import ringside.core.WholeFile;
import ringside.ui.kit.Texts;

/** Printouts as files. All of it may be slow: on worker threads only. */
final class SavedFiles {
    private SavedFiles() {}

    /** The names of those that are in the folder already. */
    static List<String> alreadyThere(Path folder, Collection<Printout> printouts) {
        return printouts.stream()
                .map(Printout::fileName)
                .filter(name -> Files.exists(folder.resolve(name)))
                .toList();
    }

    static void write(Path file, Printout printout) {
        byte[] bytes = printout.text().getBytes(StandardCharsets.UTF_8);
        try {
            WholeFile.write(file, out -> out.write(bytes));
        } catch (IOException e) {
            throw new RingsideException(
                    Texts.of("guest.saved-files.not-written", file),
                    Texts.of("guest.saved-files.not-written-remedy"),
                    e);
        }
    }

    static void write(Path folder, Collection<Printout> printouts) {
        for (Printout printout : printouts) write(folder.resolve(printout.fileName()), printout);
    }
}
