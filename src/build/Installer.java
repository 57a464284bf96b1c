import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Makes an application image with a Java of its own out of target/ringside, and on a Debian its package. The image is
 * jpackage's, but for the launcher: ours chooses by command how to compile, and by machine how to draw.
 */
class Installer {
    /** Where jpackage puts jars. */
    private static final String LIB = "lib/app";
    /** What no class file names: other languages' numbers and dates. */
    private static final List<String> UNSEEN_MODULES = List.of("jdk.localedata");
    /** The libraries that the window and libvirt's library need lie beside the jars, not in caches in the user's home. */
    private static final List<String> OPTIONS =
            List.of("-Djna.boot.library.path=$home/" + LIB, "-Djna.nounpack=true");

    private final Path jdk = Path.of(System.getProperty("java.home"));
    private final Path program;
    private final Path out;
    private final String version;
    private final Instant time;
    private final Path image;

    private Installer(Path program, Path out, String version, Instant time) {
        this.program = program;
        this.out = out;
        this.version = version;
        this.time = time;
        image = out.resolve("ringside");
    }

    /** @param arguments the program's folder, the one to write into, its version, and the time that its files bear */
    public static void main(String[] arguments) throws Exception {
        if (!System.getProperty("os.name").equals("Linux"))
            throw new IllegalStateException("the installer is made on Linux; target/ringside runs here with a Java 25");
        new Installer(
                        Path.of(arguments[0]).toAbsolutePath(), Path.of(arguments[1]).toAbsolutePath(),
                        arguments[2], Instant.parse(arguments[3]))
                .make();
    }

    private void make() throws Exception {
        StartCache.remove(out);
        Files.createDirectories(out);
        makeRuntime();
        makeImage();
        Path debian = Debian.find() ? Debian.pack(image, out, version, time) : null;
        System.out.printf("%s of %d MB%n", image, size(image) >> 20);
        if (debian != null) System.out.printf("%s of %d MB%n", debian, Files.size(debian) >> 20);
    }

    /** The modules that the program and its libraries name. */
    private void makeRuntime() throws Exception {
        Path lib = program.resolve("lib");
        var jdeps = new ArrayList<>(List.of(
                tool("jdeps"), "--multi-release", "25", "--ignore-missing-deps", "--print-module-deps", "--class-path", lib + "/*"));
        for (String jar : Launchers.jars(lib)) jdeps.add(lib.resolve(jar).toString());
        var modules = new ArrayList<>(UNSEEN_MODULES);
        modules.add(Command.run(jdeps).lines().filter(line -> line.startsWith("java.base")).findFirst().orElseThrow());
        Command.run(List.of(
                tool("jlink"), "--add-modules", String.join(",", modules), "--strip-debug", "--no-man-pages",
                "--no-header-files", "--compress", "zip-9", "--output", runtime().toString()));
    }

    private void makeImage() throws Exception {
        Path input = Files.createDirectories(out.resolve("input"));
        for (String jar : Launchers.jars(program.resolve("lib")))
            Files.copy(program.resolve("lib").resolve(jar), input.resolve(jar));
        Command.run(List.of(
                tool("jpackage"), "--type", "app-image", "--name", "ringside", "--app-version", version,
                "--vendor", "Ringside", "--input", input.toString(), "--main-jar", "ringside-" + version + ".jar",
                "--main-class", "ringside.Ringside", "--runtime-image", runtime().toString(),
                "--icon", "icons/ringside-256.png", "--dest", out.toString()));
        StartCache.remove(input);
        StartCache.remove(runtime());
        Path lib = image.resolve(LIB);
        shrink(lib);
        for (String native_ : List.of("javafx-graphics-.*-linux.*", "jna-.*")) Natives.unpack(lib, native_);
        for (String left : List.of("lib/libapplauncher.so", LIB + "/ringside.cfg", LIB + "/.jpackage.xml"))
            Files.deleteIfExists(image.resolve(left));
        Launchers.unix(image, LIB, OPTIONS);
        setTimes(image); // before the cache is recorded: it knows its jars by them
        List<String> options = OPTIONS.stream().map(option -> option.replace("$home", image.toString())).toList();
        StartCache.record(image.resolve("lib/runtime/bin/java"), lib, options);
        setTimes(image);
    }

    /** The primitive collections are a library larger than all others together, of which the tables need a few dozen classes. */
    private static void shrink(Path lib) throws IOException {
        var others = new ArrayList<Path>();
        for (String jar : Launchers.jars(lib)) if (!jar.startsWith("fastutil-")) others.add(lib.resolve(jar));
        for (String jar : Launchers.jars(lib))
            if (jar.startsWith("fastutil-")) Reachable.keep(lib.resolve(jar), "it/unimi/dsi/fastutil/", others);
    }

    private void setTimes(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.toList())
                if (!Files.isSymbolicLink(file)) Files.setLastModifiedTime(file, FileTime.from(time));
        }
    }

    private Path runtime() {
        return out.resolve("runtime");
    }

    private String tool(String name) {
        return jdk.resolve("bin").resolve(name).toString();
    }

    /** Bytes. */
    static long size(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            long sum = 0;
            for (Path file : files.filter(Files::isRegularFile).toList()) sum += Files.size(file);
            return sum;
        }
    }
}
