package ringside.core.hypervisor;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import ringside.core.Progress;
import ringside.core.RingsideException;
import ringside.core.Sha256;
import ringside.core.host.Answer;
import ringside.core.host.Command;
import ringside.core.host.Shell;

/**
 * The guests that Ringside started on one host: a folder each, on that host, with what is kept of the guest and the files
 * made for it. A folder is made before anything else of a guest and removed after all else, so that nothing of it can be
 * left without being seen here.
 */
public final class Register {
    /** A host that runs as many guests as it can answers late. */
    private static final Duration LIMIT = Duration.ofSeconds(30);

    private static final String ROOT = "printf %s \"${XDG_DATA_HOME:-$HOME/.local/share}/ringside/guests\"";
    /** On a full disk, too, there is a whole entry or none. */
    private static final String CREATE = """
            umask 077
            mkdir -p "$1" || exit 2
            mkdir "$1/$2" || { [ ! -d "$1/$2" ] || exit 3; exit 2; }
            IFS= read -r json
            printf '%s\\n' "$json" | cat > "$1/$2/domain.json" && cat > "$1/$2/guest.yaml" && exit 0
            rm -rf -- "$1/$2"
            exit 2""";

    private static final int TAKEN = 3;

    /** A folder, if it is the one of this entry. */
    private static final String TAKE_BACK =
            "[ \"$(head -n 1 \"$1/domain.json\" 2>/dev/null)\" != \"$2\" ] || rm -rf -- \"$1\"";

    private static final String PUT = "umask 077; cat > \"$1/.new\" && mv \"$1/.new\" \"$1/$2\"";

    /**
     * Three lines for each: its folder, its entry, and the marks {@code started}, {@code memory}, {@code pid=N},
     * {@code before=N}; {@code cut} if that one should be gone since minutes.
     */
    private static final String LIST = """
            vmm() { tr '\\0' '\\n' 2>/dev/null < "/proc/$1/cmdline" | grep -qxF -e "$2"; }
            cd "$1" 2>/dev/null || exit 0
            for d in *; do
              [ -d "$d" ] || continue
              m=
              [ -e "$d/started" ] && m="$m started"
              [ -e "$d/memory" ] && m="$m memory"
              if p=$(cat "$d/pid" 2>/dev/null) && [ -n "$p" ]; then
                m="$m pidfile"
                vmm "$p" "$1/$d/pid" && m="$m pid=$p"
              fi
              if p=$(cat "$d/pid.before" 2>/dev/null) && vmm "$p" "$1/$d/pid"; then
                m="$m before=$p"
                [ -z "$(find "$d/pid.before" -mmin +6)" ] || m="$m cut"
              fi
              printf '%s\\n%s\\n%s\\n' "$d" "$(cat "$d/domain.json" 2>/dev/null)" "$m"
            done""";

    private final Shell host;
    private final String root;

    private Register(Shell host, String root) {
        this.host = host;
        this.root = root;
    }

    /** @param root the folder that holds the guests' folders, which need not exist */
    public static Register in(Shell host, String root) {
        return new Register(host, root);
    }

    /** In the data directory of the user on that host. */
    public static Register of(Shell host) {
        Answer answer = host.run(Command.of("sh", "-c", ROOT).within(LIMIT));
        if (!answer.succeeded() || !answer.out().startsWith("/"))
            throw new RingsideException(
                    host.name() + " has no data directory: " + answer.complaint(), "set HOME or XDG_DATA_HOME there");
        return new Register(host, answer.out());
    }

    /**
     * A guest's folder and what is in it.
     *
     * @param entry empty where it was never written whole
     * @param started whether its VMM has once run
     * @param saved whether its memory is there
     * @param pid of its VMM, if that runs; only of those that have a file for it
     * @param before process number of the VMM that it is moved away from
     * @param cut whether that was begun and never ended
     * @param fell whether its VMM ended without tidying up
     */
    public record Found(
            String folder,
            Optional<Entry> entry,
            boolean started,
            boolean saved,
            Optional<Long> pid,
            Optional<Long> before,
            boolean cut,
            boolean fell) {
        static final String NEVER = "it was begun and never came to be";
        private static final String CUT = "it was being moved to another VMM, and that was never ended";

        /** Of a guest that its hypervisor does not know. */
        public DomainState unknown(String here) {
            if (started) return saved ? DomainState.SAVED : fell ? DomainState.CRASHED : DomainState.OFF;
            boolean making =
                    entry.isPresent() && entry.get().starter().gone(here).isEmpty();
            return making ? DomainState.STARTING : DomainState.BROKEN;
        }

        /** Why nobody will remove it any more, in a clause; empty while somebody may. */
        public Optional<String> leftover(String here) {
            if (entry.isEmpty()) return Optional.of(NEVER);
            boolean broken = !started && entry.get().starter().gone(here).isPresent();
            return broken ? Optional.of(NEVER) : ownerless(here);
        }

        /** The same of one that its hypervisor runs. */
        Optional<String> ownerless(String here) {
            return entry.flatMap(known -> known.owner().gone(here)).or(() -> cut ? Optional.of(CUT) : Optional.empty());
        }

        public String name() {
            return entry.map(Entry::name).orElseGet(() -> folder.substring(folder.lastIndexOf('/') + 1));
        }
    }

    public List<Found> all() {
        Answer answer = host.run(Command.of("sh", "-c", LIST, "sh", root).within(LIMIT));
        if (!answer.succeeded())
            throw new RingsideException(
                    "The guests on " + host.name() + " cannot be listed: " + answer.complaint(),
                    "look at " + root + " there");
        List<String> lines = answer.out().lines().toList();
        var all = new ArrayList<Found>();
        for (int i = 0; i + 2 < lines.size(); i += 3) all.add(found(lines.get(i), lines.get(i + 1), lines.get(i + 2)));
        return all;
    }

    private Found found(String folder, String json, String marks) {
        List<String> words = List.of(marks.strip().split(" "));
        Optional<Long> pid = number(words, "pid=");
        return new Found(
                root + "/" + folder,
                entry(json),
                words.contains("started"),
                words.contains("memory"),
                pid,
                number(words, "before="),
                words.contains("cut"),
                words.contains("pidfile") && pid.isEmpty());
    }

    private static Optional<Long> number(List<String> words, String key) {
        return words.stream()
                .filter(word -> word.matches(key + "\\d{1,10}"))
                .map(word -> Long.valueOf(word.substring(key.length())))
                .findFirst();
    }

    private static Optional<Entry> entry(String json) {
        try {
            return Optional.of(Entry.parse(json));
        } catch (IllegalArgumentException damaged) {
            return Optional.empty();
        }
    }

    public Optional<Found> find(String name) {
        return all().stream().filter(found -> found.name().equals(name)).findFirst();
    }

    /** The names of the guests that were started from the image in that folder: its disk, kernel and key are theirs, too. */
    public List<String> startedFrom(Path image) {
        return all().stream()
                .filter(found -> found.entry()
                        .filter(entry -> entry.text(Entry.IMAGE).equals(image.toString()))
                        .isPresent())
                .map(Found::name)
                .toList();
    }

    /** The folder of a guest of that name. */
    public String folder(String name) {
        return root + "/" + stem(name);
    }

    /** Names of guests may hold nearly anything; a folder's is short and plain, for sockets have short paths. */
    private static String stem(String name) {
        if (name.matches("[A-Za-z0-9][A-Za-z0-9._-]{0,31}")) return name;
        String plain = name.replaceAll("[^A-Za-z0-9]+", "-").replaceAll("^-|-$", "");
        String digest = Sha256.of(name.getBytes(StandardCharsets.UTF_8)).substring(0, 8);
        return plain.substring(0, Math.min(20, plain.length())) + "_" + digest;
    }

    /**
     * Makes its folder.
     *
     * @param description of the guest, as a file of a guest's has it
     * @throws RingsideException if there is one of that name
     */
    public void create(Entry entry, String description) {
        Progress.checkCancelled();
        Command making = Command.of("sh", "-c", CREATE, "sh", root, stem(entry.name()))
                .reading(entry.json() + "\n" + description)
                .within(LIMIT);
        Answer answer;
        try {
            answer = host.run(making);
        } catch (Progress.Cancelled cancelled) {
            Thread.interrupted();
            host.run(Command.of("sh", "-c", TAKE_BACK, "sh", folder(entry.name()), entry.json()));
            Thread.currentThread().interrupt();
            throw cancelled;
        }
        if (answer.exit() == TAKEN)
            throw new RingsideException(
                    host.name() + " has a guest \"" + entry.name() + "\" already",
                    "choose another name, or remove it by 'ringside guest destroy'");
        check(answer, entry.name());
    }

    /** Writes a file into a guest's folder, whole or not at all. */
    public void put(String name, String file, String text) {
        check(
                host.run(Command.of("sh", "-c", PUT, "sh", folder(name), file)
                        .reading(text)
                        .within(LIMIT)),
                name);
    }

    /** Keeps what has changed of a guest. */
    public void keep(Entry entry) {
        put(entry.name(), "domain.json", entry.json() + "\n");
    }

    /** Writes what cloud-init is to be told into a guest's folder. */
    public void seed(Entry entry, CloudInit seed) {
        put(entry.name(), CloudInit.USER_DATA, seed.userData());
        put(entry.name(), CloudInit.META_DATA, CloudInit.metaData(entry));
    }

    private void check(Answer answer, String name) {
        if (answer.ending() != Answer.Ending.EXITED)
            throw new RingsideException(
                    host.name() + " gave no answer within " + LIMIT.toSeconds() + " s, for guest \"" + name + "\"",
                    "see what that host is busy with, and try again");
        if (!answer.succeeded())
            throw new RingsideException(
                    "The folder of guest \"" + name + "\" cannot be written on " + host.name() + ": "
                            + answer.complaint(),
                    "make room there, or set XDG_DATA_HOME to a folder of yours");
    }

    /** Removes a folder of this register's with all that is in it. */
    public void remove(Found found) {
        remove(found.folder());
    }

    public void remove(String folder) {
        if (!folder.startsWith(root + "/")) throw new IllegalArgumentException("not a guest's folder: " + folder);
        Answer answer = host.run(Command.of("rm", "-rf", "--", folder).within(LIMIT));
        if (!answer.succeeded())
            throw new RingsideException(
                    folder + " on " + host.name() + " cannot be removed: " + answer.complaint(), "remove it by hand");
    }
}
