import java.io.IOException;
import java.net.URI;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Makes a zip of the program for each system, to be unpacked beside a Java 25: the jars of this build, JavaFX's of that
 * system, and the launchers. None is made that lacks a native library for its system.
 */
class Systems {
    private final Path program;
    private final Path out;
    private final String version;
    private final FileTime time;

    private Systems(Path program, Path out, String version, Instant time) {
        this.program = program;
        this.out = out;
        this.version = version;
        this.time = FileTime.from(time);
    }

    /**
     * @param arguments the program's folder; the one to write into, in which JavaFX's jars are, in a folder for each
     *     system; the version, and the time that all files bear
     */
    public static void main(String[] arguments) throws IOException {
        var systems = new Systems(
                Path.of(arguments[0]).toAbsolutePath(), Path.of(arguments[1]).toAbsolutePath(), arguments[2], Instant.parse(arguments[3]));
        for (Natives.System system : Natives.System.values()) systems.make(system);
    }

    private void make(Natives.System system) throws IOException {
        List<Path> jars = jars(system);
        List<String> faults = Natives.faults(system, jars);
        if (!faults.isEmpty()) throw new IllegalStateException(system.classifier + ": " + String.join("; ", faults));
        Path home = out.resolve("work").resolve("ringside-" + version);
        StartCache.remove(home.getParent());
        Files.createDirectories(home.resolve("lib"));
        for (Path jar : jars) Files.copy(jar, home.resolve("lib").resolve(jar.getFileName()));
        Files.copy(Path.of("LICENSE"), home.resolve("LICENSE"));
        if (system == Natives.System.WINDOWS) Launchers.windows(home);
        else Launchers.unix(home, "lib", List.of());
        Path zip = out.resolve("ringside-" + version + "-" + system.classifier + ".zip");
        pack(home, zip);
        StartCache.remove(home.getParent());
        java.lang.System.out.printf("%s of %d MB, its native libraries checked%n", zip, Files.size(zip) >> 20);
    }

    private List<Path> jars(Natives.System system) throws IOException {
        var jars = new ArrayList<Path>();
        for (Path folder : List.of(program.resolve("lib"), out.resolve(system.classifier)))
            for (String name : Launchers.jars(folder))
                if (!folder.startsWith(program) || !name.startsWith("javafx-")) jars.add(folder.resolve(name));
        return jars;
    }

    private void pack(Path home, Path zip) throws IOException {
        Files.deleteIfExists(zip);
        var options = Map.of("create", "true", "enablePosixFileAttributes", "true");
        try (FileSystem packed = FileSystems.newFileSystem(URI.create("jar:" + zip.toUri()), options);
                Stream<Path> files = Files.walk(home)) {
            for (Path file : files.sorted(Comparator.naturalOrder()).toList()) {
                Path place = packed.getPath(home.getParent().relativize(file).toString());
                if (Files.isDirectory(file)) Files.createDirectories(place);
                else Files.copy(file, place);
                boolean open = Files.isDirectory(file) || Files.isExecutable(file);
                Files.setPosixFilePermissions(place, PosixFilePermissions.fromString(open ? "rwxr-xr-x" : "rw-r--r--"));
                Files.setLastModifiedTime(place, time);
            }
        }
    }
}
