package ringside.ui.comparison;

import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import javafx.scene.Node;
import org.jspecify.annotations.Nullable;
import ringside.ui.guest.GuestsPage.Places;
import ringside.ui.kit.Changes;
import ringside.ui.kit.Icon;
import ringside.ui.kit.Texts;
import ringside.ui.shell.Command;
import ringside.ui.shell.Desk;
import ringside.ui.shell.Page;

/** The place of the guided comparison. */
public final class ComparePage implements Page {
    public static final String ID = "compare";

    private static final String STYLES = "/ringside/ui/comparison.css";

    private final CompareModel model;
    private final Desk desk;
    private final Places places;
    private final Changes changes;
    private @Nullable CompareView view;
    private @Nullable ReportPiece report;
    private long seen = -1;

    /** @param sources called on worker threads only */
    public ComparePage(CompareSources sources, Changes changes, Desk desk, Places places) {
        this.model = new CompareModel(desk.background(), sources);
        this.changes = changes;
        this.desk = desk;
        this.places = places;
    }

    @Override
    public String id() {
        return ID;
    }

    @Override
    public String icon() {
        return Icon.BALANCE;
    }

    @Override
    public Node view() {
        var reports = new ReportPiece(model, new ReportPiece.Ways() {
            @Override
            public void report() {
                ComparePage.this.report();
            }

            @Override
            public void save() {
                ComparePage.this.save();
            }
        });
        report = reports;
        Map<Step, Piece> pieces = new EnumMap<>(Step.class);
        pieces.put(Step.PURPOSE, new PurposePiece(model));
        pieces.put(Step.NEEDS, new NeedsPiece(model));
        pieces.put(Step.CANDIDATES, new CandidatesPiece(desk.navigator()));
        pieces.put(Step.EVIDENCE, new EvidencePiece(model, desk.navigator()));
        pieces.put(Step.ANSWER, new AnswerPiece(desk.navigator()));
        pieces.put(Step.REPORT, reports);
        var made = new CompareView(model, pieces, new CompareView.Ways() {
            @Override
            public void open() {
                ComparePage.this.open();
            }

            @Override
            public void save() {
                ComparePage.this.save();
            }

            @Override
            public void again() {
                refresh();
            }
        });
        made.getStylesheets()
                .add(Objects.requireNonNull(ComparePage.class.getResource(STYLES), STYLES)
                        .toExternalForm());
        view = made;
        return made;
    }

    /** Sets may have come or gone since it was in view last. A file is opened as a need. */
    @Override
    public void shown(Object... arguments) {
        long now = changes.versionProperty().get();
        if (now != seen) refresh();
        if (arguments.length > 0 && arguments[0] instanceof Path file) model.open(file, desk.notices()::trouble);
    }

    @Override
    public void refresh() {
        seen = changes.versionProperty().get();
        model.load();
    }

    @Override
    public List<Command> commands() {
        return List.of(
                new Command(Texts.of("comparison.compare.previous-command"), "Alt+Left", () -> step(-1)),
                new Command(Texts.of("comparison.compare.next-command"), "Alt+Right", () -> step(1)),
                new Command(Texts.of("comparison.compare.save"), "Shortcut+S", this::save),
                new Command(Texts.of("comparison.compare.open-command"), "", this::open),
                new Command(Texts.of("comparison.compare.report-command"), "Shortcut+E", this::report));
    }

    private void step(int places) {
        if (view != null) view.step(places);
    }

    private void open() {
        places.open(Texts.of("comparison.compare.open-title"))
                .ifPresent(file -> model.open(file, desk.notices()::trouble));
    }

    private void save() {
        Optional<Path> file =
                places.save(Texts.of("comparison.compare.save"), "need", "yaml").map(ComparePage::named);
        file.ifPresent(path -> model.save(
                path, () -> desk.notices().say(Texts.of("comparison.compare.saved", path)), desk.notices()::trouble));
    }

    /** With an ending, by which it is found again when a need is opened. */
    private static Path named(Path path) {
        String name = String.valueOf(path.getFileName());
        return name.contains(".") ? path : path.resolveSibling(name + ".yaml");
    }

    private void report() {
        if (!model.state().current()) {
            desk.notices().note(Texts.of("comparison.compare.no-answer"));
            return;
        }
        places.folder(Texts.of("comparison.compare.report-folder"))
                .ifPresent(folder -> model.report(
                        folder,
                        () -> {
                            if (report != null) report.written(folder);
                            desk.notices().say(Texts.of("comparison.compare.report-written", folder));
                        },
                        desk.notices()::trouble));
    }
}
