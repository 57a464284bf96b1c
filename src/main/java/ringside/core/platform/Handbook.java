package ringside.core.platform;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import ringside.core.json.Json;

/** What is told of the platforms and of the theory behind them: the texts and drawings that come with the program. */
public record Handbook(List<Profile> profiles, List<Topic> theory) {
    private static final String FOLDER = "/ringside/platform/";

    /** In the order in which they are shown. */
    private static final List<String> PAGES = List.of("qemu", "kvm", "xen", "libvirt", "virtualbox");

    public Handbook {
        profiles = List.copyOf(profiles);
        theory = List.copyOf(theory);
    }

    public static Handbook bundled() {
        var reading = new HandbookReading(references());
        return new Handbook(
                PAGES.stream()
                        .map(id -> reading.profile(id, Json.object(resource(id + ".json"))))
                        .toList(),
                Json.list(resource("theory.json")).stream().map(reading::topic).toList());
    }

    public Optional<Profile> profile(String id) {
        return profiles.stream().filter(profile -> profile.id().equals(id)).findFirst();
    }

    /** The page that tells of a column of the matrix. */
    public Optional<Profile> about(String column) {
        return profiles.stream()
                .filter(profile ->
                        profile.id().equals(column) || profile.columns().contains(column))
                .findFirst();
    }

    /** By their keys, as the other files name them. */
    public static Map<String, Reference> references() {
        var references = new LinkedHashMap<String, Reference>();
        Json.object(resource("references.json"))
                .forEach((key, value) -> references.put(key, HandbookReading.reference(value)));
        return references;
    }

    private static String resource(String name) {
        try (InputStream in = Handbook.class.getResourceAsStream(FOLDER + name)) {
            if (in == null) throw new IllegalStateException(name + " is not in the program");
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
