import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassFile.ClassHierarchyResolverOption;
import java.lang.classfile.ClassFile.StackMapsOption;
import java.lang.classfile.ClassFileVersion;
import java.lang.classfile.ClassHierarchyResolver;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeTransform;
import java.lang.constant.ClassDesc;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/**
 * Classes compiled for Java 5 have no stack maps: the JVM verifies them the old and slow way at every start, and takes none of
 * them into a start-up cache. Nothing else of them is changed here.
 */
class StackMaps {
    private static final int WITHOUT = ClassFile.JAVA_5_VERSION;
    private static final int WITH = ClassFile.JAVA_8_VERSION;

    private final Map<String, byte[]> files = new LinkedHashMap<>();
    private final ClassFile writing = ClassFile.of(
            StackMapsOption.GENERATE_STACK_MAPS,
            ClassHierarchyResolverOption.of(
                    ClassHierarchyResolver.ofResourceParsing(this::found).orElse(ClassHierarchyResolver.defaultResolver())));

    private StackMaps() {}

    /** Gives them to a jar's classes that have none. */
    static void add(Path jar) throws IOException {
        var maps = new StackMaps();
        Path mapped = jar.resolveSibling("mapped");
        try (var zip = new ZipFile(jar.toFile());
                var out = new ZipOutputStream(Files.newOutputStream(mapped))) {
            for (ZipEntry entry : zip.stream().filter(each -> !each.isDirectory()).toList())
                maps.files.put(entry.getName(), zip.getInputStream(entry).readAllBytes());
            for (var file : maps.files.entrySet()) {
                var same = new ZipEntry(file.getKey());
                same.setTime(zip.getEntry(file.getKey()).getTime());
                out.putNextEntry(same);
                out.write(file.getKey().endsWith(".class") ? maps.mapped(file.getValue()) : file.getValue());
            }
        }
        Files.move(mapped, jar, StandardCopyOption.REPLACE_EXISTING);
    }

    private byte[] mapped(byte[] read) {
        var old = writing.parse(read);
        if (old.majorVersion() > WITHOUT) return read;
        ClassTransform newer = (builder, element) -> {
            if (element instanceof ClassFileVersion) builder.withVersion(WITH, 0);
            else builder.with(element);
        };
        return writing.transformClass(old, newer.andThen(ClassTransform.transformingMethodBodies(CodeTransform.ACCEPT_ALL)));
    }

    private InputStream found(ClassDesc type) {
        String name = type.descriptorString();
        byte[] read = files.get(name.substring(1, name.length() - 1) + ".class");
        return read == null ? null : new ByteArrayInputStream(read);
    }
}
