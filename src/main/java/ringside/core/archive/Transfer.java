package ringside.core.archive;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import ringside.core.Progress;
import ringside.core.RingsideException;
import ringside.core.format.Content;
import ringside.core.format.Importing;
import ringside.core.format.Outcome;
import ringside.core.format.Request;

/** Copies sets from one store to another, as archives: what arrives is checked as any archive is. */
public final class Transfer {
    private final Archives from;
    private final Importing to;

    public Transfer(Archives from, Importing to) {
        this.from = from;
        this.to = to;
    }

    /**
     * Copies one set with its runs and raw outputs; a set of another content that has its name there keeps it, and the copy
     * gets a free one.
     *
     * @return no sets where the same samples are there already
     */
    public Outcome copy(String set, Progress progress) {
        try {
            Path folder = Files.createTempDirectory("ringside-copy-");
            Path archive = folder.resolve("set.ringside");
            try {
                progress.at("Packing " + set, Double.NaN);
                from.export(List.of(set), archive);
                return to.read(Content.of(archive), Request.AUTOMATIC, progress);
            } finally {
                Files.deleteIfExists(archive);
                Files.deleteIfExists(folder);
            }
        } catch (IOException e) {
            throw new RingsideException(
                    "The set " + set + " could not be copied by way of a file (" + e.getMessage() + ")",
                    "make room where temporary files are kept",
                    e);
        }
    }
}
