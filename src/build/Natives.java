import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** The native libraries inside jars, by what their own headers say they are for. */
class Natives {
    /** JavaFX cannot open a window without these. */
    private static final List<String> WINDOW = List.of("glass", "prism_sw", "javafx_font");

    private Natives() {}

    /** A system that Ringside is made for, by JavaFX's name for it, and the kind of its libraries. */
    enum System {
        LINUX("linux", "ELF x86-64"),
        LINUX_ARM("linux-aarch64", "ELF aarch64"),
        WINDOWS("win", "PE x86-64"),
        MAC("mac", "Mach-O x86-64"),
        MAC_ARM("mac-aarch64", "Mach-O aarch64");

        final String classifier;
        final String kind;

        System(String classifier, String kind) {
            this.classifier = classifier;
            this.kind = kind;
        }
    }

    /**
     * Each jar that has any native library must have one for the system; JavaFX's must have no others, and all that a window
     * needs.
     *
     * @return what is wrong, a line each
     */
    static List<String> faults(System system, List<Path> jars) throws IOException {
        var faults = new ArrayList<String>();
        var found = new HashSet<String>();
        for (Path jar : jars) {
            var kinds = kinds(jar);
            if (kinds.isEmpty()) continue;
            var own = kinds.entrySet().stream().filter(each -> each.getValue().contains(system.kind)).map(each -> each.getKey()).toList();
            if (own.isEmpty()) faults.add(jar.getFileName() + " has no library of the kind " + system.kind);
            if (!jar.getFileName().toString().startsWith("javafx-")) continue;
            kinds.forEach((name, kind) -> {
                if (!kind.contains(system.kind)) faults.add(jar.getFileName() + ": " + name + " is of the kind " + kind);
            });
            own.forEach(name -> found.add(name.replaceFirst("^lib", "").replaceFirst("\\..*$", "")));
        }
        for (String needed : WINDOW)
            if (!found.contains(needed)) faults.add("JavaFX's library " + needed + " is missing");
        return faults;
    }

    /**
     * Puts a Linux's libraries beside the jars that hold them: JavaFX, which finds none there, unpacks them into the user's
     * home, and compares both at every start.
     *
     * @param jars the names of the jars without their ending, as a pattern
     */
    static void unpack(Path lib, String jars) throws IOException {
        String jna = "com/sun/jna/linux-" + (java.lang.System.getProperty("os.arch").equals("amd64") ? "x86-64" : "aarch64") + "/";
        for (String jar : Launchers.jars(lib)) {
            if (!jar.matches(jars + "\\.jar")) continue;
            try (var zip = new ZipFile(lib.resolve(jar).toFile())) {
                for (ZipEntry entry : zip.stream().filter(each -> each.getName().endsWith(".so")).toList()) {
                    String name = entry.getName();
                    if (name.indexOf('/') < 0 || name.startsWith(jna))
                        Files.copy(zip.getInputStream(entry), lib.resolve(name.substring(name.lastIndexOf('/') + 1)));
                }
            }
        }
    }

    /** Library → what it is for, of one jar. */
    private static TreeMap<String, Set<String>> kinds(Path jar) throws IOException {
        var kinds = new TreeMap<String, Set<String>>();
        try (var zip = new ZipFile(jar.toFile())) {
            for (ZipEntry entry : zip.stream().filter(each -> each.getName().matches(".*\\.(so|dll|dylib|jnilib)")).toList())
                try (var in = zip.getInputStream(entry)) {
                    kinds.put(entry.getName(), kinds(ByteBuffer.wrap(in.readNBytes(4096)).order(ByteOrder.LITTLE_ENDIAN)));
                }
        }
        return kinds;
    }

    private static Set<String> kinds(ByteBuffer head) {
        int magic = head.getInt(0);
        if (magic == 0x464c457f) return Set.of("ELF " + elf(head.getShort(18)));
        if ((magic & 0xffff) == 0x5a4d) return Set.of("PE " + pe(head.getShort(head.getInt(0x3c) + 4) & 0xffff));
        if (magic == 0xfeedfacf) return Set.of("Mach-O " + mach(head.getInt(4)));
        if (magic == 0xbebafeca) { // several in one file, its head in the other order of bytes
            var all = new HashSet<String>();
            head.order(ByteOrder.BIG_ENDIAN);
            for (int i = 0; i < head.getInt(4); i++) all.add("Mach-O " + mach(head.getInt(8 + 20 * i)));
            return all;
        }
        return Set.of("unknown");
    }

    private static String elf(int machine) {
        return machine == 62 ? "x86-64" : machine == 183 ? "aarch64" : "other";
    }

    private static String pe(int machine) {
        return machine == 0x8664 ? "x86-64" : machine == 0xaa64 ? "aarch64" : "other";
    }

    private static String mach(int processor) {
        return processor == 0x01000007 ? "x86-64" : processor == 0x0100000c ? "aarch64" : "other";
    }
}
