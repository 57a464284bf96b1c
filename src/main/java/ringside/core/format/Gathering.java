package ringside.core.format;

import java.io.BufferedOutputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.SequenceInputStream;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import ringside.core.Progress;
import ringside.core.RingsideException;

/**
 * The files that a user means by a file, a folder or a packed file: each looked at, each with what it is or why it is left
 * out. What is unpacked lies in a folder of its own until the gathering is closed.
 */
public final class Gathering implements AutoCloseable {
    private static final int MOST_FILES = 100_000;
    private static final int DEEPEST = 3;
    private static final Set<String> LOGS = Set.of("test-logs", "system-logs", "installation-logs", "result-graphs");

    private final Formats formats;
    private final boolean all;
    private final Progress progress;
    private final List<Item> items = new ArrayList<>();
    private @Nullable Path unpacked;
    private Path origin = Path.of("");
    private int looked;
    private int logs;

    /**
     * A file.
     *
     * @param name its path as the user would say it; one inside a packed file begins with that one's path
     * @param origin the file on disk that it is or lies in
     * @param format empty if it is of no known one
     * @param asks of which machines the user should say where they ran
     * @param picture whether it is a picture on disk
     * @param given whether the user named this very file, and did not merely mean it with others
     * @param leftOut why it is no result and among others nothing to complain of: what it is; empty if it may be one
     * @param trouble why it cannot be read; empty if it can
     */
    public record Item(
            String name,
            Path origin,
            Content content,
            Optional<Format> format,
            List<PlatformQuestion> asks,
            boolean picture,
            boolean given,
            Optional<String> leftOut,
            Optional<RingsideException> trouble) {
        /** Whether the user should say where it was measured. */
        public boolean asksPlatform() {
            return !asks.isEmpty();
        }

        /** Whether it can be read and is of no known format. */
        public boolean isUnknown() {
            return format.isEmpty() && !picture && trouble.isEmpty();
        }
    }

    private Gathering(Formats formats, boolean all, Progress progress) {
        this.formats = formats;
        this.all = all;
        this.progress = progress;
    }

    /** Looks at everything there is; trouble with one file is that file's. */
    public static Gathering of(List<Path> chosen, Formats formats, Progress progress) {
        return of(chosen, formats, false, progress);
    }

    /** The same where the user says what the files are, so that none is of no use for being unknown. */
    public static Gathering ofStated(List<Path> chosen, Formats formats, Progress progress) {
        return of(chosen, formats, true, progress);
    }

    private static Gathering of(List<Path> chosen, Formats formats, boolean all, Progress progress) {
        var gathering = new Gathering(formats, all, progress);
        try {
            for (Path path : chosen) {
                if (Files.isDirectory(path)) gathering.folder(path);
                else gathering.file(path, path.toString(), true);
            }
            return gathering;
        } catch (RuntimeException | Error e) {
            gathering.close();
            throw e;
        }
    }

    public List<Item> items() {
        return List.copyOf(items);
    }

    /** How many of the files are the logs that the Phoronix Test Suite keeps beside its results; they are no items. */
    public int logs() {
        return logs;
    }

    /** What to say of these logs; empty if there are none. */
    public String aboutLogs() {
        return logs == 0
                ? ""
                : count(logs) + " of the Phoronix Test Suite's logs left alone: its composite.xml has what they show";
    }

    private static String count(int number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    private void folder(Path folder) {
        var files = new ArrayList<Path>();
        try {
            Files.walkFileTree(folder, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult preVisitDirectory(Path one, BasicFileAttributes facts) {
                    return !one.equals(folder) && hidden(one) ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFile(Path one, BasicFileAttributes facts) {
                    Progress.checkCancelled();
                    if (facts.isRegularFile() && !hidden(one)) files.add(one);
                    return files.size() > MOST_FILES ? FileVisitResult.TERMINATE : FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFileFailed(Path one, IOException why) {
                    unreadable(one.toString(), one, why);
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException e) {
            unreadable(folder.toString(), folder, e);
        }
        if (files.size() > MOST_FILES)
            throw new RingsideException(
                    folder + " holds more than " + MOST_FILES + " files", "choose the folders that hold results");
        files.sort(Comparator.naturalOrder());
        int all = looked + files.size();
        for (Path file : files) {
            if (isLog(folder.relativize(file).toString())) {
                logs++;
                continue;
            }
            progress.at(count(looked) + " of " + count(all) + " files, " + file, (double) looked / all);
            file(file, file.toString(), false);
        }
    }

    private static boolean hidden(Path file) {
        return String.valueOf(file.getFileName()).startsWith(".");
    }

    /** The Phoronix Test Suite keeps the tools' outputs beside its results: to take both would be to take them twice. */
    private static boolean isLog(String path) {
        for (String part : path.split("[/\\\\]")) if (LOGS.contains(part)) return true;
        return false;
    }

    private void file(Path file, String name, boolean given) {
        Progress.checkCancelled();
        if (given) progress.at(name, Double.NaN);
        looked++;
        origin = file;
        Content content = Content.of(file);
        try {
            Head head = content.head();
            Optional<Format> format = formats.recognise(head);
            if (isPacked(head, format)) {
                try (InputStream in = content.open()) {
                    var allowance = new Allowance(name);
                    unpack(name, head, allowance.packed(in), allowance, 1);
                } catch (Allowance.Spent spent) {
                    add(name, spent.trouble());
                }
            } else add(name, content, head, format, given);
        } catch (IOException e) {
            unreadable(name, file, e);
        }
    }

    /** An archive of ours is a zip as well; a tar that begins with a text looks like the text. */
    private static boolean isPacked(Head head, Optional<Format> format) {
        return Packed.is(head) && format.filter(SetFormat.class::isInstance).isEmpty();
    }

    private void unpack(String name, Head head, InputStream in, Allowance allowance, int depth) throws IOException {
        try {
            if (depth > DEEPEST)
                throw new RingsideException(
                        name + " is a packed file in a packed file in a packed file", "unpack it yourself");
            int before = items.size();
            new Packed(name, allowance).each(head, in, (entry, bytes) -> {
                if (isLog(entry)) logs++;
                else entry(name + "/" + entry, bytes, allowance, depth);
            });
            if (items.size() == before)
                throw new RingsideException(name + " holds no results", "choose a file that has some");
        } catch (RingsideException trouble) {
            add(name, trouble);
        }
    }

    /** Kept is what some format reads, what may be somebody's table, and what the user says is to be read. */
    private void entry(String name, InputStream bytes, Allowance allowance, int depth) throws IOException {
        progress.at(count(++looked) + " files, " + name, Double.NaN);
        byte[] start = bytes.readNBytes(Content.HEAD_BYTES);
        Head head = Content.of(name, start).head();
        var whole = new SequenceInputStream(new ByteArrayInputStream(start), bytes);
        Optional<Format> format = formats.recognise(head);
        boolean read = format.isPresent() || (!isPicture(head) && start.length > 0 && (all || head.isText()));
        if (isPacked(head, format)) unpack(name, head, whole, allowance, depth + 1);
        else if (read) add(name, spooled(name, whole), head, format, false);
        else add(name, Content.of(name, new byte[0]), head, format, false);
    }

    private static boolean isPicture(Head head) {
        return head.startsWith(0x89, 'P', 'N', 'G');
    }

    private Content spooled(String name, InputStream bytes) throws IOException {
        Path folder = unpacked;
        if (folder == null) unpacked = folder = Files.createTempDirectory("ringside-import");
        Path file = folder.resolve(String.valueOf(items.size()));
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 16)) {
            bytes.transferTo(out);
        }
        return Content.of(file).named(name.substring(name.lastIndexOf('/') + 1));
    }

    private void add(String name, Content content, Head head, Optional<Format> format, boolean given)
            throws IOException {
        boolean picture = format.isEmpty() && isPicture(head);
        boolean empty = head.bytes().length == 0;
        List<PlatformQuestion> asks = format.isPresent() ? format.get().asks(content) : List.of();
        if (items.size() >= MOST_FILES)
            throw new RingsideException(
                    "These are more than " + MOST_FILES + " files", "choose the folders that hold results");
        Optional<String> leftOut = empty ? Optional.of("empty") : picture ? Optional.of("a picture") : Optional.empty();
        String last = name.substring(name.lastIndexOf('/') + 1);
        RingsideException trouble = null;
        if (empty) trouble = new RingsideException(last + " is empty", "choose a file that has results");
        else if (picture && content.path().isEmpty())
            trouble = new RingsideException(
                    last + " is a picture in a packed file", "if it is a figure, unpack it and open it by itself");
        boolean figure = picture && trouble == null;
        items.add(new Item(name, origin, content, format, asks, figure, given, leftOut, Optional.ofNullable(trouble)));
    }

    private void add(String name, RingsideException trouble) {
        Content nothing = Content.of(name, new byte[0]);
        items.add(new Item(
                name,
                origin,
                nothing,
                Optional.empty(),
                List.of(),
                false,
                true,
                Optional.empty(),
                Optional.of(trouble)));
    }

    private void unreadable(String name, Path file, IOException why) {
        origin = file;
        add(
                name,
                Files.exists(file)
                        ? new RingsideException(
                                name + " cannot be read (" + why.getMessage() + ")",
                                "check the file and its permissions",
                                why)
                        : new RingsideException("There is no file " + name, "check its name", why));
    }

    @Override
    public void close() {
        Path folder = unpacked;
        if (folder == null) return;
        try (var files = Files.list(folder)) {
            for (Path file : files.toList()) Files.deleteIfExists(file);
            Files.deleteIfExists(folder);
        } catch (IOException leftToTheSystem) {
            // a folder for temporary files is cleared by the system
        }
    }
}
