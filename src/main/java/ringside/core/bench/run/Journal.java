package ringside.core.bench.run;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.CRC32C;
import ringside.core.RingsideException;

/**
 * What has happened in a session, a line of JSON for each entry, in the order of happening. Lines are only added. Each has
 * the length and the checksum of its entry, so that a last line that was cut by a crash or a full disk is known for what
 * it is, and left out. An entry is on the disk when {@link #add} comes back.
 */
final class Journal implements AutoCloseable {
    private static final Pattern LINE =
            Pattern.compile("\\{\"length\":(\\d{1,9}),\"crc32c\":\"([0-9a-f]{8})\",\"entry\":(\\{.*})}");

    private final Path file;
    private final RandomAccessFile out; // and no channel, which an interrupted thread would close
    private boolean broken;

    private Journal(Path file, RandomAccessFile out) {
        this.file = file;
        this.out = out;
    }

    /**
     * What is sound in a journal.
     *
     * @param length bytes of the sound lines
     * @param torn whether a piece of a line follows them
     */
    record Content(List<Entry> entries, long length, boolean torn) {}

    /** @throws RingsideException if a line before the last is not as it was written */
    static Content read(Path file) {
        if (!Files.exists(file)) return new Content(List.of(), 0, false);
        try {
            return content(file, Files.readAllBytes(file));
        } catch (IOException e) {
            throw new RingsideException(
                    "The journal " + file + " cannot be read (" + e.getMessage() + ")", "mend its rights or disk", e);
        }
    }

    private static Content content(Path file, byte[] bytes) {
        var entries = new ArrayList<Entry>();
        int start = 0;
        for (int line = 1; start < bytes.length; line++) {
            int end = start;
            while (end < bytes.length && bytes[end] != '\n') end++;
            Optional<Entry> entry = end == bytes.length
                    ? Optional.empty()
                    : entry(new String(bytes, start, end - start, StandardCharsets.UTF_8));
            if (entry.isEmpty() && end + 1 < bytes.length) throw damaged(file, line);
            if (entry.isEmpty()) return new Content(entries, start, true);
            entries.add(entry.get());
            start = end + 1;
        }
        return new Content(entries, start, false);
    }

    private static RingsideException damaged(Path file, int line) {
        return new RingsideException(
                file + ", line " + line + ": this is not what was written",
                "its disk may be failing; what the result set has is not touched. Start a new session");
    }

    private static Optional<Entry> entry(String line) {
        Matcher parts = LINE.matcher(line);
        if (!parts.matches()) return Optional.empty();
        byte[] entry = parts.group(3).getBytes(StandardCharsets.UTF_8);
        if (entry.length != Integer.parseInt(parts.group(1)) || !checksum(entry).equals(parts.group(2)))
            return Optional.empty();
        return Optional.of(EntryText.parse(parts.group(3)));
    }

    /** Opens it for adding, after what is sound in it. */
    static Journal open(Path file, Content content) throws IOException {
        var opened = new RandomAccessFile(file.toFile(), "rw");
        if (content.torn()) opened.setLength(content.length());
        opened.seek(content.length());
        return new Journal(file, opened);
    }

    /** @throws RingsideException if the disk does not take it; the journal is then as it was, and takes nothing more */
    synchronized void add(Entry entry) {
        if (broken) throw new RingsideException("The session has stopped", "go on with it by 'ringside bench resume'");
        long before = -1;
        try {
            before = out.getFilePointer();
            out.write(line(entry));
            out.getFD().sync();
        } catch (IOException e) {
            broken = true;
            takeBack(before);
            throw full(file, e);
        }
    }

    private void takeBack(long length) {
        try {
            if (length >= 0) out.setLength(length);
        } catch (IOException stillTorn) {
            // A torn last line is known for what it is
        }
    }

    static RingsideException full(Path file, IOException e) {
        return new RingsideException(
                file + " could not be written (" + e.getMessage() + "), so measuring has stopped",
                "make room on its disk, then go on by 'ringside bench resume': what was measured is kept",
                e);
    }

    private static byte[] line(Entry entry) {
        String json = EntryText.of(entry);
        byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
        return String.format(
                        Locale.ROOT,
                        "{\"length\":%d,\"crc32c\":\"%s\",\"entry\":%s}\n",
                        bytes.length,
                        checksum(bytes),
                        json)
                .getBytes(StandardCharsets.UTF_8);
    }

    private static String checksum(byte[] bytes) {
        var crc = new CRC32C();
        crc.update(bytes);
        return String.format(Locale.ROOT, "%08x", crc.getValue());
    }

    @Override
    public void close() throws IOException {
        out.close();
    }
}
