package ringside.ui.result;

import atlantafx.base.controls.CustomTextField;
import atlantafx.base.theme.Styles;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javafx.beans.Observable;
import javafx.collections.transformation.SortedList;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.SplitPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;
import ringside.core.result.Origin;
import ringside.core.result.ResultStore;
import ringside.core.result.ResultStore.StoredSet;
import ringside.ui.kit.Amount;
import ringside.ui.kit.Background;
import ringside.ui.kit.Buttons;
import ringside.ui.kit.EmptyState;
import ringside.ui.kit.ErrorPane;
import ringside.ui.kit.Icon;
import ringside.ui.kit.Texts;
import ringside.ui.shell.Command;
import ringside.ui.shell.Desk;

/** The library as it is seen: the table of sets, the chosen set beside it, its runs in place of both. */
final class LibraryView extends StackPane {
    private final LibraryModel model;
    private final Supplier<ResultStore> store;
    private final Desk desk;
    private final Runnable importFiles;
    private final Background.Latest detailing;
    private final SetActions actions;
    private final SetTable table = new SetTable();
    private final SetPane pane;
    private final SplitPane split = new SplitPane();
    private final StackPane tablePlace = new StackPane();
    private final Label count = new Label();
    private final CustomTextField search = new CustomTextField();
    private final RunsView runs;
    private final BorderPane browse = new BorderPane();
    private @Nullable SetDetail detail;

    LibraryView(
            LibraryModel model,
            RunsModel runsModel,
            Supplier<ResultStore> store,
            Desk desk,
            Runnable importFiles,
            Runnable digitise) {
        this.model = model;
        this.store = store;
        this.desk = desk;
        this.importFiles = importFiles;
        detailing = desk.background().latest();
        actions = new SetActions(model, desk, () -> openRuns("", 0));
        pane = new SetPane(actions, () -> model.selectedProperty().set(null));
        runs = new RunsView(runsModel, this::closeRuns);
        browse.getStyleClass().add("library");
        browse.setTop(bar(digitise));
        browse.setCenter(split);
        split.getItems().add(tablePlace);
        SplitPane.setResizableWithParent(pane, false);
        fillTable();
        getChildren().add(browse);
        model.selectedProperty().subscribe(this::selected);
        model.troubleProperty().subscribe(trouble -> place());
        model.readProperty().subscribe(read -> place());
        model.sets().addListener((Observable changed) -> place());
        place();
        model.refresh();
    }

    private Node bar(Runnable digitise) {
        var title = new Label(Texts.of("result.library.title"));
        title.getStyleClass().add(Styles.TITLE_3);
        title.setMinWidth(Region.USE_PREF_SIZE);
        search.setPromptText(Texts.of("result.library.search-prompt"));
        search.setLeft(Icon.of(Icon.SEARCH));
        search.setId("library-search");
        search.setPrefWidth(340);
        search.textProperty().bindBidirectional(model.queryProperty());
        search.addEventHandler(KeyEvent.KEY_PRESSED, key -> {
            if (key.getCode() == KeyCode.ESCAPE) search.clear();
            else if (key.getCode() == KeyCode.DOWN) table.requestFocus();
        });
        count.getStyleClass().add("muted");
        count.setMinWidth(Region.USE_PREF_SIZE);
        var space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        Button load = Buttons.labelled(Texts.of("result.library.import"), Icon.IMPORT, importFiles);
        load.setMinWidth(Region.USE_PREF_SIZE);
        load.getStyleClass().add(Styles.ACCENT);
        load.setId("import");
        Button read = Buttons.labelled(Texts.of("result.library.digitise"), Icon.DIGITISE, digitise);
        read.setMinWidth(Region.USE_PREF_SIZE);
        read.setId("digitise");
        var bar = new HBox(title, search, originChoice(), count, space, read, load);
        bar.getStyleClass().add("page-bar");
        bar.setAlignment(Pos.CENTER_LEFT);
        return bar;
    }

    /** ComboBox refuses null as an item that can be chosen, so an empty word stands for every origin. */
    private ComboBox<String> originChoice() {
        var choice = new ComboBox<String>();
        choice.getItems().add("");
        Arrays.stream(Origin.values()).map(Origin::word).forEach(choice.getItems()::add);
        choice.setCellFactory(list -> new OriginCell());
        choice.setButtonCell(new OriginCell());
        choice.setValue("");
        choice.setId("library-origin");
        choice.setMinWidth(Region.USE_PREF_SIZE);
        choice.setAccessibleText(Texts.of("result.library.origin"));
        choice.valueProperty()
                .subscribe(word -> model.originProperty().set(word == null || word.isEmpty() ? null : Origin.of(word)));
        model.originProperty().subscribe(origin -> choice.setValue(origin == null ? "" : origin.word()));
        return choice;
    }

    private static final class OriginCell extends ListCell<String> {
        @Override
        protected void updateItem(String word, boolean empty) {
            super.updateItem(word, empty);
            if (empty || word == null) setText(null);
            else
                setText(
                        word.isEmpty()
                                ? Texts.of("result.library.any-origin")
                                : word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1));
        }
    }

    private void fillTable() {
        var sorted = new SortedList<>(model.sets());
        sorted.comparatorProperty().bind(table.comparatorProperty());
        table.setItems(sorted);
        table.getSelectionModel().selectedItemProperty().subscribe(stored -> {
            if (stored != null) model.selectedProperty().set(stored);
        });
        table.setOnKeyPressed(key -> {
            switch (key.getCode()) {
                case DELETE -> actions.delete();
                case F2 -> actions.rename();
                case ENTER -> openRuns("", 0);
                case ESCAPE -> model.selectedProperty().set(null);
                default -> {
                    return;
                }
            }
            key.consume();
        });
        table.setOnMouseClicked(click -> {
            if (click.getButton() == MouseButton.PRIMARY && click.getClickCount() == 2) openRuns("", 0);
        });
    }

    /** Puts the table, or what stands for it, in its place. */
    private void place() {
        int shown = model.sets().size();
        count.setText(
                shown == model.total()
                        ? Texts.of("result.sets", shown)
                        : Texts.of("result.library.shown-of", Amount.count(shown), model.total()));
        count.setVisible(model.total() > 0);
        var trouble = model.troubleProperty().get();
        if (trouble != null) tablePlace.getChildren().setAll(new ErrorPane(trouble, model::refresh));
        else if (!model.readProperty().get())
            tablePlace.getChildren().setAll(new EmptyState(Icon.LIBRARY, Texts.of("result.library.opening"), ""));
        else if (model.total() == 0) tablePlace.getChildren().setAll(nothingYet());
        else if (shown == 0) tablePlace.getChildren().setAll(nothingMatches());
        else if (!tablePlace.getChildren().equals(List.of(table))) {
            boolean searching = search.isFocused();
            tablePlace.getChildren().setAll(table);
            if (!searching) table.requestFocus();
        }
    }

    private Node nothingYet() {
        Button load = Buttons.labelled(Texts.of("result.library.import"), Icon.IMPORT, importFiles);
        return new EmptyState(
                Icon.LIBRARY, Texts.of("result.library.empty"), Texts.of("result.library.empty-means"), load);
    }

    private Node nothingMatches() {
        Button clear = Buttons.labelled(Texts.of("result.library.show-all"), Icon.CLOSE, () -> {
            model.queryProperty().set("");
            model.originProperty().set(null);
        });
        return new EmptyState(
                Icon.SEARCH, Texts.of("result.library.no-match"), Texts.of("result.library.no-match-means"), clear);
    }

    private void selected(@Nullable StoredSet stored) {
        if (stored == null) {
            detailing.cancel();
            detail = null;
            table.getSelectionModel().clearSelection();
            split.getItems().remove(pane);
            return;
        }
        if (!Objects.equals(table.getSelectionModel().getSelectedItem(), stored)) {
            table.getSelectionModel().select(stored);
            table.scrollTo(Math.max(0, table.getSelectionModel().getSelectedIndex() - 3));
        }
        if (!split.getItems().contains(pane)) {
            split.getItems().add(pane);
            split.setDividerPositions(0.64);
        }
        pane.show(stored);
        detailing.run(
                Texts.of("result.library.reading", stored.set().name()),
                progress -> SetDetail.read(store.get(), stored),
                read -> {
                    detail = read;
                    pane.show(read);
                },
                trouble -> pane.show(new ErrorPane(trouble)));
    }

    private void openRuns(String run, int line) {
        StoredSet stored = model.selectedProperty().get();
        if (stored == null) return;
        if (detail != null && detail.stored().equals(stored)) {
            show(detail, run, line);
            return;
        }
        detailing.run(
                Texts.of("result.library.reading", stored.set().name()),
                progress -> SetDetail.read(store.get(), stored),
                read -> {
                    detail = read;
                    pane.show(read);
                    show(read, run, line);
                },
                desk.sheets()::show);
    }

    private void show(SetDetail read, String run, int line) {
        getChildren().setAll(runs);
        runs.open(read, run, line);
    }

    private void closeRuns() {
        getChildren().setAll(browse);
        table.requestFocus();
    }

    /** @param run the run to open; empty to stay with the set */
    void open(String set, String run, int line) {
        getChildren().setAll(browse);
        model.refresh(() -> {
            model.select(set);
            if (!run.isEmpty()) openRuns(run, line);
        });
    }

    List<Command> commands() {
        Stream<Command> always =
                Stream.of(new Command(Texts.of("result.library.search-command"), "Shortcut+F", search::requestFocus));
        Stream<Command> ofSet = model.selectedProperty().get() == null
                ? Stream.of()
                : Stream.of(
                        new Command(Texts.of("result.library.export-command"), "", actions::export),
                        new Command(Texts.of("result.library.verify-command"), "", actions::verify),
                        new Command(Texts.of("result.library.rename-command"), "", actions::rename),
                        new Command(Texts.of("result.library.delete-command"), "", actions::delete),
                        new Command(Texts.of("result.library.runs-command"), "", () -> openRuns("", 0)));
        return Stream.concat(always, ofSet).toList();
    }

    void undo() {
        actions.undo();
    }
}
