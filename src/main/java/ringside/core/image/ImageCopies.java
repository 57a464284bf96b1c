package ringside.core.image;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;
import ringside.core.Progress;
import ringside.core.RingsideException;
import ringside.core.host.Answer;
import ringside.core.host.Command;
import ringside.core.host.Shell;

/**
 * The copies of images on another host, from which guests are started there: a folder each, named by image and checksum.
 * A copy that was broken off goes on where it was. The key stays at home.
 */
public final class ImageCopies {
    /** Sent at a time; what is empty of it is left out. */
    private static final int PIECE = 4 << 20;

    private static final Duration LIMIT = Duration.ofMinutes(10);

    /** Where a system's libvirt finds them, too: its QEMU runs as another user, who may not look into a person's home. */
    private static final String ROOT = """
            if [ -n "$XDG_CACHE_HOME" ]; then cache=$XDG_CACHE_HOME
            elif [ "$(id -u)" = 0 ]; then cache=/var/cache
            else cache=$HOME/.cache
            fi
            printf %s "$cache/ringside/copies\"""";

    /** Says {@code whole}, or how much of each file is there, and the room there is in KiB. */
    private static final String BEGIN = """
            umask 022
            [ ! -d "$1/$2" ] || { echo whole; exit 0; }
            mkdir -p "$1/$3" && cd "$1/$3" || exit 1
            for f in vmlinuz initrd.gz root.img; do
              [ -e "$f" ] || : > "$f" || exit 1
              echo "$f $(stat -c %s "$f")"
            done
            df -Pk . | { read -r head; read -r disk all used room rest; echo "room $room"; }""";

    /** What a broken connection has left of an earlier piece is cut off; a hole before this one is made. */
    private static final String APPEND =
            "truncate -s \"$2\" \"$1\" && gzip -dc >> \"$1\" && [ \"$(stat -c %s \"$1\")\" = \"$3\" ]";

    private static final int OTHER = 3;
    private static final String END = """
            cd "$1/$3" || exit 1
            sum=$(cat vmlinuz initrd.gz root.img | sha256sum) || exit 1
            [ "${sum%% *}" = "$4" ] || { rm -rf -- "$1/$3"; exit 3; }
            chmod 755 . && chmod 644 vmlinuz initrd.gz root.img || exit 1
            mv -T -- "$1/$3" "$1/$2" 2> /dev/null || { [ -d "$1/$2" ] && rm -rf -- "$1/$3"; }""";

    private static final String LIST = """
            cd "$1" 2> /dev/null || exit 0
            for d in .unfinished-* *; do
              [ ! -d "$d" ] || printf '%s %s\\n' "$(du -s -B1 "$d" | { read -r size rest; echo "$size"; })" "$d"
            done""";

    private final Shell host;
    private final String root;

    private ImageCopies(Shell host, String root) {
        this.host = host;
        this.root = root;
    }

    /** Those of a host. */
    public static ImageCopies on(Shell host) {
        Answer answer = host.run(Command.of("sh", "-c", ROOT));
        if (!answer.succeeded() || !answer.out().startsWith("/"))
            throw new RingsideException(
                    host.name() + " has no cache directory: " + answer.complaint(), "set HOME or XDG_CACHE_HOME there");
        return new ImageCopies(host, answer.out());
    }

    /**
     * A copy.
     *
     * @param folder on the host
     * @param whole whether all of it is there
     * @param bytes of room on the host's disk
     */
    public record Copy(String folder, boolean whole, long bytes) {
        /** The image's name and the beginning of its checksum. */
        public String name() {
            String last = folder.substring(folder.lastIndexOf('/') + 1);
            return whole ? last : last.substring(ImageBuild.UNFINISHED.length());
        }
    }

    /** All there are, and those that were broken off. */
    public List<Copy> all() {
        Answer answer = host.run(Command.of("sh", "-c", LIST, "sh", root).within(LIMIT));
        var all = new ArrayList<Copy>();
        for (String line : answer.out().lines().toList()) {
            String[] words = line.split(" ", 2);
            if (words.length < 2 || !words[0].matches("\\d{1,15}")) continue;
            boolean whole = !words[1].startsWith(ImageBuild.UNFINISHED);
            all.add(new Copy(root + "/" + words[1], whole, Long.parseLong(words[0])));
        }
        return all;
    }

    /**
     * Takes a copy away, or what there is of it.
     *
     * @param name as a copy has it
     * @param guests the names of those on that host that were started from the copy in a folder
     */
    public void remove(String name, Function<Path, List<String>> guests) {
        List<Copy> meant =
                all().stream().filter(copy -> copy.name().equals(name)).toList();
        if (meant.isEmpty())
            throw new RingsideException(
                    host.name() + " has no copy of an image that is called " + name,
                    "'ringside guest image list --host' names those there are");
        for (Copy copy : meant) {
            List<String> needing = guests.apply(Path.of(copy.folder()));
            if (!needing.isEmpty())
                throw new RingsideException(
                        "The image's copy is needed by " + String.join(", ", needing),
                        "remove these first by 'ringside guest destroy'");
            host.run(Command.of("rm", "-rf", "--", copy.folder()).within(LIMIT));
        }
    }

    /**
     * The image as it is on that host; what is missing of it is copied there first.
     *
     * @throws RingsideException if there is no room for it, or what came there is not what the image was when it was made
     */
    public GuestImage of(GuestImage image, Progress progress) {
        String name = image.name() + "-"
                + image.checksum().substring(0, Math.min(12, image.checksum().length()));
        String part = ImageBuild.UNFINISHED + name;
        GuestImage copy = image.in(Path.of(root, name));
        Map<String, Long> there = begin(name, part, image);
        if (there.isEmpty()) return copy;
        var sending = new Sending(image, root + "/" + part, progress);
        try {
            for (Path file : List.of(image.kernel(), image.initrd(), image.disk()))
                sending.send(file, there.getOrDefault(file.getFileName().toString(), 0L));
        } catch (IOException | UncheckedIOException e) {
            throw new RingsideException(
                    "The image " + image.name() + " cannot be read (" + e.getMessage() + ")", "build it again", e);
        }
        end(name, part, image, progress);
        return copy;
    }

    /** @return how much of each file is there; nothing if all is */
    private Map<String, Long> begin(String name, String part, GuestImage image) {
        Answer answer =
                host.run(Command.of("sh", "-c", BEGIN, "sh", root, name, part).within(LIMIT));
        if (!answer.succeeded()) throw notCopied(image, answer);
        var said = new HashMap<String, Long>();
        if (answer.out().strip().equals("whole")) return said;
        for (String line : answer.out().lines().toList()) {
            String[] words = line.split(" ");
            if (words.length == 2 && words[1].matches("\\d{1,15}")) said.put(words[0], Long.valueOf(words[1]));
        }
        long room = said.getOrDefault("room", Long.MAX_VALUE >> 10) << 10;
        boolean fresh = said.getOrDefault("vmlinuz", 0L) == 0;
        if (fresh && room < image.bytes())
            throw new RingsideException(
                    "%s has %s MB of room in %s, and the image %s takes %s"
                            .formatted(host.name(), room / 1_000_000, root, image.name(), image.bytes() / 1_000_000),
                    "make room there, or set XDG_CACHE_HOME there to another place");
        said.putIfAbsent("vmlinuz", 0L);
        return said;
    }

    private void end(String name, String part, GuestImage image, Progress progress) {
        progress.at("the checksum of the image " + image.name() + " on " + host.name(), Double.NaN);
        Answer answer = host.run(Command.of("sh", "-c", END, "sh", root, name, part, image.checksum())
                .within(LIMIT));
        if (answer.exit() == OTHER)
            throw new RingsideException(
                    "The image " + image.name() + " came to " + host.name() + " as another than it was made",
                    "check it by 'ringside guest image list --verify', and try again");
        if (!answer.succeeded()) throw notCopied(image, answer);
    }

    private RingsideException notCopied(GuestImage image, Answer answer) {
        return new RingsideException(
                "The image " + image.name() + " could not be copied to " + host.name() + ": " + answer.complaint(),
                "see that " + root + " there has room and may be written; what is there already is not copied again");
    }

    /** The files of an image on their way. */
    private final class Sending {
        private final GuestImage image;
        private final String folder;
        private final Progress progress;
        private final byte[] piece = new byte[PIECE];
        private long sent;

        Sending(GuestImage image, String folder, Progress progress) {
            this.image = image;
            this.folder = folder;
            this.progress = progress;
        }

        /** @param there bytes that the host has of it */
        void send(Path file, long there) throws IOException {
            String to = folder + "/" + file.getFileName();
            try (var in = new RandomAccessFile(file.toFile(), "r")) {
                long size = in.length();
                for (long at = there >= size ? size : there - there % PIECE; at < size; at += PIECE) {
                    Progress.checkCancelled();
                    progress.at("the image " + image.name() + " is copied to " + host.name(), share(at));
                    int length = (int) Math.min(PIECE, size - at);
                    in.seek(at);
                    in.readFully(piece, 0, length);
                    int full = full(length);
                    if (full > 0) append(to, at, full);
                }
                append(to, size, 0); // what is empty at its end
                sent += size;
            }
        }

        private double share(long at) {
            try {
                long all = Files.size(image.kernel()) + Files.size(image.initrd()) + Files.size(image.disk());
                return (double) (sent + at) / all;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        /** Without what is empty at its end. */
        private int full(int length) {
            int full = length;
            while (full > 0 && piece[full - 1] == 0) full--;
            return full;
        }

        private void append(String to, long at, int length) throws IOException {
            var packed = new ByteArrayOutputStream();
            try (var out = new Packing(packed)) {
                out.write(piece, 0, length);
            }
            Answer answer = host.run(Command.of("sh", "-c", APPEND, "sh", to, "" + at, "" + (at + length))
                    .reading(packed.toByteArray())
                    .within(LIMIT));
            if (!answer.succeeded()) throw notCopied(image, answer);
        }
    }

    /** Swiftly rather than well. */
    private static final class Packing extends GZIPOutputStream {
        Packing(OutputStream out) throws IOException {
            super(out);
            def.setLevel(Deflater.BEST_SPEED);
        }
    }
}
