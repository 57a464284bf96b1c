package ringside.adapter.document;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.ClosedByInterruptException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Locale;
import ringside.core.Progress;
import ringside.core.RingsideException;
import ringside.core.Sha256;
import ringside.core.digitise.Picture;
import ringside.core.digitise.Scan;
import ringside.core.digitise.Scans;

/** Opens a file as what its first bytes say it is. */
public final class Documents implements Scans {
    private static final long LARGEST_FILE = 512L << 20;

    /** What one page may take of the memory: 24 million pixels are A4 at 500 dots per inch. */
    static final long MOST_PIXELS = 24_000_000;

    @Override
    public Scan open(Path file, int page, int dpi) {
        try {
            if (Files.size(file) > LARGEST_FILE)
                throw new RingsideException(
                        file.getFileName() + " is larger than 512 MiB", "take out the page that has the figure");
            String name = String.valueOf(file.getFileName());
            String sha = sha256(file);
            return isPdf(file) ? PdfPage.open(file, name, sha, page, dpi) : picture(file, name, sha, page);
        } catch (ClosedByInterruptException cancelled) {
            throw new Progress.Cancelled();
        } catch (NoSuchFileException e) {
            throw new RingsideException("There is no file " + file, "check its name", e);
        } catch (IOException e) {
            throw unreadable(file, e);
        }
    }

    private static Scan picture(Path file, String name, String sha, int page) throws IOException {
        if (page != 1) throw new RingsideException(name + " is a picture and has one page", "leave the page out");
        Picture picture = Pictures.read(file);
        return new Scan(name, sha, 1, 1, false, picture, java.util.List.of());
    }

    static RingsideException unreadable(Path file, Exception why) {
        return new RingsideException(
                file.getFileName() + " cannot be read (" + reason(why) + ")",
                "check that it is a whole PDF, PNG, JPEG, GIF or BMP file",
                why);
    }

    private static String reason(Exception why) {
        String said = String.valueOf(why.getMessage()).lines().findFirst().orElse("");
        return said.isBlank() ? why.getClass().getSimpleName().toLowerCase(Locale.ROOT) : said;
    }

    /** Its head may follow some bytes of something else. */
    private static boolean isPdf(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return new String(in.readNBytes(1024), java.nio.charset.StandardCharsets.ISO_8859_1).contains("%PDF-");
        }
    }

    private static String sha256(Path file) throws IOException {
        var digest = Sha256.digest();
        byte[] part = new byte[1 << 16];
        try (InputStream in = Files.newInputStream(file)) {
            for (int read = in.read(part); read >= 0; read = in.read(part)) {
                Progress.checkCancelled();
                digest.update(part, 0, read);
            }
        }
        return Sha256.text(digest.digest());
    }
}
