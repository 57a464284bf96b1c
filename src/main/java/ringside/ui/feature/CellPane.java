package ringside.ui.feature;

import atlantafx.base.theme.Styles;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import ringside.core.feature.Cell;
import ringside.core.feature.Column;
import ringside.core.feature.Contradiction;
import ringside.core.feature.Era;
import ringside.core.feature.Evidence;
import ringside.core.feature.Feature;
import ringside.core.feature.FeatureMatrix;
import ringside.core.feature.Source;
import ringside.core.guest.GuestPlatform;
import ringside.core.trial.Trial;
import ringside.ui.kit.Buttons;
import ringside.ui.kit.Icon;
import ringside.ui.kit.Pressable;
import ringside.ui.kit.Texts;

/** A cell in full: both times, every source to open and to copy, and what a host said. */
final class CellPane extends VBox {
    private final MatrixModel model;
    private final Consumer<String> browser;
    private final BiConsumer<GuestPlatform, Trial> attempt;
    private final Label heading = new Label();
    private final VBox body = new VBox();

    /**
     * @param attempt offers to try a feature with a guest on this machine
     * @param close puts it away and the keyboard back into the table
     */
    CellPane(MatrixModel model, Consumer<String> browser, BiConsumer<GuestPlatform, Trial> attempt, Runnable close) {
        this.attempt = attempt;
        this.model = model;
        this.browser = browser;
        getStyleClass().addAll("cell-pane", "set-pane");
        setId("cell-pane");
        heading.getStyleClass().add(Styles.TITLE_4);
        heading.setWrapText(true);
        heading.setMinHeight(Region.USE_PREF_SIZE);
        heading.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(heading, Priority.ALWAYS);
        var shut = Buttons.icon(Texts.of("feature.cell.close"), Icon.CLOSE, close);
        shut.setId("close-cell");
        var head = new HBox(heading, shut);
        head.getStyleClass().add("head");
        head.setAlignment(Pos.TOP_LEFT);
        body.getStyleClass().add("body");
        var scroll = new ScrollPane(body);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.getStyleClass().add(Styles.FLAT);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        getChildren().addAll(head, scroll);
        model.openProperty().subscribe(place -> show());
        model.shownProperty().subscribe(now -> show());
    }

    private void show() {
        Place place = model.openProperty().get();
        Shown now = model.shownProperty().get();
        if (place == null || now == null) return;
        Optional<Feature> feature = now.matrix().feature(place.feature());
        if (feature.isEmpty()) return;
        Optional<Column> column = now.matrix().column(place.platform());
        String name = feature.get().name();
        heading.setText(
                column.map(of -> Texts.of("feature.cell.on", name, of.name())).orElse(name));
        var parts = new ArrayList<Node>();
        parts.add(words(feature.get().description(), "muted"));
        parts.add(marks(feature.get(), now.choices().marks().of(feature.get().id())));
        if (column.isEmpty()) parts.add(overview(now, feature.get()));
        else parts.addAll(cell(now.matrix(), feature.get(), column.get(), place));
        body.getChildren().setAll(parts);
    }

    private Node marks(Feature feature, Marks.Mark current) {
        var group = new ToggleGroup();
        var row = new HBox();
        for (Marks.Mark mark : List.of(Marks.Mark.MUST, Marks.Mark.NICE, Marks.Mark.NONE)) {
            var button = new ToggleButton((mark.sign() + " " + mark.title()).strip());
            button.setMinWidth(Region.USE_PREF_SIZE);
            button.setId("mark-" + mark.name().toLowerCase(Locale.ROOT));
            button.setToggleGroup(group);
            button.setSelected(mark == current);
            button.getStyleClass()
                    .addAll(
                            Styles.SMALL,
                            row.getChildren().isEmpty()
                                    ? Styles.LEFT_PILL
                                    : mark == Marks.Mark.NONE ? Styles.RIGHT_PILL : Styles.CENTER_PILL);
            button.setOnAction(pressed -> model.mark(feature.id(), mark));
            row.getChildren().add(button);
        }
        return row;
    }

    /** What each platform shown says of the feature; pressing one opens its cell. */
    private Node overview(Shown now, Feature feature) {
        var box = new VBox();
        box.getStyleClass().add("tight");
        for (Column column : now.columns()) {
            CellText text = now.text(feature, column);
            var name = new Label(column.name());
            name.getStyleClass().add("section-title");
            var says = new Label(text.says() + (text.signs().isEmpty() ? "" : "   " + text.signs()));
            says.getStyleClass().addAll("says", CellText.style(text.support()));
            var content = new VBox(2, name, says);
            if (!text.note().isEmpty()) content.getChildren().add(words(text.note(), "muted"));
            var area = new Pressable(
                    content, text.spoken(), () -> model.openProperty().set(new Place(feature.id(), column.id())));
            area.getStyleClass().add("set");
            box.getChildren().add(area);
        }
        return box;
    }

    private List<Node> cell(FeatureMatrix matrix, Feature feature, Column column, Place place) {
        var parts = new ArrayList<Node>();
        parts.add(section(matrix, feature, column, Era.NOW));
        parts.add(new ProbedPart(model.probed(place), attempt(place)));
        parts.add(section(matrix, feature, column, Era.SPRING_2013));
        return parts;
    }

    /** Shows how it is tried, where it can be. */
    private Optional<Runnable> attempt(Place place) {
        Optional<Trial> trial = Trial.of(place.feature());
        Optional<GuestPlatform> platform = GuestPlatform.of(place.platform());
        return trial.isPresent() && platform.isPresent()
                ? Optional.of(() -> attempt.accept(platform.get(), trial.get()))
                : Optional.empty();
    }

    private Node section(FeatureMatrix matrix, Feature feature, Column column, Era era) {
        Cell cell = matrix.cell(feature.id(), column.id(), era);
        var heading = new Label(era.title());
        heading.getStyleClass().add("section-title");
        var says = new Label(CellText.says(cell.support()));
        says.getStyleClass().addAll("says", "large", CellText.style(cell.support()));
        var box = new VBox(heading, says);
        box.getStyleClass().add("section");
        if (!cell.note().isEmpty()) box.getChildren().add(words(cell.note(), "condition"));
        box.getChildren().add(facts(cell, column, basis(era, column)));
        box.getChildren().addAll(sources(cell));
        if (cell.sources().isEmpty()) box.getChildren().add(words(Texts.of("feature.cell.unknown"), "muted"));
        return box;
    }

    /** All of them; where they contradict each other, with what each says. */
    private List<Node> sources(Cell cell) {
        var nodes = new ArrayList<Node>();
        if (!cell.conflict().isEmpty()) nodes.add(words(Texts.of("feature.cell.conflict"), "otherwise"));
        for (Source source : cell.sources()) {
            String says = cell.conflict().stream()
                    .filter(other -> other.source().equals(source))
                    .map(Contradiction::says)
                    .collect(Collectors.joining("; "));
            nodes.add(source(source, says));
        }
        for (Contradiction other : cell.conflict())
            if (!cell.sources().contains(other.source())) nodes.add(source(other.source(), other.says()));
        return nodes;
    }

    private static Node facts(Cell cell, Column column, String basis) {
        var grid = new GridPane();
        grid.getStyleClass().add("facts");
        fact(grid, Texts.of("feature.cell.since"), cell.since());
        fact(
                grid,
                Texts.of("feature.cell.graded"),
                cell.grade().isEmpty() ? "" : Texts.of("feature.cell.grade", cell.grade()));
        fact(
                grid,
                Texts.of("feature.cell.strength"),
                cell.evidence() == Evidence.ABSENT_FROM_LIST ? "≈ " + Evidence.ABSENT_FROM_LIST.title() : "");
        fact(
                grid,
                Texts.of("feature.cell.about"),
                cell.inherited() ? Texts.of("feature.cell.whole", cell.whole(), column.name()) : "");
        fact(grid, Texts.of("feature.cell.versions"), basis);
        return grid;
    }

    /** Of a variant, what stands behind its product. */
    private String basis(Era era, Column column) {
        String own = column.basis().getOrDefault(era, "");
        if (!own.isEmpty()) return own;
        return model.allColumns().stream()
                .filter(whole -> whole.id().equals(column.partOf()))
                .map(whole -> whole.basis().getOrDefault(era, ""))
                .findFirst()
                .orElse("");
    }

    private static void fact(GridPane grid, String name, String value) {
        if (value.isEmpty()) return;
        var key = new Label(name);
        key.getStyleClass().add("muted");
        key.setMinWidth(Region.USE_PREF_SIZE);
        GridPane.setValignment(key, javafx.geometry.VPos.TOP);
        grid.addRow(grid.getRowCount(), key, words(value, ""));
    }

    private Node source(Source source, String says) {
        var link = new Hyperlink(source.title());
        link.getStyleClass().add("source");
        link.setWrapText(true);
        link.setMinHeight(Region.USE_PREF_SIZE);
        link.setTooltip(new Tooltip(Texts.of("feature.cell.source-tip", source.link())));
        link.setAccessibleText(Texts.of("feature.cell.source", source.title()));
        link.setOnAction(pressed -> {
            link.setVisited(false);
            browser.accept(source.link());
        });
        var text = new VBox(link);
        String where = source.path() + (source.version().isEmpty() ? "" : "  ·  " + source.version());
        if (!where.isBlank()) text.getChildren().add(words(where.strip(), "muted"));
        if (!says.isEmpty()) text.getChildren().add(words(Texts.of("feature.cell.says", says), "otherwise"));
        HBox.setHgrow(text, Priority.ALWAYS);
        var row = new HBox(text, Buttons.copy(Texts.of("feature.cell.copy-source"), source::citation));
        row.getStyleClass().add("copyable");
        return row;
    }

    static Label words(String text, String style) {
        var label = new Label(text);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        if (!style.isEmpty()) label.getStyleClass().add(style);
        return label;
    }
}
