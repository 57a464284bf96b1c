package ringside.ui.domain;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import ringside.core.RingsideException;
import ringside.core.host.AccessQuestions;
import ringside.core.host.Shell;
import ringside.core.host.Target;
import ringside.core.hypervisor.Domain;
import ringside.core.hypervisor.Hypervisor;
import ringside.core.hypervisor.Hypervisors;
import ringside.core.hypervisor.Hypervisors.Place;
import ringside.core.hypervisor.Operation;
import ringside.ui.kit.Background;
import ringside.ui.kit.Terminal;
import ringside.ui.kit.Texts;

/** The guests that Ringside started on this machine. Its properties belong to the FX thread. */
public final class DomainsModel {
    private static final Duration POWERING_OFF = Duration.ofSeconds(90);

    /** A guest, and the hypervisor that has it. */
    public record Row(Domain domain, Place place) {
        String name() {
            return domain.name();
        }

        /** The terminal's way of an operation on it. */
        String command(Operation operation, String... more) {
            var words = new ArrayList<>(List.of("guest", operation.word(), name()));
            words.addAll(List.of(more));
            return Terminal.ringside(words);
        }
    }

    /**
     * What there is.
     *
     * @param rows by name
     * @param troubles of hypervisors that have guests of ours and do not answer
     */
    public record Listed(List<Row> rows, List<RingsideException> troubles) {
        static final Listed NOTHING = new Listed(List.of(), List.of());

        public Listed {
            rows = List.copyOf(rows);
            troubles = List.copyOf(troubles);
        }
    }

    private final Background background;
    private final Background.Latest listing;
    private final Hypervisors hypervisors;
    private final ObjectProperty<Listed> listed = new SimpleObjectProperty<>(this, "listed", Listed.NOTHING);

    public DomainsModel(Background background, Hypervisors hypervisors) {
        this.background = background;
        this.listing = background.latest();
        this.hypervisors = hypervisors;
    }

    public ObjectProperty<Listed> listedProperty() {
        return listed;
    }

    /** Asks all hypervisors that have guests of ours. */
    public void refresh() {
        listing.run(
                Texts.of("domain.looking"),
                progress -> list(),
                listed::set,
                trouble -> listed.set(new Listed(listed.get().rows(), List.of(trouble))));
    }

    private Listed list() {
        var rows = new ArrayList<Row>();
        var troubles = new ArrayList<RingsideException>();
        var names = new LinkedHashSet<String>();
        for (Place place : places())
            try (Hypervisor hypervisor = hypervisors.open(place, AccessQuestions.NOBODY)) {
                for (Domain domain : hypervisor.domains())
                    if (domain.ours() && names.add(domain.name())) rows.add(new Row(domain, place));
            } catch (RingsideException silent) {
                troubles.add(silent);
            }
        rows.sort(Comparator.comparing(Row::name));
        return new Listed(rows, troubles);
    }

    private Set<Place> places() {
        var places = new LinkedHashSet<Place>();
        try (Shell shell = hypervisors.shell(Target.LOCAL, AccessQuestions.NOBODY)) {
            hypervisors.register(shell).all().forEach(found -> places.add(Place.of(found, Target.LOCAL)));
        }
        return places;
    }

    /** Does something with a guest that needs no further word, and looks again. */
    void act(Operation operation, Row row, Consumer<RingsideException> report) {
        act(title(operation, row), row, report, hypervisor -> {
            switch (operation) {
                case START -> hypervisor.start(row.name());
                case STOP -> stop(hypervisor, row.name());
                case DESTROY -> hypervisor.destroy(row.name());
                case PAUSE -> hypervisor.pause(row.name());
                case SAVE -> hypervisor.save(row.name());
                case RESTORE -> hypervisor.restore(row.name());
                default -> throw new IllegalArgumentException(operation.word());
            }
        });
    }

    private static String title(Operation operation, Row row) {
        return switch (operation) {
            case START -> Texts.of("domain.starting", row.name());
            case STOP -> Texts.of("domain.stopping", row.name());
            case DESTROY -> Texts.of("domain.removing", row.name());
            case PAUSE -> Texts.of("domain.pausing", row.name());
            case SAVE -> Texts.of("domain.saving", row.name());
            default -> Texts.of("domain.restoring", row.name());
        };
    }

    private static void stop(Hypervisor hypervisor, String name) {
        if (!hypervisor.stop(name, POWERING_OFF))
            throw new RingsideException(
                    Texts.of("domain.not-powered-off", name, POWERING_OFF.toSeconds()),
                    Texts.of("domain.not-powered-off-remedy"));
    }

    void resume(Row row, Consumer<RingsideException> report) {
        act(Texts.of("domain.resuming", row.name()), row, report, hypervisor -> hypervisor.resume(row.name()));
    }

    void snapshot(Row row, String snapshot, Consumer<RingsideException> report) {
        act(
                Texts.of("domain.snapshotting", row.name()),
                row,
                report,
                hypervisor -> hypervisor.snapshot(row.name(), snapshot));
    }

    void revert(Row row, String snapshot, Consumer<RingsideException> report) {
        act(
                Texts.of("domain.reverting", row.name()),
                row,
                report,
                hypervisor -> hypervisor.revert(row.name(), snapshot));
    }

    private void act(String title, Row row, Consumer<RingsideException> report, Consumer<Hypervisor> work) {
        background.run(
                title,
                progress -> {
                    try (Hypervisor hypervisor = hypervisors.open(row.place(), AccessQuestions.NOBODY)) {
                        work.accept(hypervisor);
                        return row;
                    }
                },
                done -> refresh(),
                trouble -> {
                    refresh();
                    report.accept(trouble);
                });
    }

    void console(Row row, Consumer<String> show, Consumer<RingsideException> report) {
        read(
                Texts.of("domain.reading-console", row.name()),
                row,
                hypervisor -> hypervisor.console(row.name()),
                show,
                report);
    }

    void snapshots(Row row, Consumer<List<String>> show, Consumer<RingsideException> report) {
        read(
                Texts.of("domain.reading-snapshots", row.name()),
                row,
                hypervisor -> hypervisor.snapshots(row.name()),
                show,
                report);
    }

    private <T> void read(
            String title,
            Row row,
            Function<Hypervisor, T> question,
            Consumer<T> show,
            Consumer<RingsideException> report) {
        background.run(
                title,
                progress -> {
                    try (Hypervisor hypervisor = hypervisors.open(row.place(), AccessQuestions.NOBODY)) {
                        return question.apply(hypervisor);
                    }
                },
                show,
                report);
    }
}
