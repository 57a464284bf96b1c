package ringside.ui.start;

import java.util.Comparator;
import java.util.List;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;
import ringside.core.RingsideException;
import ringside.core.result.ResultStore;
import ringside.core.result.ResultStore.StoredSet;
import ringside.ui.kit.Background;
import ringside.ui.kit.Changes;
import ringside.ui.kit.Texts;

/** What the store holds, in brief. */
public final class StartModel {
    private static final int RECENT = 12;

    /** @param recent the sets of the latest date, newest first */
    public record Overview(int sets, long samples, List<StoredSet> recent) {
        public Overview {
            recent = List.copyOf(recent);
        }
    }

    private final Background.Latest reading;
    private final Supplier<ResultStore> store;
    private boolean begun;
    private final ReadOnlyObjectWrapper<@Nullable Overview> overview = new ReadOnlyObjectWrapper<>(this, "overview");
    private final ReadOnlyObjectWrapper<@Nullable RingsideException> trouble =
            new ReadOnlyObjectWrapper<>(this, "trouble");

    /** @param store asked on worker threads only, where it may wait until the store is open */
    public StartModel(Background background, Supplier<ResultStore> store, Changes changes) {
        this.reading = background.latest();
        this.store = store;
        changes.versionProperty().subscribe((before, now) -> refresh());
    }

    /** Reads for the first time, however often it is asked to: early, so that the first picture of the page has the sets. */
    public void begin() {
        if (!begun) refresh();
    }

    /** Null until it was read. */
    public ReadOnlyObjectProperty<@Nullable Overview> overviewProperty() {
        return overview.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<@Nullable RingsideException> troubleProperty() {
        return trouble.getReadOnlyProperty();
    }

    public void refresh() {
        begun = true;
        reading.run(
                Texts.of("start.opening"),
                progress -> overview(store.get().sets()),
                read -> {
                    trouble.set(null);
                    overview.set(read);
                },
                trouble::set);
    }

    private static Overview overview(List<StoredSet> sets) {
        List<StoredSet> recent = sets.stream()
                .sorted(Comparator.comparing((StoredSet stored) -> stored.set().created())
                        .reversed()
                        .thenComparing(stored -> stored.set().name()))
                .limit(RECENT)
                .toList();
        return new Overview(
                sets.size(), sets.stream().mapToLong(StoredSet::samples).sum(), recent);
    }
}
