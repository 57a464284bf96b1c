package ringside.ui.result;

import atlantafx.base.theme.Styles;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import javafx.beans.Observable;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import ringside.core.RingsideException;
import ringside.core.format.Outcome;
import ringside.core.format.PlatformQuestion;
import ringside.core.format.Request;
import ringside.ui.kit.Amount;
import ringside.ui.kit.Buttons;
import ringside.ui.kit.Changes;
import ringside.ui.kit.CommandLine;
import ringside.ui.kit.ErrorPane;
import ringside.ui.kit.Icon;
import ringside.ui.kit.Terminal;
import ringside.ui.kit.Texts;
import ringside.ui.shell.Desk;

/** An import on screen: what the files are, what the user has to add, how far it is, what became of each file. */
public final class ImportSheet {
    private static final int FILES_IN_COMMAND = 6;

    private final Desk desk;
    private final Supplier<ImportModel> models;
    private final MappingModel.Reading tables;
    private final Changes changes;

    /**
     * A sheet that opens for every import.
     *
     * @param models a new one for every import
     * @param tables takes a table into the store
     */
    public ImportSheet(Desk desk, Supplier<ImportModel> models, MappingModel.Reading tables, Changes changes) {
        this.desk = desk;
        this.models = models;
        this.tables = tables;
        this.changes = changes;
    }

    /** @param take what becomes of them: not all of them may be results */
    public void chooseFiles(Consumer<List<Path>> take) {
        List<Path> chosen = desk.files().open(Texts.of("result.import.title"));
        if (!chosen.isEmpty()) take.accept(chosen);
    }

    public void chooseFolder() {
        desk.files().folder(Texts.of("result.import.folder-title")).ifPresent(folder -> open(List.of(folder)));
    }

    public void open(List<Path> chosen) {
        new Showing(chosen).begin();
    }

    /** One import, from its first file to its closing. */
    private final class Showing {
        private final List<Path> chosen;
        private final ImportModel model = models.get();
        private final ListView<ImportItem> list = new ListView<>();
        private final Label headline = new Label(Texts.of("result.import.looking-ask"));
        private final ProgressBar bar = new ProgressBar(ProgressBar.INDETERMINATE_PROGRESS);
        private final ImportQuestions questions;
        private final CommandLine command = new CommandLine();
        private final Button begin = Buttons.labelled(Texts.of("result.import"), Icon.IMPORT, this::start);
        private final Button stop = new Button(Texts.of("result.cancel"));
        private final Button report =
                Buttons.labelled(Texts.of("result.import.copy-report"), Icon.COPY, () -> Buttons.copy(report()));
        private final Button undo = Buttons.labelled(Texts.of("result.import.undo"), Icon.DELETE, this::undo);
        private final Button look = Buttons.labelled(Texts.of("result.import.show"), Icon.LIBRARY, this::look);
        private final Button explain = Buttons.labelled(Texts.of("result.import.explain"), Icon.WARNING, this::explain);
        private final Button done = new Button(Texts.of("result.import.done"));
        private boolean open;

        Showing(List<Path> chosen) {
            this.chosen = chosen;
            questions = new ImportQuestions();
        }

        void begin() {
            model.begin(chosen, this::fail);
            // Pictures are not for this sheet: where nothing else was dropped, it does not open at all.
            model.stageProperty().subscribe(stage -> follow());
            model.items().addListener((Observable changed) -> follow());
        }

        private void fail(RingsideException trouble) {
            desk.sheets().show(trouble);
        }

        private void follow() {
            ImportModel.Stage stage = model.stageProperty().get();
            if (stage == ImportModel.Stage.DONE
                    && model.isCancelled()
                    && model.items().isEmpty()) desk.notices().note(Texts.of("result.import.cancelled-early"));
            if (stage == ImportModel.Stage.EXAMINING || model.items().isEmpty()) return;
            if (!open) show();
            boolean asking = stage == ImportModel.Stage.ASKING;
            boolean over = stage == ImportModel.Stage.DONE;
            questions.setVisible(asking);
            bar.setVisible(stage == ImportModel.Stage.READING);
            appear(begin, asking);
            appear(stop, !over);
            appear(report, over);
            appear(look, over && !sets().isEmpty());
            appear(undo, over && !model.newSets().isEmpty());
            appear(explain, over && model.unexplained().isPresent());
            appear(done, over);
            headline.setText(asking ? question() : over ? result() : progress());
            if (asking) questions.begin(model.folder(), model.openPlatforms());
            if (over) (sets().isEmpty() ? done : look).requestFocus();
            tellCommand();
        }

        private static void appear(Button button, boolean visible) {
            button.setVisible(visible);
            button.setManaged(visible);
        }

        private void show() {
            open = true;
            list.setItems(model.items());
            list.setId("import-files");
            list.setCellFactory(view -> new ImportCell(view));
            list.getStyleClass().addAll("import-list", Styles.BORDERED);
            bar.setMaxWidth(Double.MAX_VALUE);
            bar.managedProperty().bind(bar.visibleProperty());
            headline.getStyleClass().add("headline");
            headline.setWrapText(true);
            headline.setMinHeight(Region.USE_PREF_SIZE);
            VBox.setVgrow(list, Priority.ALWAYS);
            for (ImportItem item : model.items())
                item.stateProperty().subscribe(state -> {
                    if (model.stageProperty().get() == ImportModel.Stage.READING) advance();
                });
            questions.changed().subscribe(version -> {
                begin.setDisable(!questions.answered());
                tellCommand();
            });
            var body = new VBox(headline, questions, bar, list, command);
            body.getStyleClass().add("import");
            desk.sheets().fit(body, 760, 520);
            stop.setMnemonicParsing(true);
            stop.setOnAction(pressed -> {
                if (!cancel()) desk.sheets().close();
            });
            done.setMnemonicParsing(true);
            done.setOnAction(pressed -> desk.sheets().close());
            undo.setId("import-undo");
            undo.setTooltip(new Tooltip(Texts.of("result.import.undo-tip")));
            begin.setDefaultButton(true);
            begin.getStyleClass().add(Styles.ACCENT);
            done.setId("import-done");
            var space = new Region();
            HBox.setHgrow(space, Priority.ALWAYS);
            desk.sheets()
                    .show(
                            Texts.of("result.import.import"),
                            body,
                            List.of(report, undo, space, stop, explain, look, begin, done),
                            model::cancel);
            desk.sheets().hold(this::cancel);
        }

        /** Whoever breaks off an import is told what it did so far. @return whether there is something to be told */
        private boolean cancel() {
            if (model.stageProperty().get() != ImportModel.Stage.READING) return false;
            stop.setDisable(true);
            headline.setText(Texts.of("result.import.cancelling"));
            model.cancel();
            return true;
        }

        private void undo() {
            undo.setDisable(true);
            model.undo(gone -> follow(), this::fail);
        }

        private void start() {
            model.start(questions.request(), questions.answers(), this::fail);
        }

        private void advance() {
            headline.setText(progress());
            bar.setProgress((double) settled() / model.items().size());
        }

        private long settled() {
            return model.items().stream().filter(ImportItem::isSettled).count();
        }

        private String progress() {
            return Texts.of(
                    "result.import.progress",
                    Amount.count(settled()),
                    model.items().size());
        }

        private String question() {
            var words = new ArrayList<String>();
            List<ImportItem> printed = model.toolOutputs().stream()
                    .filter(item -> item.item().asks().contains(PlatformQuestion.OPEN))
                    .toList();
            if (!printed.isEmpty()) words.add(printedByTools(printed.size()));
            long silent = model.toolOutputs().stream()
                    .flatMap(item -> item.item().asks().stream())
                    .filter(one -> !one.machine().isEmpty() && !one.needsAnswer())
                    .count();
            if (silent > 0) words.add(Texts.of("result.import.silent", silent));
            if (!model.openPlatforms().isEmpty()) words.add(Texts.of("result.import.several"));
            return String.join(" ", words);
        }

        private String printedByTools(int outputs) {
            int all = model.items().size();
            String which = all == 1
                    ? Texts.of("result.import.printed")
                    : outputs == all
                            ? Texts.of("result.import.all-printed", all)
                            : Texts.of("result.import.some-printed", outputs, all);
            return Texts.of("result.import.state-platform", which);
        }

        private List<Outcome> outcomes() {
            var all = new ArrayList<Outcome>();
            for (ImportItem item : model.items())
                if (item.stateProperty().get() instanceof ImportItem.State.Stored(var outcome)) all.add(outcome);
            return all;
        }

        private List<String> sets() {
            return outcomes().stream()
                    .flatMap(outcome -> outcome.sets().stream())
                    .distinct()
                    .toList();
        }

        private String result() {
            List<Outcome> taken = outcomes().stream()
                    .filter(outcome -> !outcome.sets().isEmpty())
                    .toList();
            long known = outcomes().size() - taken.size();
            long refused = in(ImportItem.State.Refused.class);
            long left = in(ImportItem.State.Cancelled.class);
            long undone = in(ImportItem.State.Undone.class);
            long tables = in(ImportItem.State.Unexplained.class);
            long samples = taken.stream().mapToLong(Outcome::samples).sum();
            var words = new ArrayList<String>();
            if (left > 0) words.add(Texts.of("result.import.cancelled"));
            words.add(
                    taken.isEmpty()
                            ? Texts.of("result.import.none-imported")
                            : Texts.of("result.import.imported", taken.size(), samples, sets().size()));
            if (known > 0) words.add(Texts.of("result.import.nothing-new", known));
            if (refused > 0 && model.items().size() > 1) words.add(Texts.of("result.import.refused", refused));
            if (tables > 0 && model.items().size() > 1) words.add(Texts.of("result.import.tables", tables));
            if (left > 0) words.add(Texts.of("result.import.left", left));
            if (!model.aboutLogs().isEmpty()) words.add(ErrorPane.sentence(model.aboutLogs()));
            if (undone > 0) words.add(Texts.of("result.import.undone"));
            return String.join(" ", words);
        }

        private long in(Class<? extends ImportItem.State> state) {
            return model.items().stream()
                    .filter(item -> state.isInstance(item.stateProperty().get()))
                    .count();
        }

        private void tellCommand() {
            var words = new ArrayList<String>();
            Request stated = model.toolOutputs().isEmpty() ? Request.AUTOMATIC : questions.request();
            option(words, "--set", stated.set());
            platforms(stated).forEach(one -> option(words, "--platform", Optional.of(one)));
            option(words, "--label", stated.label());
            stated.given().asMap().forEach((key, value) -> words.addAll(List.of("--param", key + "=" + value)));
            words.addFirst("import");
            command.commandProperty().set(Terminal.ringside(words) + " " + files());
        }

        /** What is stated of whole files, and of single systems, as {@link ImportModel#stated} has it. */
        private Set<String> platforms(Request stated) {
            var all = new TreeSet<String>();
            for (ImportItem item : model.toolOutputs()) {
                Request own = ImportModel.stated(item.item(), stated, questions.answers());
                own.platform().ifPresent(all::add);
                own.platforms().forEach((system, id) -> all.add(system + "=" + id));
            }
            return all;
        }

        /** What was chosen: a file or a folder each by its path, or, where they are many, the folders that they are in. */
        private String files() {
            if (chosen.size() <= FILES_IN_COMMAND)
                return chosen.stream().map(Path::toString).map(Terminal::quoted).collect(Collectors.joining(" "));
            return chosen.stream()
                    .map(file -> file.toAbsolutePath().getParent())
                    .distinct()
                    .map(folder -> Terminal.quoted(folder.toString()) + "/*")
                    .collect(Collectors.joining(" "));
        }

        private static void option(List<String> words, String name, Optional<String> value) {
            value.ifPresent(given -> {
                words.add(name);
                words.add(given);
            });
        }

        private void explain() {
            model.unexplained().ifPresent(item -> {
                if (item.stateProperty().get() instanceof ImportItem.State.Unexplained(var guess, var head))
                    new MappingSheet(
                                    desk,
                                    changes,
                                    new MappingModel(
                                            desk.background(),
                                            tables,
                                            item.item().content(),
                                            guess,
                                            head))
                            .show();
            });
        }

        private void look() {
            String first = sets().getFirst();
            desk.sheets().close();
            desk.navigator().open(LibraryPage.ID, first);
        }

        private String report() {
            var text = new StringBuilder(headline.getText()).append("\n");
            for (ImportItem item : model.items()) {
                text.append('\n')
                        .append(item.path())
                        .append("\n  ")
                        .append(item.summary())
                        .append('\n');
                item.particulars()
                        .forEach(line -> text.append("  ").append(line).append('\n'));
            }
            return text.toString();
        }
    }
}
