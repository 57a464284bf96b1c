package ringside.core.hypervisor;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import ringside.core.Progress;
import ringside.core.RingsideException;
import ringside.core.guest.Disk;
import ringside.core.guest.Guest;
import ringside.core.guest.render.Rendering.Step;
import ringside.core.host.Answer;
import ringside.core.host.Command;
import ringside.core.host.Shell;

/** What is made on a host before a guest starts: disks that are not there yet, and whatever else its configuration needs. */
public final class Groundwork {
    /** Filling a disk that takes all its room takes its time. */
    private static final Duration LIMIT = Duration.ofMinutes(10);

    /** Image, user-data, meta-data, network-config; the last two may be empty. */
    private static final String SEED = """
            d=$(mktemp -d) && trap 'rm -rf "$d"' EXIT || exit 1
            cp "$2" "$d/user-data" || exit 1
            if [ -n "$3" ]; then cp "$3" "$d/meta-data" || exit 1; else : > "$d/meta-data"; fi
            [ -z "$4" ] || cp "$4" "$d/network-config" || exit 1
            for tool in xorrisofs genisoimage mkisofs; do
              command -v $tool > /dev/null || continue
              $tool -quiet -volid cidata -joliet -rock -output "$1" "$d"
              exit
            done
            exit 127""";

    private final Shell host;
    private final Guest guest;
    private final List<String> made = new ArrayList<>();

    public Groundwork(Shell host, Guest guest) {
        this.host = host;
        this.guest = guest;
    }

    /** Runs the steps; a disk that is there already is left as it is. */
    public void lay(List<Step> steps, Progress progress) {
        for (Step step : steps) {
            Progress.checkCancelled();
            Optional<String> disk = disk(step);
            if (disk.isPresent() && exists(disk.get())) continue;
            disk.ifPresent(made::add);
            progress.at(step.why(), Double.NaN);
            run(step);
        }
    }

    /** The path of the disk that a step makes. */
    private Optional<String> disk(Step step) {
        return guest.disks().stream()
                .filter(disk -> disk.size().isPresent())
                .filter(disk -> makes(step, disk))
                .map(Disk::path)
                .findFirst();
    }

    private static boolean makes(Step step, Disk disk) {
        List<String> words = step.command();
        if (words.getFirst().equals("qemu-img")) return words.contains(disk.path());
        int named = words.indexOf("--name");
        return words.getFirst().equals("lvcreate")
                && named > 0
                && disk.path().equals("/dev/" + words.getLast() + "/" + words.get(named + 1));
    }

    /** Whether a file or device is there. */
    public boolean exists(String path) {
        return host.run(Command.of("test", "-e", path)).succeeded();
    }

    private void run(Step step) {
        Answer answer = host.run(Command.of(step.command()).within(LIMIT));
        if (answer.exit() == Answer.NOT_FOUND && step.command().getFirst().equals("cloud-localds")) answer = seed(step);
        if (answer.succeeded()) return;
        String program = step.command().getFirst();
        if (answer.exit() == Answer.NOT_FOUND)
            throw new RingsideException(
                    program + " is not installed on " + host.name() + ": it makes what the guest needs, " + step.why(),
                    program.equals("cloud-localds")
                            ? "install it there (cloud-image-utils on Debian), or xorriso, or genisoimage"
                            : "install it there, or run by other means: " + step.line());
        throw new RingsideException(
                "On " + host.name() + " this could not be made for guest \"" + guest.name() + "\", " + step.why() + ": "
                        + answer.complaint(),
                "see that this works there: " + step.line());
    }

    /** The same by what makes ISO images; cloud-localds is rarely installed. */
    private Answer seed(Step step) {
        var words = new ArrayList<>(List.of("sh", "-c", SEED, "sh"));
        String network = "";
        for (String word : step.command().subList(1, step.command().size()))
            if (word.startsWith("--network-config=")) network = word.substring("--network-config=".length());
            else words.add(word);
        while (words.size() < 7) words.add("");
        words.add(network);
        return host.run(Command.of(words).within(LIMIT));
    }

    /** Takes the disks away again that were made here. */
    public void undo() {
        for (String path : made.reversed())
            host.run(
                    path.startsWith("/dev/") ? Command.of("lvremove", "-y", path) : Command.of("rm", "-f", "--", path));
        made.clear();
    }
}
