package ringside.ui.host;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import ringside.core.RingsideException;
import ringside.core.host.SavedHost;
import ringside.core.host.SavedHosts;
import ringside.core.host.Target;
import ringside.core.probe.ProbeReport;
import ringside.core.probe.ProbeStore;
import ringside.ui.kit.Background;
import ringside.ui.kit.Texts;

/** The saved hosts with what is known of each, and what can be done to the list. */
final class HostsModel {
    /** @param probe the last one */
    record Entry(SavedHost host, Optional<ProbeReport> probe) {
        Target target() {
            return host.target();
        }

        /** The machine's own name where it was heard, else the one it is reached by. */
        String name() {
            return target().equals(Target.LOCAL) ? Texts.of("host.this-machine") : target().words();
        }
    }

    private record Removed(SavedHost host, int place) {}

    private final Background background;
    private final Background.Latest reading;
    private final SavedHosts saved;
    private final Supplier<ProbeStore> probes;
    private final ObservableList<Entry> entries = FXCollections.observableArrayList();
    private final ObjectProperty<Target> selected = new SimpleObjectProperty<>(this, "selected", Target.LOCAL);
    private final ReadOnlyObjectWrapper<Optional<RingsideException>> trouble =
            new ReadOnlyObjectWrapper<>(this, "trouble", Optional.empty());
    private Optional<Removed> removed = Optional.empty();

    /** @param probes asked on worker threads only, where it may wait until the store is open */
    HostsModel(Background background, SavedHosts saved, Supplier<ProbeStore> probes) {
        this.background = background;
        this.saved = saved;
        this.probes = probes;
        reading = background.latest();
    }

    /** This machine first. */
    ObservableList<Entry> entries() {
        return entries;
    }

    /** The host in view; one that is not there (any more) stands for this machine. */
    ObjectProperty<Target> selectedProperty() {
        return selected;
    }

    Optional<Entry> selected() {
        return find(selected.get()).or(() -> find(Target.LOCAL));
    }

    private Optional<Entry> find(Target target) {
        return entries.stream().filter(entry -> entry.target().equals(target)).findFirst();
    }

    ReadOnlyObjectProperty<Optional<RingsideException>> troubleProperty() {
        return trouble.getReadOnlyProperty();
    }

    void refresh() {
        reading.run(
                Texts.of("host.reading"),
                progress -> read(),
                read -> {
                    trouble.set(Optional.empty());
                    entries.setAll(read);
                },
                fault -> trouble.set(Optional.of(fault)));
    }

    private List<Entry> read() {
        Map<Target, ProbeReport> last = new HashMap<>();
        for (ProbeReport report : probes.get().reports(""))
            last.putIfAbsent(report.host().target(), report);
        return saved.all().stream()
                .map(host -> new Entry(host, Optional.ofNullable(last.get(host.target()))))
                .toList();
    }

    /** What speaks against saving a host that is written so; empty if nothing does. */
    Optional<RingsideException> objection(String written, Optional<Target> instead) {
        try {
            if (written.isBlank())
                return Optional.of(
                        new RingsideException(Texts.of("host.no-address"), Texts.of("host.no-address-remedy")));
            Target target = Target.written(written);
            return find(target).isPresent() && !instead.equals(Optional.of(target))
                    ? Optional.of(new RingsideException(
                            Texts.of("host.known", target.words()), Texts.of("host.known-remedy")))
                    : Optional.empty();
        } catch (RingsideException unreadable) {
            return Optional.of(unreadable);
        }
    }

    /** Saves one and brings it into view. */
    void add(SavedHost host, Consumer<RingsideException> report) {
        change(Texts.of("host.saving", host.target()), () -> saved.add(host), host.target(), report);
    }

    void replace(Target before, SavedHost host, Consumer<RingsideException> report) {
        change(Texts.of("host.saving", host.target()), () -> saved.replace(before, host), host.target(), report);
    }

    /** Takes it from the list; {@link #undo} brings it back. What it said when it was probed is kept anyway. */
    void remove(Entry entry, Runnable done, Consumer<RingsideException> report) {
        if (entry.target().equals(Target.LOCAL)) return;
        int place = entries.indexOf(entry);
        Target next =
                entries.get(place + 1 < entries.size() ? place + 1 : place - 1).target();
        change(Texts.of("host.removing", entry.target()), () -> saved.remove(entry.target()), next, report, () -> {
            removed = Optional.of(new Removed(entry.host(), place));
            done.run();
        });
    }

    boolean canUndo() {
        return removed.isPresent();
    }

    void undo(Consumer<RingsideException> report) {
        removed.ifPresent(gone -> change(
                Texts.of("host.bringing-back", gone.host().target()),
                () -> saved.add(gone.host(), gone.place()),
                gone.host().target(),
                report));
        removed = Optional.empty();
    }

    private void change(String title, Runnable work, Target then, Consumer<RingsideException> report) {
        change(title, work, then, report, () -> {});
    }

    private void change(String title, Runnable work, Target then, Consumer<RingsideException> report, Runnable done) {
        background.run(
                title,
                progress -> {
                    work.run();
                    return read();
                },
                read -> {
                    selected.set(then);
                    entries.setAll(read);
                    done.run();
                },
                report);
    }
}
