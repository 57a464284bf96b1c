package ringside.core.bench.run;

import java.io.FileOutputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import ringside.core.RingsideException;
import ringside.core.Sha256;
import ringside.core.bench.Measurement;

/** Where a session is kept: what it is, its journal, the measurements of its subjects, and all that tools printed. */
record SessionFolder(Path path) {
    private static final String SESSION = "session.json";

    static SessionFolder create(Path sessions, Session session) {
        var folder = new SessionFolder(sessions.resolve(session.id()));
        try {
            Files.createDirectories(folder.path.resolve("raw"));
            folder.write(SESSION, SessionText.of(session).getBytes(StandardCharsets.UTF_8));
            return folder;
        } catch (IOException e) {
            throw new RingsideException(
                    "The folder " + folder.path + " of the session could not be made (" + e.getMessage() + ")",
                    "make room on its disk, and see that you may write there",
                    e);
        }
    }

    static List<SessionFolder> all(Path sessions) {
        if (!Files.isDirectory(sessions)) return List.of();
        try (var folders = Files.list(sessions)) {
            return folders.filter(folder -> Files.exists(folder.resolve(SESSION)))
                    .sorted()
                    .map(SessionFolder::new)
                    .toList();
        } catch (IOException e) {
            throw new RingsideException(
                    "The sessions in " + sessions + " cannot be listed (" + e.getMessage() + ")", "mend its rights", e);
        }
    }

    /** @throws RingsideException naming the file, if it is not what a session begins with */
    Session session() {
        Path file = path.resolve(SESSION);
        try {
            return SessionText.parse(Files.readString(file));
        } catch (IOException | IllegalArgumentException e) {
            throw new RingsideException(
                    file + " is no session that can be read (" + e.getMessage() + ")",
                    "go on with it by the Ringside that made it, or remove its folder",
                    e);
        }
    }

    Path journal() {
        return path.resolve("journal.jsonl");
    }

    /** @return how the file is known from then on; it is on the disk */
    String keepMeasurements(List<Measurement> measurements) {
        byte[] text = PlanText.of(measurements).getBytes(StandardCharsets.UTF_8);
        String sha = Sha256.of(text);
        keep("sweep-" + sha + ".json", text);
        return sha;
    }

    List<Measurement> measurements(String sha256) {
        return PlanText.measurements(new String(checked("sweep-" + sha256 + ".json", sha256), StandardCharsets.UTF_8));
    }

    /** What a tool printed; it is on the disk when this comes back. */
    String keepRaw(byte[] printed) {
        String sha = Sha256.of(printed);
        keep("raw/" + sha, printed);
        return sha;
    }

    byte[] raw(String sha256) {
        return checked("raw/" + sha256, sha256);
    }

    private void keep(String name, byte[] bytes) {
        Path file = path.resolve(name);
        if (Files.exists(file)) return;
        try {
            write(name, bytes);
        } catch (IOException e) {
            throw Journal.full(file, e);
        }
    }

    private byte[] checked(String name, String sha256) {
        Path file = path.resolve(name);
        try {
            byte[] bytes = Files.readAllBytes(file);
            if (Sha256.of(bytes).equals(sha256)) return bytes;
            throw new IOException("it is not what was written");
        } catch (IOException e) {
            throw new RingsideException(
                    "The session's file " + file + " cannot be used (" + e.getMessage() + ")",
                    "its disk may be failing. Start a new session",
                    e);
        }
    }

    /** Whole or not at all, and on the disk when this comes back, its name included. */
    private void write(String name, byte[] bytes) throws IOException {
        Path file = path.resolve(name);
        Path half = path.resolve(name + "." + UUID.randomUUID() + ".part"); // two machines may print the same
        try (var out = new FileOutputStream(half.toFile())) {
            out.write(bytes);
            out.getFD().sync();
        } catch (IOException e) {
            Files.deleteIfExists(half);
            throw e;
        }
        Files.move(half, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        sync(Objects.requireNonNull(file.getParent()));
    }

    private static void sync(Path folder) {
        try (var channel = java.nio.channels.FileChannel.open(folder)) {
            channel.force(true);
        } catch (IOException notOnThisSystem) {
            // A folder cannot be opened everywhere; the file itself is on the disk
        }
    }

    /** A session that came to nothing leaves nothing. */
    void removeIfEmpty() {
        try {
            if (!Files.exists(journal()) || Files.size(journal()) == 0) delete();
        } catch (IOException leftBehind) {
            // It is listed as a session of which nothing is measured
        }
    }

    void remove() {
        try {
            delete();
        } catch (IOException e) {
            throw new RingsideException(
                    "The session's folder " + path + " could not be removed (" + e.getMessage() + ")",
                    "remove it by hand",
                    e);
        }
    }

    private void delete() throws IOException {
        try (var files = Files.walk(path)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) Files.delete(file);
        }
    }

    /** Proof that nobody else measures the session. */
    interface Held extends AutoCloseable {
        @Override
        void close();
    }

    /** @return empty if another process, or another part of this one, measures it */
    Optional<Held> hold() {
        try {
            var file = new RandomAccessFile(path.resolve("lock").toFile(), "rw");
            FileLock lock = tryLock(file);
            if (lock != null) return Optional.of(() -> close(file));
            file.close();
            return Optional.empty();
        } catch (IOException e) {
            throw new RingsideException(
                    "The session's folder " + path + " cannot be locked (" + e.getMessage() + ")",
                    "see that you may write there",
                    e);
        }
    }

    private static @org.jspecify.annotations.Nullable FileLock tryLock(RandomAccessFile file) throws IOException {
        try {
            return file.getChannel().tryLock();
        } catch (OverlappingFileLockException heldByThisProcess) {
            return null;
        }
    }

    private static void close(RandomAccessFile file) {
        try {
            file.close();
        } catch (IOException gone) {
            // With the file its lock is gone too
        }
    }
}
