package ringside.core.image;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import ringside.core.Progress;
import ringside.core.RingsideException;
import ringside.core.host.Answer;
import ringside.core.host.Command;
import ringside.core.host.Shell;

/** Builds a guest's image out of the packages of the distribution this machine runs, Debian. */
public final class ImageBuild {
    static final String UNFINISHED = ".unfinished-";
    private static final Duration LIMIT = Duration.ofMinutes(30);

    /** A program the build needs, and the package that has it. */
    private record Need(String program, String debian) {}

    private static final List<Need> NEEDS = List.of(
            new Need("mmdebstrap", "mmdebstrap"),
            new Need("apt-get", "apt"),
            new Need("dpkg-deb", "dpkg"),
            new Need("mke2fs", "e2fsprogs"),
            new Need("busybox", "busybox-static"),
            new Need("cpio", "cpio"),
            new Need("ssh-keygen", "openssh-client"));

    private final Shell machine;
    private final Images images;

    /** @param machine this one: an image is built where its folder is */
    public ImageBuild(Shell machine, Images images) {
        this.machine = machine;
        this.images = images;
    }

    /** What this machine lacks for it, each in a line with its remedy; empty if nothing. Takes a second. */
    public List<String> lacks(Recipe recipe) {
        var lacks = new ArrayList<String>();
        for (Need need : NEEDS)
            if (!succeeds("command -v " + need.program()))
                lacks.add(need.program() + " is not installed: apt install " + need.debian());
        if (!succeeds("[ \"$(id -u)\" = 0 ]"))
            lacks.add("only root can build a root file system: run this as root, or by sudo");
        if (!lacks.isEmpty()) return lacks;
        if (!succeeds("ldd \"$(command -v busybox)\" 2>&1 | grep -q 'not a dynamic'"))
            lacks.add("busybox is not the static one: apt install busybox-static");
        for (String name : recipe.allPackages())
            if (!machine.run(Command.of("apt-cache", "show", "--no-all-versions", name)
                            .within(Duration.ofSeconds(20)))
                    .succeeded())
                lacks.add("apt knows no package " + name
                        + ": correct its name, or add the part of Debian that has it (lmbench and iozone3: non-free) to"
                        + " the sources, and run apt update");
        return lacks;
    }

    private boolean succeeds(String script) {
        return machine.run(Command.of("sh", "-c", script)).succeeded();
    }

    /** The image of that recipe if it is there, so that it need not be built. */
    public Optional<GuestImage> existing(Recipe recipe) {
        return images.find(recipe.name()).filter(image -> image.recipe().equals(recipe.checksum()));
    }

    /**
     * Builds it, in some minutes. One of the same name is replaced when this one is whole; if it fails or is cancelled,
     * nothing has changed.
     */
    public GuestImage build(Recipe recipe, Progress progress) {
        List<String> lacks = lacks(recipe);
        if (!lacks.isEmpty())
            throw new RingsideException(
                    "An image cannot be built here: " + String.join("; ", lacks), "mend that first");
        images.checkUnused(recipe.name());
        Path folder = images.root().resolve(UNFINISHED + recipe.name() + "-" + UUID.randomUUID());
        try {
            Files.createDirectories(folder);
            for (String file : List.of("init", "initrd-init"))
                Files.writeString(folder.resolve(file), Recipe.text(file));
            steps(recipe, folder, progress);
            return keep(recipe, folder, progress);
        } catch (IOException e) {
            throw new RingsideException(
                    "The image cannot be written into " + images.root() + " (" + e.getMessage() + ")",
                    "make room there, or set XDG_CACHE_HOME to another place",
                    e);
        } finally {
            undo(folder);
        }
    }

    private void steps(Recipe recipe, Path folder, Progress progress) {
        String release = recipe.release().isEmpty() ? ownRelease() : recipe.release();
        String packages = String.join(",", recipe.allPackages());
        // The shares are those of the time they take
        progress.at("packages of " + release + " are fetched and unpacked (some two minutes)", 0.02);
        script("tree.sh", folder.toString(), release, packages);
        progress.at("keys, network, SSH server", 0.68);
        script("settle.sh", folder.toString());
        progress.at("the kernel", 0.70);
        script("kernel.sh", folder.toString());
        progress.at("the initial RAM disk", 0.85);
        script("initrd.sh", folder.toString());
        script("nested.sh", folder.toString());
        progress.at("the disk image", 0.92);
        script("disk.sh", folder.toString(), "" + recipe.mib());
    }

    private String ownRelease() {
        Answer answer = machine.run(Command.of("sh", "-c", ". /etc/os-release; printf %s \"$VERSION_CODENAME\""));
        if (answer.succeeded() && answer.out().matches("[a-z]{1,32}")) return answer.out();
        throw new RingsideException(
                "This machine does not say which release of Debian it has", "name one by --release");
    }

    private void script(String file, String... arguments) {
        var words = new ArrayList<>(List.of("sh", "-c", Recipe.text(file), file));
        words.addAll(List.of(arguments));
        Answer answer = machine.run(Command.of(words).within(LIMIT));
        if (answer.succeeded()) return;
        String said = Stream.concat(answer.err().lines(), answer.out().lines())
                .filter(line -> line.startsWith("E: ") || line.contains("rror"))
                .findFirst()
                .orElseGet(answer::complaint);
        throw new RingsideException(
                "The image could not be built (" + file + "): " + said,
                answer.ending() == Answer.Ending.TIMED_OUT
                        ? "see whether the network is there"
                        : "see that apt can install packages here, and that the disk has 3 GB of room");
    }

    private GuestImage keep(Recipe recipe, Path folder, Progress progress) throws IOException {
        String release = recipe.release().isEmpty() ? ownRelease() : recipe.release();
        Path place = images.root().resolve(recipe.name());
        progress.at("its checksum", 0.96);
        var image = new GuestImage(
                recipe.name(),
                place,
                release,
                recipe.allPackages(),
                recipe.checksum(),
                Files.readString(folder.resolve("host_key.pub")).strip(),
                Images.checksum(folder, Progress.SILENT),
                Instant.now(),
                room(folder));
        Images.describe(image, folder);
        images.checkUnused(recipe.name()); // one may have been started meanwhile
        if (Files.exists(place)) Files.move(place, folder.resolveSibling(folder.getFileName() + "-before"));
        Files.move(folder, place, StandardCopyOption.ATOMIC_MOVE);
        undo(folder.resolveSibling(folder.getFileName() + "-before"));
        return image;
    }

    /** What its files take on the disk: much of an image is holes. */
    private long room(Path folder) {
        Answer answer = machine.run(Command.of("du", "-s", "-B1", folder.toString()));
        String first = answer.out().split("\\s", 2)[0];
        return answer.succeeded() && first.matches("\\d{1,15}") ? Long.parseLong(first) : 0;
    }

    /** Removes a build that was broken off, by us or by whatever ended us. */
    public void undo(Path folder) {
        if (!folder.startsWith(images.root()) || !Files.exists(folder)) return;
        boolean cancelled = Thread.interrupted();
        try {
            machine.run(Command.of("sh", "-c", Recipe.text("undo.sh"), "undo.sh", folder.toString())
                    .within(Duration.ofMinutes(1)));
        } finally {
            if (cancelled) Thread.currentThread().interrupt();
        }
    }
}
