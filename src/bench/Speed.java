import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Ringside beside its peers, part by part; run by src/bench/run, whose words choose the parts (none: all of them).
 * What is compared alternates within one run, so that a machine whose speed drifts slows both.
 */
class Speed {
    /** A part measures in a folder of its own, which is deleted afterwards. */
    @FunctionalInterface
    interface Part {
        void measure(Path folder, Clock clock) throws Exception;
    }

    private static final Map<String, Part> PARTS = new LinkedHashMap<>();

    static {
        PARTS.put("start", Start::measure);
        PARTS.put("window", WindowStart::measure);
        PARTS.put("import", Imports::measure);
        PARTS.put("data", LargeStore::measure);
        PARTS.put("server", LargeServer::measure);
        PARTS.put("figures", Drawing::measure);
        PARTS.put("statistics", Summaries::measure);
        PARTS.put("simulations", Simulations::measure);
        PARTS.put("preview", Preview::measure);
        PARTS.put("runner", Overhead::measure);
        PARTS.put("matrix", Matrix::measure);
        PARTS.put("driver", Guests::measure);
    }

    public static void main(String[] arguments) throws Exception {
        Locale.setDefault(Locale.ROOT);
        System.setProperty("java.awt.headless", "true");
        List<String> chosen = arguments.length == 0 ? List.copyOf(PARTS.keySet()) : List.of(arguments);
        for (String name : chosen)
            if (!PARTS.containsKey(name)) throw new IllegalArgumentException("no part " + name + " in " + PARTS.keySet());
        for (String name : chosen) {
            System.out.printf("## %s%n%n", name);
            Path folder = Files.createTempDirectory("ringside-speed");
            var clock = new Clock();
            try {
                PARTS.get(name).measure(folder, clock);
            } finally {
                clock.print();
                delete(folder);
            }
        }
        System.exit(0); // the toolkit would stay
    }

    private static void delete(Path folder) throws Exception {
        try (var files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) Files.delete(file);
        }
    }
}
