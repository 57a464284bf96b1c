import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import ringside.core.Progress;
import ringside.core.figure.Figure;
import ringside.core.figure.View;
import ringside.core.format.Content;
import ringside.core.format.Request;
import ringside.workbench.Workbench;

/** How long the slowest figure waits for its data where one set has a million samples, and where it has ten million. */
final class LargeStore {
    private LargeStore() {}

    static void measure(Path folder, Clock clock) throws Exception {
        System.out.printf("heap: %,d MB%n%n", Runtime.getRuntime().maxMemory() >> 20);
        for (long wanted : new long[] {1_000_000, 10_000_000}) {
            Path csv = folder.resolve("samples.csv");
            Path store = folder.resolve("store" + wanted);
            long rows = MadeUpSamples.write(csv, wanted);
            fill(store.toString(), csv, rows, "", clock);
            Files.delete(csv);
            System.out.printf("%,d samples: %.1f bytes each on disk, the bundled sets among them%n",
                    rows, (double) Files.size(Path.of(store + ".mv.db")) / rows);
            slowest(store.toString(), rows, "");
        }
        System.out.println();
    }

    /** @param where the store is, for people */
    static void fill(String store, Path csv, long rows, String where, Clock clock) throws Exception {
        try (Workbench workbench = Workbench.open(store)) {
            clock.time("%,d samples: import%s".formatted(rows, where), rows,
                    () -> workbench.importing().read(Content.of(csv), Request.AUTOMATIC, Progress.SILENT));
        }
    }

    /** In a workbench that was opened for it. */
    static void slowest(String store, long rows, String where) {
        try (Workbench workbench = Workbench.open(store)) {
            slowest(workbench, rows, where);
        }
    }

    private static void slowest(Workbench workbench, long rows, String where) {
        List<Figure> study = workbench.figures().all().stream()
                .filter(Figure::ofTheStudy)
                .filter(figure -> workbench.plotting().samples(figure) > 0)
                .toList();
        for (int round = 1; round <= Clock.ROUNDS; round++) {
            double slowest = 0;
            String which = "";
            for (Figure figure : study) {
                long begin = System.nanoTime();
                workbench.plotting().plot(figure, View.DEFAULT.withSets(Set.of("big")));
                double seconds = (System.nanoTime() - begin) / 1e9;
                if (seconds > slowest) which = figure.id();
                slowest = Math.max(slowest, seconds);
            }
            System.out.printf("%,d samples%s, round %d: the slowest of %d figures' data (%s) in %.3f s%n",
                    rows, where, round, study.size(), which, slowest);
        }
    }
}
