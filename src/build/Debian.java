import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;

/**
 * A Debian package of an application image: the image in /usr/lib, its command in /usr/bin, and what a desktop reads. Each of
 * its files is the package's own, so that nothing has to be run when it is installed, and nothing is left when it is removed.
 */
class Debian {
    private static final Path PARTS = Path.of("src/build/installer");
    private static final List<Integer> SIZES = List.of(16, 24, 32, 48, 64, 128, 256, 512);
    private static final List<Integer> ARCHIVE_SIZES = List.of(32, 48, 64, 128, 256);

    private final Path root;
    private final Instant time;

    private Debian(Path root, Instant time) {
        this.root = root;
        this.time = time;
    }

    /** Whether packages can be made here. */
    static boolean find() {
        return Files.isExecutable(Path.of("/usr/bin/dpkg-deb"));
    }

    /** @return the package, in the folder {@code out} */
    static Path pack(Path image, Path out, String version, Instant time) throws Exception {
        String architecture = Command.run(List.of("dpkg", "--print-architecture")).strip();
        Path deb = out.resolve("ringside_" + version + "_" + architecture + ".deb");
        Path root = out.resolve("root");
        var package_ = new Debian(root, time);
        package_.fill(image);
        package_.describe(version, architecture);
        package_.settle();
        Path unfinished = out.resolve("unfinished");
        // Times that are newer than this one become this one
        var build = new ProcessBuilder("dpkg-deb", "--root-owner-group", "-Zxz", "--build", root.toString(), unfinished.toString())
                .redirectOutput(ProcessBuilder.Redirect.DISCARD).redirectError(ProcessBuilder.Redirect.INHERIT);
        build.environment().put("SOURCE_DATE_EPOCH", String.valueOf(time.getEpochSecond()));
        int code = build.start().waitFor();
        if (code != 0) throw new IllegalStateException("dpkg-deb ended with " + code);
        StartCache.remove(root);
        return Files.move(unfinished, deb);
    }

    private void fill(Path image) throws IOException {
        try (Stream<Path> files = Files.walk(image)) {
            for (Path file : files.toList()) {
                Path place = root.resolve("usr/lib/ringside").resolve(image.relativize(file).toString());
                if (Files.isDirectory(file)) Files.createDirectories(place);
                else Files.createLink(place, file);
            }
        }
        Files.createSymbolicLink(folder("usr/bin").resolve("ringside"), Path.of("../lib/ringside/bin/ringside"));
        Files.copy(PARTS.resolve("ringside.desktop"), folder("usr/share/applications").resolve("ringside.desktop"));
        Files.copy(PARTS.resolve("ringside.xml"), folder("usr/share/mime/packages").resolve("ringside.xml"));
        for (int size : SIZES) icon("ringside-" + size + ".png", size + "x" + size + "/apps/ringside.png");
        icon("ringside.svg", "scalable/apps/ringside.svg");
        icon("ringside-symbolic.svg", "symbolic/apps/ringside-symbolic.svg");
        for (int size : ARCHIVE_SIZES) icon("archive-" + size + ".png", size + "x" + size + "/mimetypes/ringside-archive.png");
        icon("archive.svg", "scalable/mimetypes/ringside-archive.svg");
        Path documents = folder("usr/share/doc/ringside");
        Files.copy(PARTS.resolve("copyright"), documents.resolve("copyright"));
        try (var changes = new GZIPOutputStream(Files.newOutputStream(documents.resolve("changelog.gz")))) {
            Files.copy(Path.of("src/site/CHANGELOG.md"), changes);
        }
    }

    private void icon(String file, String place) throws IOException {
        Path target = root.resolve("usr/share/icons/hicolor").resolve(place);
        Files.createDirectories(target.getParent());
        Files.copy(Path.of("icons", file), target);
    }

    private void describe(String version, String architecture) throws Exception {
        long kibibytes = (Installer.size(root) + 1023) / 1024;
        var sums = new StringBuilder();
        try (Stream<Path> files = Files.walk(root)) {
            for (Path file : files.filter(each -> Files.isRegularFile(each) && !Files.isSymbolicLink(each)).sorted().toList())
                sums.append(md5(file)).append("  ").append(root.relativize(file)).append('\n');
        }
        Path control = folder("DEBIAN");
        Files.writeString(control.resolve("md5sums"), sums);
        Files.writeString(control.resolve("control"), Files.readString(PARTS.resolve("control"))
                .replace("@VERSION@", version).replace("@ARCHITECTURE@", architecture).replace("@SIZE@", "" + kibibytes));
    }

    private static String md5(Path file) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("MD5").digest(Files.readAllBytes(file)));
    }

    /** Rights and times do not depend on who builds it, and when. */
    private void settle() throws IOException {
        try (Stream<Path> files = Files.walk(root)) {
            for (Path file : files.toList()) {
                if (Files.isSymbolicLink(file)) continue;
                boolean open = Files.isDirectory(file) || Files.isExecutable(file);
                Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(open ? "rwxr-xr-x" : "rw-r--r--"));
                Files.setLastModifiedTime(file, FileTime.from(time));
            }
        }
    }

    private Path folder(String place) throws IOException {
        return Files.createDirectories(root.resolve(place));
    }
}
