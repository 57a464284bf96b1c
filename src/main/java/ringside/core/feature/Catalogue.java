package ringside.core.feature;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import ringside.core.feature.Gathered.Text;

/**
 * The matrix as it was loaded: the program's own files, and those a person has put into a folder to add platforms,
 * features and cells. A file that does not fit is left out whole, and {@link #faults} says why; the others count.
 *
 * @param own ids of the platforms that a person's files have added
 */
public record Catalogue(FeatureMatrix matrix, List<Fault> faults, List<String> own) {
    /** No honest file is larger; the program's own largest has a tenth of it. */
    static final int LARGEST = 1 << 20;

    private static final List<String> FILES =
            List.of("editions", "features", "platforms", "qemu", "kvm", "xen", "libvirt", "virtualbox");

    public Catalogue {
        faults = List.copyOf(faults);
        own = List.copyOf(own);
    }

    /** The program's own. */
    public static Catalogue bundled() {
        return load(List.of());
    }

    /**
     * The program's own with every {@code *.json} of the folders, whatever their names; a single file may stand for a
     * folder.
     */
    public static Catalogue load(List<Path> places) {
        var known = new Gathered();
        known.take(FILES.stream()
                        .map(name -> new Text(name + ".json", resource(name)))
                        .toList())
                .values()
                .forEach(wrong -> {
                    throw new IllegalStateException(wrong.getFirst().text());
                });
        List<String> usual = known.platforms();
        var files = new UserFiles();
        places.forEach(files::add);
        List<Fault> faults = files.into(known);
        List<String> own =
                known.platforms().stream().filter(id -> !usual.contains(id)).toList();
        return new Catalogue(known.matrix(), faults, own);
    }

    private static String resource(String name) {
        try (InputStream in = Catalogue.class.getResourceAsStream("/ringside/feature/" + name + ".json")) {
            if (in == null) throw new IllegalStateException(name + ".json is not in the program");
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
