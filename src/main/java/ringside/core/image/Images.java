package ringside.core.image;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import ringside.core.Progress;
import ringside.core.RingsideException;
import ringside.core.Sha256;
import ringside.core.WholeFile;
import ringside.core.json.Json;

/** The images in the cache directory: a folder each, with a file that says what it is. */
public final class Images {
    private static final String DESCRIPTION = "image.json";

    private final Path root;
    private final Function<Path, List<String>> guests;

    /**
     * @param root the folder of images, which need not exist
     * @param guests the names of those that were started from the image in a folder
     */
    public Images(Path root, Function<Path, List<String>> guests) {
        this.root = root;
        this.guests = guests;
    }

    public Path root() {
        return root;
    }

    /** Those that are whole, by name. */
    public List<GuestImage> all() {
        if (!Files.isDirectory(root)) return List.of();
        try (Stream<Path> folders = Files.list(root)) {
            return folders.map(Images::read)
                    .flatMap(Optional::stream)
                    .sorted(Comparator.comparing(GuestImage::name))
                    .toList();
        } catch (IOException e) {
            throw new RingsideException(
                    "The images in " + root + " cannot be listed", "see that the folder may be read", e);
        }
    }

    public Optional<GuestImage> find(String name) {
        return all().stream().filter(image -> image.name().equals(name)).findFirst();
    }

    /** The name of the one that is meant if none is said. */
    public static final String USUAL = "lab";

    /** @throws RingsideException if there is none of that name, saying how it is made */
    public GuestImage image(String name) {
        return find(name)
                .orElseThrow(() -> new RingsideException(
                        "There is no guest image \"" + name + "\"",
                        "build it by 'ringside guest image build --name " + name + "'"));
    }

    /** Builds that were broken off without a chance to tidy up. */
    public List<Path> unfinished() {
        if (!Files.isDirectory(root)) return List.of();
        try (Stream<Path> folders = Files.list(root)) {
            return folders.filter(folder -> folder.getFileName().toString().startsWith(ImageBuild.UNFINISHED))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            return List.of();
        }
    }

    /** Whether its files are what they were when it was made. Reads them all. */
    public boolean isWhole(GuestImage image, Progress progress) {
        return checksum(image.folder(), progress).equals(image.checksum());
    }

    public void remove(String name) {
        GuestImage image = image(name);
        checkUnused(name);
        try (Stream<Path> files = Files.walk(image.folder())) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new RingsideException("Image " + name + " cannot be removed", "remove " + image.folder(), e);
        }
    }

    /** @throws RingsideException if guests need the image of that name, if there is one */
    void checkUnused(String name) {
        Path folder = root.resolve(name);
        List<String> needing = Files.exists(folder) ? guests.apply(folder) : List.of();
        if (!needing.isEmpty())
            throw new RingsideException(
                    "The image " + name + " is needed by " + String.join(", ", needing),
                    "remove these first by 'ringside guest destroy', or build under another name");
    }

    static String checksum(Path folder, Progress progress) {
        MessageDigest digest = Sha256.digest();
        byte[] buffer = new byte[1 << 20];
        for (String file : List.of("vmlinuz", "initrd.gz", "root.img")) {
            progress.at("the checksum of " + file, Double.NaN);
            try (InputStream in = Files.newInputStream(folder.resolve(file))) {
                for (int n; (n = in.read(buffer)) >= 0; ) {
                    Progress.checkCancelled();
                    digest.update(buffer, 0, n);
                }
            } catch (IOException e) {
                throw new RingsideException(
                        "The image's file " + folder.resolve(file) + " cannot be read", "build the image again", e);
            }
        }
        return Sha256.text(digest.digest());
    }

    static void describe(GuestImage image, Path folder) throws IOException {
        var map = new LinkedHashMap<String, Object>();
        map.put("ringside-image", 1);
        map.put("name", image.name());
        map.put("release", image.release());
        map.put("packages", image.packages());
        map.put("recipe", image.recipe());
        map.put("host_key", image.hostKey());
        map.put("checksum", image.checksum());
        map.put("made", image.made().toString());
        map.put("bytes", image.bytes());
        byte[] text = Json.pretty(map).getBytes(StandardCharsets.UTF_8);
        WholeFile.write(folder.resolve(DESCRIPTION), out -> out.write(text));
    }

    private static Optional<GuestImage> read(Path folder) {
        Path file = folder.resolve(DESCRIPTION);
        if (folder.getFileName().toString().startsWith(".") || !Files.isRegularFile(file)) return Optional.empty();
        try {
            Map<String, Object> map = Json.object(Files.readString(file));
            var packages = new ArrayList<String>();
            if (map.get("packages") instanceof List<?> all) all.forEach(each -> packages.add(String.valueOf(each)));
            return Optional.of(new GuestImage(
                    String.valueOf(map.get("name")),
                    folder,
                    String.valueOf(map.get("release")),
                    packages,
                    String.valueOf(map.get("recipe")),
                    String.valueOf(map.get("host_key")),
                    String.valueOf(map.get("checksum")),
                    Instant.parse(String.valueOf(map.get("made"))),
                    map.get("bytes") instanceof Number bytes ? bytes.longValue() : 0));
        } catch (IOException | IllegalArgumentException | DateTimeParseException notOurs) {
            return Optional.empty();
        }
    }
}
