package ringside.ui.result;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;
import ringside.core.RingsideException;
import ringside.core.format.Content;
import ringside.core.format.Line;
import ringside.core.result.ResultStore;
import ringside.core.result.Run;
import ringside.core.result.Sample;
import ringside.core.result.Selection;
import ringside.ui.kit.Background;
import ringside.ui.kit.Texts;

/** The way of one number back to its source: run, sample, line of the tool's output. */
public final class RunsModel {
    static final int MOST_SAMPLES = 20_000; // a table is no place to read more; the terminal prints them all

    /** A run with its samples, and what the tool printed. */
    public record Loaded(Run run, List<Sample> samples, long total, List<Line> raw) {
        public Loaded {
            samples = List.copyOf(samples);
            raw = List.copyOf(raw);
        }
    }

    private final Background.Latest reading;
    private final Supplier<ResultStore> store;
    private final ReadOnlyObjectWrapper<@Nullable Loaded> loaded = new ReadOnlyObjectWrapper<>(this, "loaded");
    private final ReadOnlyObjectWrapper<@Nullable RingsideException> trouble =
            new ReadOnlyObjectWrapper<>(this, "trouble");
    private final ObjectProperty<@Nullable Sample> sample = new SimpleObjectProperty<>(this, "sample");

    public RunsModel(Background background, Supplier<ResultStore> store) {
        this.reading = background.latest();
        this.store = store;
    }

    public ReadOnlyObjectProperty<@Nullable Loaded> loadedProperty() {
        return loaded.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<@Nullable RingsideException> troubleProperty() {
        return trouble.getReadOnlyProperty();
    }

    /** The sample whose line is to be marked. */
    public ObjectProperty<@Nullable Sample> sampleProperty() {
        return sample;
    }

    /** @param line the line whose sample is to be selected; 0 for none */
    public void load(String set, Run run, int line) {
        reading.run(
                Texts.of("result.runs.reading", run.id()),
                progress -> read(store.get(), set, run),
                result -> {
                    trouble.set(null);
                    sample.set(null);
                    loaded.set(result);
                    result.samples().stream()
                            .filter(one -> line > 0 && one.line() == line)
                            .findFirst()
                            .ifPresent(sample::set);
                },
                trouble::set);
    }

    public void clear() {
        reading.cancel();
        loaded.set(null);
        sample.set(null);
        trouble.set(null);
    }

    private static Loaded read(ResultStore store, String set, Run run) {
        var samples = new ArrayList<Sample>();
        long[] total = {0};
        store.samples(Selection.ofSets(Set.of(set)).withBenchmark(run.benchmark()), (where, of, sample) -> {
            if (!of.id().equals(run.id())) return;
            if (total[0]++ < MOST_SAMPLES) samples.add(sample);
        });
        Optional<byte[]> raw = run.raw().flatMap(output -> store.raw(output.sha256()));
        return new Loaded(run, samples, total[0], raw.map(Content::lines).orElse(List.of()));
    }
}
