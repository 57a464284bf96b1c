package ringside.ui.bench;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import ringside.core.bench.Measurement;
import ringside.core.bench.Plan;
import ringside.core.figure.Figure;
import ringside.core.figure.Figures;
import ringside.core.figure.Plotting;
import ringside.core.figure.Renderer;
import ringside.core.figure.View;
import ringside.ui.figure.FigureModel;
import ringside.ui.kit.Background;
import ringside.ui.kit.Texts;

/** The figure of the benchmark that is measured, with its curve as far as it has come and those of earlier sets. */
final class LiveFigure {
    /** A benchmark's figure stays at least so long: the order of runs is random, and nobody could read what jumps. */
    private static final long STAY_NANOS = 15_000_000_000L;

    /** What is drawn may take this share of one core at the most. */
    private static final int PAUSE_FACTOR = 50;

    /** A machine that is busy draws slowly, and yet a person wants to see the curve grow. */
    private static final long LONGEST_PAUSE_NANOS = 10_000_000_000L;

    private static final int MOST_EARLIER = 2;

    private final Figures figures;
    private final Supplier<Bench> bench;
    private final FigureModel model;
    private final Background.Latest choosing;
    private Optional<Figure> shown = Optional.empty();
    private long shownAt;
    private boolean chosen;
    private boolean earlier = true;
    private boolean looking;
    private String set = "";
    private long samples = -1;
    private long drawnAt;
    private long pause;

    LiveFigure(Figures figures, Supplier<Bench> bench, Renderer renderer, Background background) {
        this.figures = figures;
        this.bench = bench;
        choosing = background.latest();
        Supplier<Plotting> plotting = () -> bench.get().plotting();
        model = new FigureModel(figures, plotting, renderer, background);
        model.busyProperty().subscribe((before, busy) -> {
            if (busy) drawnAt = System.nanoTime();
            else pause = Math.min(LONGEST_PAUSE_NANOS, PAUSE_FACTOR * (System.nanoTime() - drawnAt));
        });
    }

    FigureModel model() {
        return model;
    }

    Optional<Figure> shown() {
        return shown;
    }

    /** Begins with a session's set. */
    void begin(String name) {
        set = name;
        shown = Optional.empty();
        chosen = false;
        samples = -1;
    }

    /** The figures that show what a plan measures, each benchmark's first. */
    List<Figure> of(Plan plan) {
        var benchmarks = plan.stages().stream().map(Plan.Stage::benchmark).toList();
        return figures.all().stream()
                .filter(figure -> figure.sets().isEmpty())
                .filter(figure -> benchmarks.stream().anyMatch(figure.benchmarks()::contains))
                .toList();
    }

    /** A person wants this one; empty for the one of what is measured. */
    void choose(Optional<Figure> figure) {
        chosen = figure.isPresent();
        figure.ifPresentOrElse(this::open, () -> shown = Optional.empty());
    }

    /** Whether sets measured earlier stand beside it. */
    void besides(boolean wanted) {
        earlier = wanted;
        shown.ifPresent(this::open);
    }

    /**
     * Draws what has come since, unless it was drawn a moment ago.
     *
     * @param now what is measured
     * @param count of the samples so far
     */
    void follow(Optional<Measurement> now, long count) {
        long time = System.nanoTime();
        boolean stays = shown.isPresent() && time - shownAt < STAY_NANOS;
        Optional<Figure> fitting = stays ? shown : wanted(now);
        if (fitting.isPresent() && !fitting.equals(shown)) {
            open(fitting.get());
            samples = count;
        } else if (shown.isPresent()
                && count != samples
                && !model.busyProperty().get()
                && time - drawnAt > pause) {
            samples = count;
            model.grow();
        }
    }

    private Optional<Figure> wanted(Optional<Measurement> now) {
        return chosen ? shown : now.flatMap(this::figure).or(() -> shown);
    }

    /** Whether something is left to be drawn later, though nothing more may happen until then. */
    boolean isBehind(Optional<Measurement> now, long count) {
        return shown.isPresent() && (count != samples || !wanted(now).equals(shown));
    }

    /** Whether it is being drawn. */
    boolean isBusy() {
        return looking || model.busyProperty().get();
    }

    /** Draws all of it, however lately it was drawn. */
    void complete() {
        if (shown.isPresent()) model.refresh();
    }

    private void open(Figure figure) {
        shown = Optional.of(figure);
        shownAt = System.nanoTime();
        String own = set;
        boolean besides = earlier;
        looking = true;
        choosing.run(
                Texts.of("bench.live-figure.looking"),
                progress -> sets(figure, own, besides),
                sets -> open(figure, sets),
                trouble -> open(figure, Set.of(own)));
    }

    private Set<String> sets(Figure figure, String own, boolean besides) {
        var sets = new LinkedHashSet<String>();
        sets.add(own);
        if (besides)
            bench.get().earlier(figure.benchmarks()).stream()
                    .filter(name -> !name.equals(own))
                    .limit(MOST_EARLIER)
                    .forEach(sets::add);
        return sets;
    }

    private void open(Figure figure, Set<String> sets) {
        if (!shown.equals(Optional.of(figure))) return;
        looking = false;
        if (!model.figureProperty().get().equals(figure)) model.open(figure);
        View view = model.viewProperty().get();
        if (view.sets().equals(sets)) model.refresh();
        else model.viewProperty().set(view.withSets(sets).withHidden(Set.of()));
    }

    /** Of the figures that would show it, the first; those of one operation or size only if it is that one. */
    private Optional<Figure> figure(Measurement measurement) {
        Map<String, String> point =
                measurement.given().with(measurement.point()).asMap();
        var fitting = new ArrayList<Figure>();
        for (Figure figure : figures.all())
            if (figure.sets().isEmpty()
                    && figure.kind() != Figure.Kind.TABLE
                    && figure.benchmarks().contains(measurement.benchmark())
                    && shows(figure, point)) fitting.add(figure);
        return fitting.stream().findFirst();
    }

    private static boolean shows(Figure figure, Map<String, String> point) {
        return figure.where().entrySet().stream()
                .allMatch(held ->
                        !point.containsKey(held.getKey()) || held.getValue().contains(point.get(held.getKey())));
    }
}
