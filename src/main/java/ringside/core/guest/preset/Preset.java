package ringside.core.guest.preset;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import ringside.core.RingsideException;
import ringside.core.guest.Guest;
import ringside.core.guest.Words;
import ringside.core.guest.yaml.GuestFile;

/**
 * A guest to begin with.
 *
 * @param id the name of its file in the resources
 * @param purpose one or two sentences for people
 */
public record Preset(String id, Group group, String title, String purpose, Guest guest) {
    private static final String FOLDER = "/ringside/guest/presets/";
    private static final List<Preset> ALL = read();

    /** What presets are for. */
    public enum Group {
        /** The configurations of the study that Ringside grew from. */
        STUDY,
        /** One guest for all platforms. */
        EQUAL,
        /** What an expert would set on each platform. */
        BEST,
        LAB
    }

    /** All there are, in their order. */
    public static List<Preset> all() {
        return ALL;
    }

    /** @throws RingsideException if there is none of that name */
    public static Preset of(String id) {
        return ALL.stream()
                .filter(preset -> preset.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new RingsideException(
                        "There is no preset " + id, "'ringside guest presets' lists those there are"));
    }

    private static List<Preset> read() {
        return text("presets.txt")
                .lines()
                .filter(line -> !line.startsWith("#"))
                .map(line -> line.split(" \\| ", -1))
                .map(columns -> new Preset(columns[0], group(columns[1]), columns[2], columns[3], guest(columns[0])))
                .toList();
    }

    private static Group group(String word) {
        return Group.valueOf(word.toUpperCase(Locale.ROOT));
    }

    private static Guest guest(String id) {
        return GuestFile.read("preset " + id, text(id + ".yaml"));
    }

    private static String text(String file) {
        try (InputStream in = Preset.class.getResourceAsStream(FOLDER + file)) {
            if (in == null) throw new IllegalStateException("no resource " + file);
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** {@code study: Study: KVM}, as a list shows it. */
    @Override
    public String toString() {
        return Words.of(group) + ": " + title;
    }
}
