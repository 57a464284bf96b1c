package ringside.adapter.ssh;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import ringside.core.RingsideException;

/**
 * The keys hosts are known by, from files as OpenSSH writes them (sshd(8), SSH_KNOWN_HOSTS FILE FORMAT): names and
 * patterns, hashed names, revoked keys. Certificate authorities are passed over. A new key is appended to the first file;
 * nothing in it is ever rewritten.
 */
final class KnownHosts {
    private static final int MOST = 8 << 20;

    private final Path own;
    private final List<Entry> entries;

    private KnownHosts(Path own, List<Entry> entries) {
        this.own = own;
        this.entries = entries;
    }

    /**
     * A line.
     *
     * @param names patterns joined by commas, or one that is hashed
     * @param place where it stands, for people
     */
    record Entry(String marker, String names, String type, byte[] key, String place) {
        boolean isFor(String host) {
            if (names.startsWith("|1|")) return isHashOf(host);
            boolean matches = false;
            for (String pattern : names.split(",")) {
                if (pattern.startsWith("!") && matches(pattern.substring(1), host)) return false;
                matches |= matches(pattern, host);
            }
            return matches;
        }

        private static boolean matches(String pattern, String host) {
            String regex = Stream.of(pattern.toLowerCase(Locale.ROOT).split("(?<=[*?])|(?=[*?])"))
                    .map(part -> part.equals("*") ? ".*" : part.equals("?") ? "." : Pattern.quote(part))
                    .collect(Collectors.joining());
            return host.toLowerCase(Locale.ROOT).matches(regex);
        }

        /** |1|salt|HMAC-SHA1 of the name */
        private boolean isHashOf(String host) {
            String[] parts = names.split("\\|");
            if (parts.length != 4) return false;
            try {
                Mac mac = Mac.getInstance("HmacSHA1");
                mac.init(new SecretKeySpec(Base64.getDecoder().decode(parts[2]), "HmacSHA1"));
                byte[] hash = mac.doFinal(host.getBytes(StandardCharsets.UTF_8));
                return Arrays.equals(hash, Base64.getDecoder().decode(parts[3]));
            } catch (GeneralSecurityException | IllegalArgumentException unreadable) {
                return false;
            }
        }
    }

    static KnownHosts read(List<Path> own, List<Path> system) {
        var entries = new ArrayList<Entry>();
        Stream.concat(own.stream(), system.stream()).forEach(file -> read(file, entries));
        Path first = own.isEmpty() ? Path.of(System.getProperty("user.home"), ".ssh", "known_hosts") : own.getFirst();
        return new KnownHosts(first, entries);
    }

    private static void read(Path file, List<Entry> entries) {
        if (!Files.isRegularFile(file)) return;
        try (var in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(MOST + 1);
            if (bytes.length > MOST)
                throw new RingsideException(
                        "The file " + file + " of known hosts has more than 8 MiB", "make it smaller");
            List<String> lines =
                    new String(bytes, StandardCharsets.UTF_8).lines().toList();
            for (int i = 0; i < lines.size(); i++) read(lines.get(i), file + ":" + (i + 1), entries);
        } catch (IOException e) {
            throw new RingsideException(
                    "The file " + file + " of known hosts cannot be read (" + e.getMessage() + ")",
                    "mend its rights",
                    e);
        }
    }

    /** What OpenSSH would not understand either is passed over. */
    private static void read(String line, String place, List<Entry> entries) {
        String[] fields = line.strip().split("\\s+");
        if (fields[0].startsWith("#")) return;
        int first = fields[0].startsWith("@") ? 1 : 0;
        if (fields.length < first + 3) return;
        try {
            byte[] key = Base64.getDecoder().decode(fields[first + 2]);
            entries.add(new Entry(first == 1 ? fields[0] : "", fields[first], fields[first + 1], key, place));
        } catch (IllegalArgumentException notBase64) {
            // Not a key
        }
    }

    /** The keys a host is known by. @param host {@code name}, or {@code [name]:port} */
    List<Entry> of(String host) {
        return entries.stream()
                .filter(entry -> entry.marker().isEmpty() && entry.isFor(host))
                .toList();
    }

    boolean isRevoked(String host, byte[] key) {
        return entries.stream()
                .anyMatch(entry ->
                        entry.marker().equals("@revoked") && entry.isFor(host) && Arrays.equals(entry.key(), key));
    }

    /** Where a new key goes. */
    Path own() {
        return own;
    }

    /** Remembers a host's key, for OpenSSH too. */
    void add(String host, String type, byte[] key) {
        String line = host + " " + type + " " + Base64.getEncoder().encodeToString(key) + "\n";
        try {
            folder();
            boolean fresh = !Files.exists(own);
            String before = fresh || endsWithLine() ? "" : "\n";
            Files.writeString(own, before + line, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
            if (fresh && isPosix()) Files.setPosixFilePermissions(own, PosixFilePermissions.fromString("rw-------"));
        } catch (IOException e) {
            throw new RingsideException(
                    "The key of " + host + " cannot be written to " + own + " (" + e.getMessage() + ")",
                    "make that file writable",
                    e);
        }
    }

    /** As OpenSSH makes it: for nobody else. */
    private void folder() throws IOException {
        Path folder = own.getParent();
        if (folder == null || Files.isDirectory(folder)) return;
        Files.createDirectories(folder);
        if (isPosix()) Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
    }

    private boolean isPosix() {
        return own.getFileSystem().supportedFileAttributeViews().contains("posix");
    }

    private boolean endsWithLine() throws IOException {
        try (var channel = Files.newByteChannel(own)) {
            if (channel.size() == 0) return true;
            var last = java.nio.ByteBuffer.allocate(1);
            channel.position(channel.size() - 1).read(last);
            return last.get(0) == '\n';
        }
    }
}
