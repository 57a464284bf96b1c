package ringside.ui.feature;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.geometry.Side;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.SplitPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import ringside.core.feature.Column;
import ringside.core.feature.Era;
import ringside.core.feature.Fault;
import ringside.core.feature.Fit;
import ringside.core.guest.GuestPlatform;
import ringside.core.trial.Trial;
import ringside.ui.kit.EmptyState;
import ringside.ui.kit.ErrorPane;
import ringside.ui.kit.Icon;
import ringside.ui.kit.Texts;

/** The matrix: what one can choose of it, the table, and beside it the cell that is open. */
final class MatrixView extends BorderPane {

    /** Where one can go from here. */
    interface Ways extends MatrixBar.Ways {
        /** To the page of a platform; asked only for one that {@link #tells} of. */
        void about(Column column);

        boolean tells(Column column);

        void browse(String address);

        /** Offers to try a feature with a guest on this machine. */
        void attempt(GuestPlatform platform, Trial trial);

        /** Why files of the user's were left out. */
        void faults(List<Fault> faults);
    }

    private static final double LEAST = 200;
    private static final double PANE = 0.69; // of the width, left of the open cell

    private final MatrixModel model;
    private final Ways ways;
    private final MatrixBar bar;
    private final MatrixGrid grid;
    private final CellPane pane;
    private final StackPane place = new StackPane();
    private final SplitPane split = new SplitPane(place);
    private final VBox remarks = new VBox();

    MatrixView(MatrixModel model, Ways ways) {
        this.model = model;
        this.ways = ways;
        bar = new MatrixBar(model, ways);
        grid = new MatrixGrid(gridWays());
        pane = new CellPane(model, ways::browse, ways::attempt, this::close);
        getStyleClass().add("matrix-view");
        remarks.getStyleClass().add("remarks");
        setTop(new VBox(bar, remarks));
        setCenter(split);
        setBottom(new MatrixLegend());
        SplitPane.setResizableWithParent(pane, false);
        pane.setMinWidth(344);
        split.setMinHeight(LEAST); // else what one can choose leaves nothing of it in a low window
        model.shownProperty().subscribe(shown -> show());
        model.faultsProperty().subscribe(faults -> remark());
        model.troubleProperty().subscribe(trouble -> show());
        model.openProperty().subscribe(open -> openPane());
        addEventFilter(KeyEvent.KEY_PRESSED, this::key);
    }

    private MatrixGrid.Ways gridWays() {
        return new MatrixGrid.Ways() {
            @Override
            public void open(Place cell) {
                MatrixView.this.open(cell);
            }

            @Override
            public void mark(String feature) {
                Shown now = model.shownProperty().get();
                if (now != null)
                    model.mark(feature, now.choices().marks().of(feature).next());
            }

            @Override
            public void fold(String group) {
                model.toggle(group);
            }

            @Override
            public void menu(Column column, Node head) {
                columnMenu(column).show(head, Side.BOTTOM, 0, 0);
            }

            @Override
            public void move(Column column, int places) {
                model.move(column.id(), places);
            }
        };
    }

    private void show() {
        Shown now = model.shownProperty().get();
        remark();
        if (model.troubleProperty().get() != null && now == null) {
            place.getChildren().setAll(new ErrorPane(model.troubleProperty().get(), model::load));
            return;
        }
        if (now == null) {
            place.getChildren().setAll(new Label(Texts.of("feature.matrix.reading-the-features-ask")));
            return;
        }
        Optional<Nothing> nothing = model.nothing();
        grid.show(now);
        place.getChildren().setAll(nothing.<Node>map(this::nothing).orElse(grid));
    }

    private Node nothing(Nothing nothing) {
        var button = new Button(nothing.action());
        button.setId("mend");
        button.setOnAction(pressed -> {
            nothing.mend().run();
            focus();
        });
        return new EmptyState(Icon.SEARCH, nothing.what(), nothing.next(), button);
    }

    /** What has to be known of the whole before one reads a cell. */
    private void remark() {
        remarks.getChildren().clear();
        Shown now = model.shownProperty().get();
        if (now != null && now.choices().period() == Period.SPRING_2013)
            remarks.getChildren().add(remark(Icon.NOTE, Texts.of("feature.matrix.about-2013"), null));
        if (now != null) absent(now).ifPresent(remarks.getChildren()::add);
        List<Fault> faults = model.faultsProperty().get();
        if (faults.isEmpty()) return;
        long files = faults.stream().map(Fault::file).distinct().count();
        var why = new Button(Texts.of("feature.matrix.show-why-ask"));
        why.setId("show-faults");
        why.getStyleClass().add("compact");
        why.setOnAction(pressed -> ways.faults(faults));
        remarks.getChildren().add(remark(Icon.WARNING, Texts.of("feature.matrix.faults", files), why));
    }

    /** Of platforms that were not there: once, and not in each of their cells. */
    private static Optional<Node> absent(Shown now) {
        if (now.choices().period() == Period.NOW) return Optional.empty();
        String names = now.columns().stream()
                .filter(column -> !now.matrix().existed(column.id(), Era.SPRING_2013))
                .map(Column::name)
                .collect(Collectors.joining(", "));
        return names.isEmpty()
                ? Optional.empty()
                : Optional.of(remark(Icon.NOTE, Texts.of("feature.matrix.absent", names), null));
    }

    private static Node remark(String icon, String text, @org.jspecify.annotations.Nullable Button button) {
        Label words = CellPane.words(text, "");
        HBox.setHgrow(words, Priority.ALWAYS);
        words.setMaxWidth(Double.MAX_VALUE);
        var row = new HBox(8, Icon.of(icon), words);
        row.getStyleClass().add("remark");
        if (button != null) {
            button.setMinWidth(Region.USE_PREF_SIZE);
            row.getChildren().add(button);
        }
        return row;
    }

    private ContextMenu columnMenu(Column column) {
        var menu = new ContextMenu();
        if (ways.tells(column))
            menu.getItems().add(item(Texts.of("feature.about", column.name()), () -> ways.about(column)));
        Optional.ofNullable(model.shownProperty().get())
                .flatMap(now -> Optional.ofNullable(now.fits().get(column.id())))
                .stream()
                .flatMap(fit -> decisive(fit, column))
                .forEach(menu.getItems()::add);
        if (!menu.getItems().isEmpty()) menu.getItems().add(new SeparatorMenuItem());
        menu.getItems()
                .addAll(
                        item(Texts.of("feature.matrix.move-left"), () -> model.move(column.id(), -1)),
                        item(Texts.of("feature.matrix.move-right"), () -> model.move(column.id(), 1)),
                        item(Texts.of("feature.matrix.hide"), () -> model.hide(column.id())),
                        item(Texts.of("feature.matrix.columns-ask"), ways::columns));
        return menu;
    }

    private Stream<MenuItem> decisive(Fit fit, Column column) {
        return fit.decisive().stream()
                .filter(reason -> fit.verdict() != Fit.Verdict.FITS)
                .map(reason -> item(
                        (reason.isUnknown() ? Texts.of("feature.matrix.unknown") : fit.title()) + ": "
                                + reason.feature().name(),
                        () -> open(new Place(reason.feature().id(), column.id()))));
    }

    private static MenuItem item(String title, Runnable action) {
        var item = new MenuItem(title);
        item.setOnAction(chosen -> action.run());
        return item;
    }

    void open(Place cell) {
        model.reveal(cell);
        grid.cursor().go(cell);
    }

    private void openPane() {
        boolean open = model.openProperty().get() != null;
        if (open == split.getItems().contains(pane)) return;
        if (open) {
            split.getItems().add(pane);
            split.setDividerPositions(PANE);
        } else split.getItems().remove(pane);
    }

    private void close() {
        model.openProperty().set(null);
        grid.requestFocus();
    }

    void focus() {
        grid.requestFocus();
    }

    void focusSearch() {
        bar.focusSearch();
    }

    private void key(KeyEvent key) {
        if (key.getCode() == KeyCode.ESCAPE && model.openProperty().get() != null) close();
        else if (key.getCode() == KeyCode.ESCAPE && !model.queryProperty().get().isEmpty())
            model.queryProperty().set("");
        else if (bar.searches(key.getTarget()) && key.getCode() == KeyCode.DOWN) grid.requestFocus();
        else if (key.isAltDown() && key.isShiftDown() && moves(key.getCode())) {
        } else return;
        key.consume();
    }

    /** Moves the column that the keys are in. */
    private boolean moves(KeyCode code) {
        int by = code == KeyCode.LEFT ? -1 : code == KeyCode.RIGHT ? 1 : 0;
        Shown now = model.shownProperty().get();
        int at = grid.cursor().column();
        if (by == 0 || now == null || at < 0 || at >= now.columns().size()) return false;
        model.move(now.columns().get(at).id(), by);
        return true;
    }
}
