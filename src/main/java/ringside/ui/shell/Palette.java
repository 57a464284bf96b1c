package ringside.ui.shell;

import atlantafx.base.controls.CustomTextField;
import java.util.ArrayList;
import java.util.List;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import ringside.ui.kit.Background;
import ringside.ui.kit.Icon;
import ringside.ui.kit.Texts;

/** The command palette: type a few letters, press Enter. */
final class Palette extends VBox {
    private static final int ROWS = 12;
    private static final double ROW = 32;

    private final PaletteModel model = new PaletteModel();
    private final Background.Latest reading;
    private final Sheets sheets;
    private final CustomTextField field = new CustomTextField();
    private final ListView<PaletteModel.Entry> list = new ListView<>();

    Palette(Sheets sheets, Background background) {
        this.sheets = sheets;
        reading = background.latest();
        getStyleClass().add("palette");
        setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        field.setPromptText(Texts.of("shell.palette.prompt"));
        field.setLeft(Icon.of(Icon.SEARCH));
        field.setId("palette-query");
        field.textProperty().bindBidirectional(model.queryProperty());
        field.addEventFilter(KeyEvent.KEY_PRESSED, this::keyPressed);
        list.setId("palette-list");
        list.setItems(model.matches());
        list.setFixedCellSize(ROW);
        list.setPrefHeight(ROWS * ROW + 2);
        list.setFocusTraversable(false); // the field keeps the focus and moves the selection
        list.setPlaceholder(new Label(Texts.of("shell.palette.nothing")));
        list.setCellFactory(view -> new Row());
        model.matches().addListener((ListChangeListener<PaletteModel.Entry>) change -> {
            list.setPrefHeight(Math.clamp(list.getItems().size(), 2, ROWS) * ROW + 2);
            list.getSelectionModel().selectFirst();
        });
        getChildren().addAll(field, list);
    }

    void open(List<PaletteModel.Entry> atHand, List<PaletteModel.Source> sources) {
        model.open(atHand);
        list.getSelectionModel().selectFirst();
        sheets.showBare(this, Pos.TOP_CENTER, reading::cancel);
        field.requestFocus();
        reading.run(
                Texts.of("shell.palette.looking"),
                progress -> {
                    var found = new ArrayList<PaletteModel.Entry>();
                    for (PaletteModel.Source source : sources) found.addAll(source.entries());
                    return found;
                },
                model::add,
                trouble -> list.setPlaceholder(new Label(Texts.of("shell.palette.trouble", trouble.problem()))));
    }

    private void keyPressed(KeyEvent event) {
        int page = ROWS - 1;
        switch (event.getCode()) {
            case DOWN -> move(1);
            case UP -> move(-1);
            case PAGE_DOWN -> move(page);
            case PAGE_UP -> move(-page);
            case ENTER -> run(list.getSelectionModel().getSelectedItem());
            default -> {
                return;
            }
        }
        event.consume();
    }

    private void move(int by) {
        int size = list.getItems().size();
        if (size == 0) return;
        int to = Math.clamp(list.getSelectionModel().getSelectedIndex() + by, 0, size - 1);
        list.getSelectionModel().select(to);
        list.scrollTo(Math.max(0, to - ROWS / 2));
    }

    private void run(PaletteModel.@Nullable Entry entry) {
        if (entry == null) return;
        sheets.close();
        entry.action().run();
    }

    private final class Row extends ListCell<PaletteModel.Entry> {
        private final Label kind = new Label();
        private final Label title = new Label();
        private final Label detail = new Label();
        private final Label keys = new Label();
        private final HBox box = new HBox(kind, title, detail, keys);

        Row() {
            kind.getStyleClass().add("kind");
            detail.getStyleClass().add("detail");
            keys.getStyleClass().add("keys");
            title.setMinWidth(Region.USE_PREF_SIZE);
            title.setMaxWidth(420);
            keys.setMinWidth(Region.USE_PREF_SIZE);
            detail.setMaxWidth(Double.MAX_VALUE);
            HBox.setHgrow(detail, Priority.ALWAYS);
            box.setAlignment(Pos.CENTER_LEFT);
            box.getStyleClass().add("row");
            box.setMinWidth(0);
            box.setPrefWidth(1); // the list's width rules, not the longest detail
            setOnMouseClicked(click -> run(getItem()));
        }

        @Override
        protected void updateItem(PaletteModel.Entry entry, boolean empty) {
            super.updateItem(entry, empty);
            setGraphic(empty || entry == null ? null : box);
            if (empty || entry == null) return;
            kind.setText(entry.kind());
            title.setText(entry.title());
            detail.setText(entry.detail());
            keys.setText(entry.keys());
        }
    }
}
