package ringside.core.format;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;
import ringside.core.Progress;
import ringside.core.RingsideException;

/**
 * A zip, a tar or a gzip from anywhere, opened entry by entry. Names of entries are for people and never become paths; how
 * much comes out is bounded by the {@link Allowance} of the file on disk that it is or lies in.
 */
final class Packed {
    private final String name;
    private final Allowance allowance;

    Packed(String name, Allowance allowance) {
        this.name = name;
        this.allowance = allowance;
    }

    interface Visitor {
        /** @param in ends with the entry; need not be read or closed */
        void entry(String entry, InputStream in) throws IOException;
    }

    static boolean is(Head head) {
        return isZip(head) || isGzip(head) || isTar(head);
    }

    private static boolean isZip(Head head) {
        return head.startsWith('P', 'K', 3, 4) || head.startsWith('P', 'K', 5, 6);
    }

    private static boolean isGzip(Head head) {
        return head.startsWith(0x1f, 0x8b, 8);
    }

    private static boolean isTar(Head head) {
        return Tar.is(head.bytes());
    }

    /**
     * Entries before trouble have been visited.
     *
     * @throws RingsideException if it is damaged
     * @throws Allowance.Spent if more comes out than may
     */
    void each(Head head, InputStream bytes, Visitor visitor) throws IOException {
        try {
            if (isZip(head)) zip(bytes, visitor);
            else if (isTar(head)) tar(allowance.unpacked(bytes), visitor);
            else gzip(bytes, visitor);
        } catch (ZipException | EOFException damaged) {
            String said = String.valueOf(damaged.getMessage());
            String called = name.substring(name.lastIndexOf('/') + 1);
            if (said.contains("encrypted"))
                throw new RingsideException(called + " is protected by a password", "unpack it yourself", damaged);
            if (said.contains("compression method") || said.contains("EXT descriptor"))
                throw new RingsideException(
                        called + " is packed in a way that Ringside does not know (" + said + ")",
                        "unpack it yourself",
                        damaged);
            throw new RingsideException(
                    called + " is cut short or damaged"
                            + (damaged.getMessage() == null ? "" : " (" + damaged.getMessage() + ")"),
                    "get it again from where it came",
                    damaged);
        } catch (IllegalArgumentException notAName) {
            throw new RingsideException(
                    name + " has entries whose names cannot be read", "pack it again with another program", notAName);
        }
    }

    private void zip(InputStream bytes, Visitor visitor) throws IOException {
        // Closing it would close the bytes, which are the caller's
        @SuppressWarnings("resource")
        var end = new ZipEnd(bytes);
        var zip = new ZipInputStream(end, StandardCharsets.UTF_8);
        int entries = 0;
        for (ZipEntry entry; (entry = zip.getNextEntry()) != null; entries++) {
            if (entry.isDirectory()) continue;
            InputStream content = allowance.unpacked(zip);
            visit(entry.getName(), content, visitor);
            // What nobody read is unpacked on the way to the next entry: let it be counted
            content.transferTo(OutputStream.nullOutputStream());
        }
        // Where an entry's head is damaged the zip seems to end
        end.require(entries);
    }

    private void gzip(InputStream bytes, Visitor visitor) throws IOException {
        var plain = new BufferedInputStream(allowance.unpacked(new GZIPInputStream(bytes, 1 << 16)), 1 << 16);
        plain.mark(Tar.BLOCK + 1);
        byte[] first = plain.readNBytes(Tar.BLOCK);
        plain.reset();
        if (Tar.is(first)) tar(plain, visitor);
        else visit(name.substring(name.lastIndexOf('/') + 1).replaceFirst("(?i)\\.gz$", ""), plain, visitor);
    }

    private void tar(InputStream plain, Visitor visitor) throws IOException {
        var tar = new Tar(plain);
        for (String entry; (entry = tar.next()) != null; ) visit(entry, tar.content(), visitor);
    }

    private void visit(String entry, InputStream in, Visitor visitor) throws IOException {
        Progress.checkCancelled();
        allowance.entry();
        visitor.entry(entry.replaceAll("\\p{Cntrl}", "?"), in);
    }
}
