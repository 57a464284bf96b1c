package ringside.ui.guest;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import ringside.core.RingsideException;
import ringside.core.guest.Guest;
import ringside.core.guest.yaml.GuestFile;
import ringside.ui.kit.Background;

/** What one can begin with: presets, files, and the drafts that were left. */
public final class GuestsModel {
    private final Background background;
    private final Background.Latest reading;
    private final Drafts drafts;
    private final List<Start> starts;
    private final ReadOnlyObjectWrapper<List<Draft>> left = new ReadOnlyObjectWrapper<>(this, "left", List.of());
    private final ReadOnlyObjectWrapper<Optional<RingsideException>> trouble =
            new ReadOnlyObjectWrapper<>(this, "trouble", Optional.empty());

    /** What was read from a file, and the parts of it that are not in the guest. */
    record Opened(Path file, Guest guest, List<String> notUnderstood) {
        /** Whether it is the guest's own file, and not a configuration of some platform. */
        boolean isDescription() {
            String name = String.valueOf(file.getFileName());
            return name.endsWith(".yaml") || name.endsWith(".yml");
        }
    }

    GuestsModel(Background background, Drafts drafts, List<Start> starts) {
        this.background = background;
        reading = background.latest();
        this.drafts = drafts;
        this.starts = List.copyOf(starts);
    }

    List<Start> starts() {
        return starts;
    }

    /** The drafts, newest first. */
    ReadOnlyObjectProperty<List<Draft>> leftProperty() {
        return left.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Optional<RingsideException>> troubleProperty() {
        return trouble.getReadOnlyProperty();
    }

    void refresh() {
        reading.run(
                "Looking for drafts",
                progress -> drafts.all(),
                found -> {
                    trouble.set(Optional.empty());
                    left.set(List.copyOf(found));
                },
                fault -> trouble.set(Optional.of(fault)));
    }

    void discard(Draft draft, Consumer<RingsideException> report) {
        background.run(
                "Discarding the draft",
                progress -> {
                    drafts.drop(draft.id());
                    return draft;
                },
                done -> refresh(),
                report);
    }

    void bringBack(Draft draft, Consumer<RingsideException> report) {
        background.run(
                "Keeping the draft",
                progress -> {
                    drafts.keep(draft);
                    return draft;
                },
                done -> refresh(),
                report);
    }

    void open(Path file, Consumer<Opened> show, Consumer<RingsideException> report) {
        background.run(
                "Reading " + file.getFileName(),
                progress -> new Opened(file, GuestFile.read(file), List.of()),
                show,
                report);
    }

    /** Keeps what is left, and shows it among the drafts. */
    void leave(WizardModel model, Consumer<RingsideException> report) {
        boolean unsaved = model.isUnsaved();
        Draft draft = model.draft(Instant.now());
        background.run(
                "Keeping the draft",
                progress -> {
                    if (unsaved) drafts.keep(draft);
                    else drafts.drop(draft.id());
                    return draft;
                },
                done -> refresh(),
                report);
    }

    DraftKeeper keeper(WizardModel model, Consumer<RingsideException> report) {
        return new DraftKeeper(model, drafts, background, report);
    }
}
