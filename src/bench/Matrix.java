import java.io.IOException;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import javafx.application.Platform;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollBar;
import javafx.stage.Stage;
import ringside.core.host.SavedHost;
import ringside.core.feature.Catalogue;
import ringside.core.guest.GuestPlatform;
import ringside.core.trial.Trial;
import ringside.core.probe.ProbeStore;
import ringside.core.probe.Probing;
import ringside.ui.feature.FeaturesPage;
import ringside.ui.kit.Appearance;
import ringside.ui.kit.Background;
import ringside.ui.kit.Icon;
import ringside.ui.shell.Page;
import ringside.ui.shell.Window;
import ringside.ui.shell.WindowState;
import ringside.workbench.Workbench;

/**
 * The matrix of features with all its columns, in a window that is open already: the way from the press to the first
 * picture, and each step of scrolling through it. Without a display: JavaFX lays out and paints in software.
 */
final class Matrix {
    private static final int STEP = 80; // of a mouse wheel
    private static final int A_MOMENT = 1000; // to look at what was open before
    private static final int ALLOWED_OPENING = 150;
    private static final int ALLOWED_STEP = 16;

    private static final ThreadMXBean CLOCK = ManagementFactory.getThreadMXBean();

    private final Times openings = new Times(new ArrayList<>(), new ArrayList<>());
    private final Times layouts = new Times(new ArrayList<>(), new ArrayList<>());
    private final Times pictures = new Times(new ArrayList<>(), new ArrayList<>());

    /** In milliseconds: on the clock, and of the processor by the one thread that lays out and paints. */
    private record Times(List<Double> clock, List<Double> processor) {
        void take(Runnable work) {
            long began = System.nanoTime();
            long used = CLOCK.getCurrentThreadCpuTime();
            work.run();
            processor.add((CLOCK.getCurrentThreadCpuTime() - used) / 1e6);
            clock.add((System.nanoTime() - began) / 1e6);
        }

        static double at(List<Double> all, double share) {
            var sorted = new ArrayList<>(all);
            Collections.sort(sorted);
            return sorted.get(Math.max(0, (int) Math.ceil(share * sorted.size()) - 1));
        }
    }

    private Matrix() {}

    static void measure(Path folder, Clock clock) throws Exception {
        Toolkit.start();
        Catalogue catalogue = Workbench.catalogue();
        var matrix = new Matrix();
        try (Workbench workbench = Workbench.open(folder.resolve("store").toString())) {
            for (int round = 0; round < 2 * Clock.ROUNDS; round++) matrix.round(folder, workbench, catalogue);
        }
        System.out.printf("%d features, %d platforms, 1600 by 1000 points%n%n",
                catalogue.matrix().features().size(), catalogue.matrix().columns().size());
        System.out.printf("| %-44s | first ms | median | 95 %% | processor: first | median | most allowed |%n"
                + "|---|---|---|---|---|---|---|%n", "");
        row("the page opened, to its first picture", matrix.openings, ALLOWED_OPENING);
        row("a step of scrolling, laid out", matrix.layouts, ALLOWED_STEP);
        row("a step of scrolling, laid out and painted", matrix.pictures, 0);
        System.out.println();
    }

    private static void row(String what, Times times, int allowed) {
        System.out.printf("| %-44s | %.1f | %.1f | %.1f | %.1f | %.1f | %s |%n", what, times.clock().getFirst(),
                Times.at(times.clock(), 0.5), Times.at(times.clock(), 0.95), times.processor().getFirst(),
                Times.at(times.processor(), 0.5), allowed == 0 ? "" : allowed);
    }

    private void round(Path folder, Workbench workbench, Catalogue catalogue) throws Exception {
        var read = new CompletableFuture<Boolean>();
        Window window = fx(() -> {
            var stage = new Stage();
            stage.setWidth(1600);
            stage.setHeight(1000);
            var made = new Window(stage, Background.started(), new Appearance(Appearance.Choice.LIGHT), WindowState.FIRST);
            var page = new FeaturesPage(new Around(folder, workbench, catalogue), made.desk(), columns(catalogue));
            made.add(new Other());
            made.add(page);
            made.show();
            page.prepare(() -> { // as the program does once it has started
                made.warm(page);
                read.complete(true);
            });
            return made;
        });
        read.get();
        Thread.sleep(A_MOMENT);
        Scene scene = fx(() -> javafx.stage.Window.getWindows().getLast().getScene());
        fx(() -> {
            openings.take(() -> {
                window.open(FeaturesPage.ID);
                scene.snapshot(null);
            });
            return true;
        });
        fx(() -> scroll(scene));
        fx(() -> {
            scene.getWindow().hide();
            return true;
        });
    }

    private boolean scroll(Scene scene) {
        Node matrix = Objects.requireNonNull(scene.lookup("#matrix"));
        ScrollBar bar = matrix.lookupAll(".scroll-bar").stream()
                .map(ScrollBar.class::cast)
                .filter(each -> each.getOrientation() == Orientation.VERTICAL)
                .findFirst()
                .orElseThrow();
        for (double at = 0; at < bar.getMax(); at += STEP) {
            double to = at;
            layouts.take(() -> {
                bar.setValue(to);
                scene.getRoot().applyCss();
                scene.getRoot().layout();
            });
        }
        for (double at = bar.getMax(); at > 0; at -= STEP) {
            double to = at;
            pictures.take(() -> {
                bar.setValue(to);
                scene.snapshot(null);
            });
        }
        return true;
    }

    private static <T> T fx(Callable<T> work) throws Exception {
        var done = new CompletableFuture<T>();
        Platform.runLater(() -> {
            try {
                done.complete(work.call());
            } catch (Exception | Error e) {
                done.completeExceptionally(e);
            }
        });
        return done.get();
    }

    /** All of them are chosen. */
    private static Map<String, String> columns(Catalogue catalogue) {
        return Map.of("columns", String.join(" ", catalogue.matrix().columns().stream().map(each -> each.id()).toList()));
    }

    /** What is open before. */
    private static final class Other implements Page {
        @Override
        public String id() {
            return "other";
        }

        @Override
        public String title() {
            return "Other";
        }

        @Override
        public String icon() {
            return Icon.NOTE;
        }

        @Override
        public Node view() {
            return new Label("Another page");
        }
    }

    private record Around(Path folder, Workbench workbench, Catalogue catalogue) implements FeaturesPage.Surroundings {
        @Override
        public void png(IntFunction<int[]> argb, int width, int height, double scale, Map<String, String> texts, OutputStream out)
                throws IOException {
            Workbench.png(argb, width, height, scale, texts, out);
        }

        @Override
        public Optional<Path> save(String title, String name, String kind) {
            return Optional.empty();
        }

        @Override
        public void figures(Set<String> platforms) {}

        @Override
        public void guest(Set<String> platforms) {}

        @Override
        public void attempt(GuestPlatform platform, Trial trial) {}

        @Override
        public Probing probing() {
            return workbench.probing();
        }

        @Override
        public ProbeStore answers() {
            return workbench.probes();
        }

        @Override
        public List<SavedHost> saved() {
            return List.of();
        }
    }
}
