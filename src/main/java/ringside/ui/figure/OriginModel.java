package ringside.ui.figure;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import ringside.core.RingsideException;
import ringside.core.figure.Measurement;
import ringside.core.figure.Plot;
import ringside.core.format.Content;
import ringside.core.format.Line;
import ringside.core.result.Configuration;
import ringside.core.result.Difference;
import ringside.core.result.ResultSet;
import ringside.core.result.ResultStore;
import ringside.core.result.ResultStore.StoredSet;
import ringside.core.result.Run;
import ringside.ui.kit.Background;
import ringside.ui.kit.Texts;

/** The way from a point of a figure to where it comes from: its samples, the run of each, the line that printed it. */
public final class OriginModel {
    /** What a point shows and the samples behind it. */
    public record Trail(Plot.Source source, DataRow row, Optional<ResultSet> set, List<Measurement> measurements) {
        Optional<Configuration> configuration() {
            return measurements.stream().findFirst().map(one -> one.run().configuration());
        }
    }

    /** Another configuration that was looked at before, and in what the one looked at now differs from it. */
    public record Against(String name, List<Difference> differences) {}

    /** A tool's output; {@code marked} counts from 1, and is 0 where the line is not known. */
    public record Printed(Run.Raw raw, List<Line> lines, int marked) {}

    private final Supplier<ResultStore> store;
    private final Background.Latest finding;
    private final Background.Latest reading;
    private final ReadOnlyObjectWrapper<Optional<Trail>> trail =
            new ReadOnlyObjectWrapper<>(this, "trail", Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Against>> against =
            new ReadOnlyObjectWrapper<>(this, "against", Optional.empty());
    private final ObjectProperty<Optional<Measurement>> measurement =
            new SimpleObjectProperty<>(this, "measurement", Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Printed>> printed =
            new ReadOnlyObjectWrapper<>(this, "printed", Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<RingsideException>> trouble =
            new ReadOnlyObjectWrapper<>(this, "trouble", Optional.empty());

    public OriginModel(Supplier<ResultStore> store, Background background) {
        this.store = store;
        this.finding = background.latest();
        this.reading = background.latest();
        measurement.subscribe(this::read);
    }

    public ReadOnlyObjectProperty<Optional<Trail>> trailProperty() {
        return trail.getReadOnlyProperty();
    }

    /** What the point is held against: the one followed before it, where that is of another configuration. */
    public ReadOnlyObjectProperty<Optional<Against>> againstProperty() {
        return against.getReadOnlyProperty();
    }

    /** The one whose run and output are shown. */
    public ObjectProperty<Optional<Measurement>> measurementProperty() {
        return measurement;
    }

    public ReadOnlyObjectProperty<Optional<Printed>> printedProperty() {
        return printed.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Optional<RingsideException>> troubleProperty() {
        return trouble.getReadOnlyProperty();
    }

    /** Finds the samples of a point and starts at the first. */
    public void follow(Plot plot, int series, int point) {
        var row = DataRow.of(plot, series, point);
        finding.run(Texts.of("figure.origin.finding"), progress -> find(plot, row), this::show, this::report);
    }

    private Trail find(Plot plot, DataRow row) {
        var source = plot.series().get(row.series()).points().get(row.point()).source();
        return new Trail(
                source,
                row,
                store.get().find(source.set()).map(StoredSet::set),
                Measurement.behind(source, store.get()));
    }

    private void show(Trail found) {
        trouble.set(Optional.empty());
        measurement.set(Optional.empty());
        trail.get().ifPresent(before -> hold(found, before));
        trail.set(Optional.of(found));
        measurement.set(found.measurements().stream().findFirst());
    }

    /** Another point of the same configuration leaves what both are held against. */
    private void hold(Trail found, Trail before) {
        if (found.configuration().equals(before.configuration())) return;
        String name = before.source().configuration() + " (" + before.source().set() + ")";
        against.set(found.configuration()
                .flatMap(here ->
                        before.configuration().map(there -> new Against(name, Difference.between(here, there)))));
    }

    private void read(Optional<Measurement> chosen) {
        reading.cancel();
        printed.set(Optional.empty());
        chosen.ifPresent(one -> one.run()
                .raw()
                .ifPresent(raw -> reading.run(
                        Texts.of("figure.origin.reading", raw.name()),
                        progress -> store.get()
                                .raw(raw.sha256())
                                .map(bytes -> new Printed(
                                        raw, Content.lines(bytes), one.sample().line())),
                        printed::set,
                        this::report)));
    }

    public void clear() {
        finding.cancel();
        reading.cancel();
        trouble.set(Optional.empty());
        trail.set(Optional.empty());
        against.set(Optional.empty());
        measurement.set(Optional.empty());
    }

    private void report(RingsideException fault) {
        trouble.set(Optional.of(fault));
    }
}
