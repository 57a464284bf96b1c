package ringside.core.feature;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import ringside.core.feature.FeatureMatrix.Place;
import ringside.core.feature.FeatureMatrix.Written;

/**
 * The matrix as it was loaded: the program's own files, and those a person has put into a folder to add platforms,
 * features and cells. A file that does not fit is left out whole, and {@link #faults} says why; the others count.
 */
public record Catalogue(FeatureMatrix matrix, List<Fault> faults) {
    /** No honest file is larger; the program's own largest has a tenth of it. */
    static final int LARGEST = 1 << 20;

    private static final int MOST_FILES = 100;
    private static final int MOST_FAULTS = 20;

    private static final List<String> OWN =
            List.of("editions", "features", "platforms", "qemu", "kvm", "xen", "libvirt", "virtualbox");

    public Catalogue {
        faults = List.copyOf(faults);
    }

    /** The program's own. */
    public static Catalogue bundled() {
        return new Loading().bundled().done();
    }

    /** The program's own with every {@code *.json} of the folders, by name; a single file may stand for a folder. */
    public static Catalogue load(List<Path> places) {
        var loading = new Loading().bundled();
        for (Path place : places) loading.add(place);
        return loading.done();
    }

    private static final class Loading implements CatalogueFile.Known {
        private final Map<String, Edition> editions = new HashMap<>();
        private final Map<String, Column> columns = new LinkedHashMap<>();
        private final Map<String, Feature> features = new LinkedHashMap<>();
        private final Map<Place, Written> cells = new HashMap<>();
        private final List<Fault> faults = new ArrayList<>();
        private final Set<Path> read = new HashSet<>();

        Loading bundled() {
            for (String name : OWN) take(name + ".json", resource(name));
            if (!faults.isEmpty())
                throw new IllegalStateException(faults.getFirst().text());
            return this;
        }

        private static String resource(String name) {
            try (InputStream in = Catalogue.class.getResourceAsStream("/ringside/feature/" + name + ".json")) {
                if (in == null) throw new IllegalStateException(name + ".json is not in the program");
                return new String(in.readAllBytes(), StandardCharsets.UTF_8);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        void add(Path place) {
            if (!Files.isDirectory(place)) {
                if (Files.exists(place)) addFile(place);
                return;
            }
            try (Stream<Path> entries = Files.list(place)) {
                List<Path> files = entries.filter(
                                file -> file.getFileName().toString().endsWith(".json"))
                        .filter(file -> !file.getFileName().toString().startsWith("."))
                        .sorted()
                        .toList();
                files.stream().limit(MOST_FILES).forEach(this::addFile);
                if (files.size() > MOST_FILES)
                    refuse(place, files.size() + " files are too many; the first " + MOST_FILES + " were read");
            } catch (IOException | UncheckedIOException e) {
                refuse(place, "the folder cannot be read: " + e.getMessage());
            }
        }

        private void addFile(Path file) {
            try {
                if (!read.add(Files.exists(file) ? file.toRealPath() : file)) return; // named in two ways
                if (!Files.isRegularFile(file)) {
                    refuse(file, "it is no ordinary file");
                    return;
                }
                byte[] bytes;
                try (InputStream in = Files.newInputStream(file)) {
                    bytes = in.readNBytes(LARGEST + 1);
                }
                if (bytes.length > LARGEST) refuse(file, "it is larger than 1 MiB");
                else take(file.getFileName().toString(), utf8(bytes));
            } catch (CharacterCodingException e) {
                refuse(file, "it is not UTF-8 text");
            } catch (IOException e) {
                refuse(file, "it cannot be read: " + e.getMessage());
            }
        }

        private static String utf8(byte[] bytes) throws CharacterCodingException {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString()
                    .replaceFirst("^\ufeff", ""); // the byte order mark that some editors put first
        }

        private void refuse(Path file, String why) {
            faults.add(new Fault(Checked.shown(String.valueOf(file.getFileName())), 0, "", why));
        }

        private void take(String name, String text) {
            var file = new CatalogueFile(Checked.shown(name), this);
            List<Fault> wrong = file.read(text);
            if (wrong.isEmpty()) {
                editions.putAll(file.editions);
                columns.putAll(file.columns);
                features.putAll(file.features);
                cells.putAll(file.cells);
                return;
            }
            faults.addAll(wrong.subList(0, Math.min(MOST_FAULTS, wrong.size())));
            if (wrong.size() > MOST_FAULTS)
                faults.add(new Fault(Checked.shown(name), 0, "", (wrong.size() - MOST_FAULTS) + " more faults"));
        }

        Catalogue done() {
            return new Catalogue(
                    new FeatureMatrix(List.copyOf(features.values()), List.copyOf(columns.values()), cells), faults);
        }

        @Override
        public boolean hasFeature(String id) {
            return features.containsKey(id);
        }

        @Override
        public boolean hasColumn(String id) {
            return columns.containsKey(id);
        }

        @Override
        public Map<String, Edition> editions() {
            return editions;
        }

        @Override
        public @Nullable Written written(Place place) {
            return cells.get(place);
        }

        @Override
        public String partOf(String column) {
            return columns.get(column) instanceof Column known ? known.partOf() : "";
        }

        @Override
        public boolean hasFinding(Place place) {
            return switch (cells.get(place)) {
                case Written.Stated(Cell cell) -> cell.support() != Support.UNKNOWN;
                case Written.As _ -> true;
                case null -> false;
            };
        }
    }
}
