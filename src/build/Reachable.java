import java.io.IOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.constantpool.ClassEntry;
import java.lang.classfile.constantpool.Utf8Entry;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/**
 * The part of a library that the other jars can reach: for one that is large, loads no class by name and has no resources.
 * What a class names, in whatever way, counts as reached.
 */
class Reachable {
    private final String prefix;
    private final Pattern named;
    private final Map<String, byte[]> all = new HashMap<>();
    private final Set<String> reached = new HashSet<>();
    private final ArrayDeque<String> unread = new ArrayDeque<>();

    private Reachable(String prefix) {
        this.prefix = prefix;
        named = Pattern.compile(Pattern.quote(prefix) + "[\\w/$]+");
    }

    /**
     * Takes what cannot be reached out of a jar.
     *
     * @param prefix of the names of its classes, such as {@code it/unimi/dsi/fastutil/}
     */
    static void keep(Path jar, String prefix, List<Path> others) throws IOException {
        var reachable = new Reachable(prefix);
        for (Path other : others)
            try (var zip = new ZipFile(other.toFile())) {
                for (ZipEntry entry : classes(zip)) reachable.see(zip.getInputStream(entry).readAllBytes());
            }
        reachable.write(jar);
    }

    private static List<? extends ZipEntry> classes(ZipFile zip) {
        return zip.stream().filter(entry -> entry.getName().endsWith(".class")).toList();
    }

    private void see(byte[] read) {
        for (var entry : ClassFile.of().parse(read).constantPool()) {
            String text = switch (entry) {
                case ClassEntry type -> type.asInternalName();
                case Utf8Entry utf8 -> utf8.stringValue();
                default -> "";
            };
            named.matcher(text).results().forEach(found -> {
                if (reached.add(found.group())) unread.add(found.group());
            });
        }
    }

    private void write(Path jar) throws IOException {
        Path smaller = jar.resolveSibling("smaller");
        try (var zip = new ZipFile(jar.toFile());
                var out = new ZipOutputStream(Files.newOutputStream(smaller))) {
            var kept = new ArrayList<ZipEntry>();
            for (ZipEntry entry : classes(zip)) all.put(entry.getName().replaceFirst("\\.class$", ""), zip.getInputStream(entry).readAllBytes());
            for (String name; (name = unread.poll()) != null; ) if (all.containsKey(name)) see(all.get(name));
            zip.stream().filter(entry -> !entry.isDirectory() && (!entry.getName().startsWith(prefix) || reached.contains(entry.getName().replaceFirst("\\.class$", "")))).forEach(kept::add);
            for (ZipEntry entry : kept) {
                var same = new ZipEntry(entry.getName());
                same.setTime(entry.getTime());
                out.putNextEntry(same);
                zip.getInputStream(entry).transferTo(out);
            }
        }
        Files.move(smaller, jar, StandardCopyOption.REPLACE_EXISTING);
    }
}
