package ringside.core.archive;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.util.Enumeration;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import ringside.core.Sha256;
import ringside.core.format.Content;

/** An archive opened for reading: its entries' names are known to be ours, and no entry gives more than it promised. */
final class Sealed implements AutoCloseable {
    private static final int MOST_ENTRIES = 200_000;
    private static final int LARGEST_MANIFEST = 32 << 20;
    private static final long LARGEST_TEXT = 8L << 30;
    /** Text of ours packs ten to thirty times; a bomb packs a thousand. */
    private static final long DENSEST = 200;

    private static final Pattern PATH = Pattern.compile("manifest\\.json|runs\\.jsonl|samples\\.csv|raw/[0-9a-f]{64}");

    private final ZipFile zip;
    private final Optional<Path> copy;
    private final Map<String, Manifest.Entry> promised = new LinkedHashMap<>();

    private Sealed(ZipFile zip, Optional<Path> copy) {
        this.zip = zip;
        this.copy = copy;
    }

    static Sealed open(Content content) throws IOException {
        Optional<Path> copy = Optional.empty();
        Path file;
        if (content.path().isPresent()) {
            file = content.path().get();
        } else {
            file = Files.createTempFile("ringside", ".zip");
            copy = Optional.of(file);
            try (InputStream in = content.open()) {
                Files.copy(in, file, StandardCopyOption.REPLACE_EXISTING);
            }
        }
        try {
            return new Sealed(new ZipFile(file.toFile(), StandardCharsets.UTF_8), copy);
        } catch (ZipException cutOrForeign) {
            if (copy.isPresent()) Files.deleteIfExists(copy.get());
            throw new IllegalArgumentException(
                    "it is cut short or damaged (" + cutOrForeign.getMessage() + ")", cutOrForeign);
        }
    }

    /** Reads the manifest and holds the zip's own list against it. */
    Manifest manifest() throws IOException {
        checkNames();
        ZipEntry entry = zip.getEntry(Archives.MANIFEST);
        if (entry == null) throw new IllegalArgumentException("it has no " + Archives.MANIFEST);
        byte[] bytes;
        try (InputStream in = zip.getInputStream(entry)) {
            bytes = in.readNBytes(LARGEST_MANIFEST + 1);
        } catch (ZipException damaged) {
            throw new IllegalArgumentException("its manifest is damaged (" + damaged.getMessage() + ")", damaged);
        }
        if (bytes.length > LARGEST_MANIFEST) throw new IllegalArgumentException("its manifest is too large");
        // The manifest vouches for all others; for itself there is only the zip's own checksum, which Java does not
        // read
        var crc = new CRC32();
        crc.update(bytes);
        if (entry.getCrc() != crc.getValue()) throw new IllegalArgumentException("its manifest is damaged");
        Manifest manifest = Manifest.parse(new String(bytes, StandardCharsets.UTF_8));
        for (Manifest.Entry one : manifest.entries()) {
            if (one.path().equals(Archives.MANIFEST) || promised.put(one.path(), one) != null)
                throw new IllegalArgumentException("its manifest lists " + one.path() + " wrongly");
            ZipEntry stored = zip.getEntry(one.path());
            if (stored == null) throw new IllegalArgumentException(one.path() + " is missing from it");
            bound(one, stored);
        }
        for (String needed : new String[] {Archives.RUNS, Archives.SAMPLES})
            if (!promised.containsKey(needed))
                throw new IllegalArgumentException("its manifest does not list " + needed);
        if (zip.size() != promised.size() + 1)
            throw new IllegalArgumentException("it holds entries that its manifest does not list");
        return manifest;
    }

    private void checkNames() {
        if (zip.size() > MOST_ENTRIES) throw new IllegalArgumentException("it has too many entries");
        var seen = new HashSet<String>();
        for (Enumeration<? extends ZipEntry> all = zip.entries(); all.hasMoreElements(); ) {
            String name = all.nextElement().getName();
            if (!PATH.matcher(name).matches())
                throw new IllegalArgumentException(
                        "it holds \"" + shown(name) + "\", which does not belong in an archive");
            if (!seen.add(name)) throw new IllegalArgumentException("it holds " + name + " twice");
        }
    }

    private static String shown(String name) {
        String plain = name.replaceAll("\\p{Cntrl}", "?");
        return plain.length() > 80 ? plain.substring(0, 80) + "…" : plain;
    }

    private static void bound(Manifest.Entry entry, ZipEntry stored) {
        long most = entry.path().startsWith(Archives.RAW) ? Content.LARGEST_OUTPUT : LARGEST_TEXT;
        long packed = Math.max(stored.getCompressedSize(), 1);
        if (entry.size() > most) throw new IllegalArgumentException(entry.path() + " is too large");
        if (entry.size() > (1 << 20) && entry.size() / packed > DENSEST)
            throw new IllegalArgumentException(entry.path() + " is packed so densely that it looks like a bomb");
    }

    byte[] bytes(Manifest.Entry entry) throws IOException {
        byte[][] result = new byte[1][];
        read(entry.path(), in -> result[0] = in.readAllBytes());
        if (!entry.path().equals(Archives.RAW + entry.sha256()))
            throw new IllegalArgumentException(entry.path() + " does not bear its checksum's name");
        return result[0];
    }

    @FunctionalInterface
    interface Reader {
        void read(InputStream in) throws IOException;
    }

    /** Gives the entry to a reader, then checks that it was what the manifest promised. */
    void read(String path, Reader reader) throws IOException {
        Manifest.Entry entry = promised.get(path);
        if (entry == null) throw new IllegalArgumentException(path + " is not listed");
        try (var in = new Checked(zip.getInputStream(zip.getEntry(path)), entry)) {
            read(in, reader);
            in.finish();
        } catch (ZipException damaged) {
            throw new IllegalArgumentException(path + " is damaged (" + damaged.getMessage() + ")", damaged);
        }
    }

    /** What is wrong in an entry that is not what was packed matters less than that it is not. */
    private static void read(Checked in, Reader reader) throws IOException {
        try {
            reader.read(in);
        } catch (IllegalArgumentException wrong) {
            if (!in.isOverfull()) in.finish();
            throw wrong;
        }
    }

    @Override
    public void close() throws IOException {
        zip.close();
        if (copy.isPresent()) Files.deleteIfExists(copy.get());
    }

    /** Ends with an error at the first byte more than promised. */
    private static final class Checked extends FilterInputStream {
        private final Manifest.Entry entry;
        private final MessageDigest digest = Sha256.digest();
        private long size;

        Checked(InputStream in, Manifest.Entry entry) {
            super(in);
            this.entry = entry;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] buffer, int from, int length) throws IOException {
            int count = in.read(buffer, from, length);
            if (count < 0) return count;
            digest.update(buffer, from, count);
            size += count;
            if (isOverfull()) throw new IllegalArgumentException(entry.path() + " is larger than its manifest says");
            return count;
        }

        @Override
        public boolean markSupported() {
            return false;
        }

        boolean isOverfull() {
            return size > entry.size();
        }

        void finish() throws IOException {
            byte[] rest = new byte[8192];
            while (read(rest, 0, rest.length) >= 0) {
                // reading to the end is what checks it
            }
            if (size != entry.size() || !Sha256.text(digest.digest()).equals(entry.sha256()))
                throw new IllegalArgumentException(entry.path() + " is not what its checksum says");
        }
    }
}
