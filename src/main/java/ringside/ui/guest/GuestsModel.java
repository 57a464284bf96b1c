package ringside.ui.guest;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import ringside.core.RingsideException;
import ringside.core.guest.Guest;
import ringside.core.guest.preset.Preset;
import ringside.core.guest.read.FileKind;
import ringside.core.guest.read.NotUnderstood;
import ringside.core.guest.read.Readers;
import ringside.core.guest.read.Reading;
import ringside.ui.kit.Background;
import ringside.ui.kit.Texts;

/** What one can begin with: presets, files, and the drafts that were left. */
final class GuestsModel {
    /** Those for all platforms first: most people come for them. */
    private static final List<Preset.Group> ORDER =
            List.of(Preset.Group.EQUAL, Preset.Group.LAB, Preset.Group.BEST, Preset.Group.STUDY);

    private final Background background;
    private final Background.Latest reading;
    private final Drafts drafts;
    private final ReadOnlyObjectWrapper<List<Draft>> left = new ReadOnlyObjectWrapper<>(this, "left", List.of());
    private final ReadOnlyObjectWrapper<Optional<RingsideException>> trouble =
            new ReadOnlyObjectWrapper<>(this, "trouble", Optional.empty());

    /**
     * What was read from a file.
     *
     * @param isDescription whether it is a guest's own file, and not a configuration of some platform
     * @param notUnderstood the parts of it that are not in the guest
     */
    record Opened(Path file, Guest guest, boolean isDescription, List<String> notUnderstood) {}

    GuestsModel(Background background, Drafts drafts) {
        this.background = background;
        reading = background.latest();
        this.drafts = drafts;
    }

    /** Those to begin with, in the order of the page. */
    List<Preset> presets() {
        return Preset.all().stream()
                .sorted(Comparator.comparing(preset -> ORDER.indexOf(preset.group())))
                .toList();
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
                Texts.of("guest.looking-for-drafts"),
                progress -> drafts.all(),
                found -> {
                    trouble.set(Optional.empty());
                    left.set(List.copyOf(found));
                },
                fault -> trouble.set(Optional.of(fault)));
    }

    /** Follows only if there is one. Trouble is told where drafts are listed. */
    void newest(Consumer<Draft> offer) {
        background.run(
                Texts.of("guest.looking-for-drafts"),
                progress -> drafts.all().stream().findFirst(),
                found -> found.ifPresent(offer),
                fault -> trouble.set(Optional.of(fault)));
    }

    void discard(Draft draft, Consumer<RingsideException> report) {
        background.run(
                Texts.of("guest.discarding-draft"),
                progress -> {
                    drafts.drop(draft.id());
                    return draft;
                },
                done -> refresh(),
                report);
    }

    void bringBack(Draft draft, Consumer<RingsideException> report) {
        background.run(
                Texts.of("guest.keeping-draft"),
                progress -> {
                    drafts.keep(draft);
                    return draft;
                },
                done -> refresh(),
                report);
    }

    void open(Path file, Consumer<Opened> show, Consumer<RingsideException> report) {
        background.run(Texts.of("guest.reading", file.getFileName()), progress -> read(file), show, report);
    }

    private static Opened read(Path file) {
        String text = Readers.text(file);
        Path folder = file.toAbsolutePath().getParent();
        Reading reading = Readers.read(file.toString(), text, folder == null ? "" : folder.toString());
        return new Opened(
                file,
                reading.guest(),
                FileKind.of(text) == FileKind.SPECIFICATION,
                reading.notUnderstood().stream().map(NotUnderstood::toString).toList());
    }

    /** Keeps what is left, and shows it among the drafts. */
    void leave(WizardModel model, Consumer<RingsideException> report) {
        boolean unsaved = model.isUnsaved();
        Draft draft = model.draft(Instant.now());
        background.run(
                Texts.of("guest.keeping-draft"),
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
