package ringside.core.bench.plan;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import ringside.core.RingsideException;
import ringside.core.bench.Plan;

/** The plans that come with the program. */
public final class Plans {
    /** What is measured where nobody says which plan. */
    public static final String USUAL = "quick";

    private static final List<String> IDS = List.of(USUAL, "opsahl-2013-small", "opsahl-2013");

    private Plans() {}

    /** From the shortest to the longest. */
    public static List<Plan> bundled() {
        return IDS.stream().map(Plans::bundled).toList();
    }

    public static Optional<Plan> byId(String id) {
        return IDS.contains(id) ? Optional.of(bundled(id)) : Optional.empty();
    }

    /**
     * The plan that a person names: the id of a bundled one, or a file.
     *
     * @throws RingsideException if it is neither, or the file is not a plan
     */
    public static Plan named(String idOrFile) {
        Optional<Plan> bundled = byId(idOrFile);
        if (bundled.isPresent()) return bundled.get();
        Path file = Path.of(idOrFile);
        if (Files.isRegularFile(file)) return PlanFile.read(file);
        throw new RingsideException(
                "There is no plan '" + idOrFile + "', and no such file",
                "name a file, or one of " + IDS.stream().collect(Collectors.joining(", ")));
    }

    private static Plan bundled(String id) {
        String name = "/ringside/bench/plan/" + id + ".yaml";
        try (InputStream in = Plans.class.getResourceAsStream(name)) {
            if (in == null) throw new IllegalStateException(name + " is not in the program");
            return PlanFile.read(id + ".yaml", new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
