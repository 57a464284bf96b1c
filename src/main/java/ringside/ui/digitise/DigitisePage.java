package ringside.ui.digitise;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import javafx.scene.Node;
import org.jspecify.annotations.Nullable;
import ringside.core.RingsideException;
import ringside.core.digitise.Subject;
import ringside.core.figure.Figures;
import ringside.core.format.Outcome;
import ringside.ui.guest.GuestsPage.Places;
import ringside.ui.kit.Changes;
import ringside.ui.kit.Icon;
import ringside.ui.kit.Texts;
import ringside.ui.shell.Command;
import ringside.ui.shell.Desk;
import ringside.ui.shell.Page;

/** Reads figures off documents. Opened with a file, it shows that. */
public final class DigitisePage implements Page {
    public static final String ID = "digitise";

    private static final String STYLES = "/ringside/ui/digitise.css";

    /** Where a figure that was kept can be seen. */
    public interface Ways {
        void figure(String id, Set<String> sets);

        void library(String set);
    }

    private final DigitiseModel model;
    private final Desk desk;
    private final Places places;
    private final Ways ways;
    private @Nullable DigitiseView view;

    /** @param sources called on worker threads only */
    public DigitisePage(
            DigitiseSources sources, Figures figures, Changes changes, Desk desk, Places places, Ways ways) {
        this.model = new DigitiseModel(desk.background(), sources, figures, changes);
        this.desk = desk;
        this.places = places;
        this.ways = ways;
    }

    @Override
    public String id() {
        return ID;
    }

    @Override
    public String icon() {
        return Icon.DIGITISE;
    }

    @Override
    public Node view() {
        var made = new DigitiseView(model, new Asked());
        made.getStylesheets()
                .add(Objects.requireNonNull(DigitisePage.class.getResource(STYLES), STYLES)
                        .toExternalForm());
        view = made;
        return made;
    }

    @Override
    public void shown(Object... arguments) {
        if (arguments.length > 0 && arguments[0] instanceof Path file) model.open(file, 1, desk.sheets()::show);
    }

    @Override
    public void focus() {
        if (view != null) view.page().requestFocus();
    }

    @Override
    public List<Command> commands() {
        var asked = new Asked();
        return List.of(
                new Command(Texts.of("digitise.open-command"), "", asked::open),
                new Command(Texts.of("digitise.open-calibration-ask"), "", asked::openSaved),
                new Command(Texts.of("digitise.save"), "Shortcut+S", asked::save),
                new Command(
                        Texts.of("digitise.read-all-command"),
                        "Shortcut+R",
                        () -> model.readAll(desk.notices()::trouble)),
                new Command(Texts.of("digitise.keep-command"), "", asked::keep));
    }

    /** Takes back the last change here; false where there is none. */
    public boolean undo() {
        boolean some = model.undoableProperty().get();
        model.undo();
        return some;
    }

    private final class Asked implements DigitiseView.Ways {
        @Override
        public void open() {
            places.open(Texts.of("digitise.open-title")).ifPresent(file -> model.open(file, 1, desk.sheets()::show));
        }

        @Override
        public void openSaved() {
            places.open(Texts.of("digitise.open-calibration"))
                    .ifPresent(file -> model.openSaved(file, desk.notices()::trouble));
        }

        @Override
        public void save() {
            if (!model.objectionProperty().get().isEmpty()
                    && model.scanProperty().get().isEmpty()) return;
            places.save(Texts.of("digitise.save"), "figure", "yaml")
                    .ifPresent(file -> model.save(
                            file, () -> desk.notices().say(Texts.of("digitise.saved", file)), desk.notices()::trouble));
        }

        @Override
        public void keep() {
            model.keep(this::kept, desk.sheets()::show);
        }

        private void kept(Outcome outcome) {
            String set = outcome.sets().getFirst();
            String figure = model.draft().figure();
            boolean known = !figure.equals(Subject.FREE);
            desk.notices()
                    .say(
                            Texts.of("digitise.kept", outcome.samples(), set),
                            known ? Texts.of("digitise.show-the-figure") : Texts.of("digitise.show-the-set"),
                            () -> {
                                if (known) ways.figure(figure, Set.of(set));
                                else ways.library(set);
                            });
        }

        @Override
        public void refused(RingsideException trouble) {
            desk.notices().trouble(trouble);
        }
    }

    /** For journeys through the page. */
    @Nullable
    DigitiseView shown() {
        return view;
    }

    DigitiseModel model() {
        return model;
    }
}
