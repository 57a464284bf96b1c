package ringside.ui.figure;

import atlantafx.base.controls.CustomTextField;
import atlantafx.base.theme.Styles;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.animation.PauseTransition;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.geometry.Bounds;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.TilePane;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import ringside.core.figure.Figure;
import ringside.core.figure.Renderer.Look;
import ringside.core.figure.Renderer.Theme;
import ringside.core.platform.Platforms;
import ringside.ui.figure.GalleryModel.Entry;
import ringside.ui.figure.GalleryModel.Section;
import ringside.ui.kit.Buttons;
import ringside.ui.kit.ErrorPane;
import ringside.ui.kit.Icon;
import ringside.ui.kit.Texts;

/** All figures as tiles, group by group. Thumbnails are asked for as they come into view. */
final class GalleryView extends BorderPane {
    private static final double LEAST_TILE = 232;
    private static final double GAP = 16;
    private static final double AHEAD = 240; // points below the fold that are drawn already
    private static final Duration SETTLED = Duration.millis(60);

    private final GalleryModel model;
    private final ReadOnlyBooleanProperty dark;
    private final Consumer<Figure> open;
    private final CustomTextField search = new CustomTextField();
    private final Label tally = new Label();
    private final VBox content = new VBox();
    private final ScrollPane scroll = new ScrollPane(content);
    private final Map<Entry, FigureTile> tiles = new HashMap<>();
    private final PauseTransition settled = new PauseTransition(SETTLED);

    GalleryView(GalleryModel model, ReadOnlyBooleanProperty dark, Consumer<Figure> open) {
        this.model = model;
        this.dark = dark;
        this.open = open;
        getStyleClass().add("figure-gallery");
        content.getStyleClass().add("gallery-content");
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.getStyleClass().add("edge-to-edge");
        setTop(head());
        setCenter(scroll);
        settled.setOnFinished(event -> drawVisible());
        model.sectionsProperty().subscribe(any -> arrange());
        model.countsProperty().subscribe(any -> counted());
        model.troubleProperty().subscribe(any -> arrange());
        dark.subscribe(any -> settled.playFromStart());
        sceneProperty().subscribe(any -> settled.playFromStart()); // the theme may have changed elsewhere
        scroll.vvalueProperty().subscribe(any -> settled.playFromStart());
        scroll.viewportBoundsProperty().subscribe(any -> fit());
        addEventFilter(KeyEvent.KEY_PRESSED, this::key);
    }

    private Node head() {
        var title = new Label(Texts.of("figure.gallery.title"));
        title.getStyleClass().add(Styles.TITLE_2);
        tally.getStyleClass().add(Styles.TEXT_MUTED);
        search.setId("figure-search");
        search.setPromptText(Texts.of("figure.gallery.search-prompt"));
        search.setLeft(Icon.of(Icon.SEARCH));
        search.setPrefWidth(300);
        search.textProperty().bindBidirectional(model.queryProperty());
        var filter = new CheckBox(Texts.of("figure.gallery.with-data"));
        filter.setId("with-data-only");
        filter.selectedProperty().bindBidirectional(model.withDataOnlyProperty());
        for (Region whole : List.of(title, filter)) whole.setMinWidth(Region.USE_PREF_SIZE);
        var space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        var head = new HBox(12, title, tally, platforms(), space, filter, search);
        head.setAlignment(Pos.CENTER_LEFT);
        head.getStyleClass().add("head");
        return head;
    }

    /** Says that only some platforms' figures are shown, and takes that away. */
    private Node platforms() {
        Button all =
                Buttons.labelled("", Icon.CLOSE, () -> model.platformsProperty().set(Set.of()));
        all.setId("all-platforms");
        all.setMnemonicParsing(false);
        all.getStyleClass().add("compact");
        all.setContentDisplay(ContentDisplay.RIGHT);
        all.setTooltip(new Tooltip(Texts.of("figure.gallery.all-platforms")));
        all.visibleProperty().bind(model.platformsProperty().map(wanted -> !wanted.isEmpty()));
        all.managedProperty().bind(all.visibleProperty());
        all.textProperty()
                .bind(model.platformsProperty()
                        .map(wanted -> Texts.of(
                                "figure.gallery.measured-on",
                                wanted.stream()
                                        .sorted(Platforms.ORDER)
                                        .map(id -> Platforms.of(id).name())
                                        .collect(Collectors.joining(", ")))));
        return all;
    }

    void focusSearch() {
        search.requestFocus();
        search.selectAll();
    }

    /** Puts the keyboard where the reader was: at the figure just looked at. */
    void focus(Figure figure) {
        shownTiles().stream()
                .filter(tile -> tile.entry().figure().equals(figure))
                .findFirst()
                .ifPresent(tile -> {
                    tile.requestFocus();
                    reveal(tile);
                });
    }

    Optional<Figure> focused() {
        return shownTiles().stream()
                .filter(Node::isFocused)
                .findFirst()
                .map(tile -> tile.entry().figure());
    }

    private List<FigureTile> shownTiles() {
        return model.shown().stream().map(this::tile).toList();
    }

    private FigureTile tile(Entry entry) {
        return tiles.computeIfAbsent(entry, one -> new FigureTile(one, () -> open.accept(one.figure())));
    }

    private void arrange() {
        var parts = new ArrayList<Node>();
        model.troubleProperty().get().ifPresent(fault -> parts.add(new ErrorPane(fault, model::refresh)));
        for (Section section : model.sectionsProperty().get()) {
            var heading = new Label(section.group().title());
            heading.getStyleClass().add(Styles.TITLE_4);
            var pane = new TilePane(GAP, GAP);
            pane.getChildren().addAll(section.entries().stream().map(this::tile).toList());
            var group = new VBox(10, heading, pane);
            group.getStyleClass().add("group");
            parts.add(group);
        }
        if (model.sectionsProperty().get().isEmpty()) parts.add(nothing());
        content.getChildren().setAll(parts);
        count();
        fit();
    }

    private Node nothing() {
        var words = new Label(
                model.platformsProperty().get().isEmpty()
                        ? Texts.of("figure.gallery.no-match")
                        : Texts.of("figure.gallery.none-measured"));
        words.getStyleClass().add(Styles.TEXT_MUTED);
        var all = new Button(Texts.of("figure.gallery.show-all"));
        all.setOnAction(event -> {
            model.queryProperty().set("");
            model.withDataOnlyProperty().set(false);
            model.platformsProperty().set(Set.of());
        });
        var box = new VBox(12, words, all);
        box.setAlignment(Pos.CENTER);
        box.getStyleClass().add("nothing");
        return box;
    }

    private void counted() {
        count();
        settled.playFromStart();
    }

    private void count() {
        long all = model.entries().size();
        long filled = model.entries().stream().filter(Entry::hasData).count();
        tally.setText(
                model.countsProperty().get() == 0
                        ? Texts.of("figure.gallery.tally", all)
                        : Texts.of("figure.gallery.tally-with-data", all, filled));
    }

    private double tileWidth() {
        var insets = content.getInsets();
        double width = scroll.getViewportBounds().getWidth() - insets.getLeft() - insets.getRight();
        int columns = (int) Math.max(1, Math.floor((width + GAP) / (LEAST_TILE + GAP)));
        return Math.max(LEAST_TILE, Math.floor((width - GAP * (columns - 1)) / columns));
    }

    private void fit() {
        double width = tileWidth();
        shownTiles().forEach(tile -> tile.fit(width));
        settled.playFromStart();
    }

    private void drawVisible() {
        if (getScene() == null || getScene().getWindow() == null) return;
        Bounds view = scroll.localToScene(scroll.getLayoutBounds());
        var wanted = shownTiles().stream()
                .filter(tile -> near(tile.localToScene(tile.getLayoutBounds()), view))
                .map(FigureTile::entry)
                .toList();
        double scale = getScene().getWindow().getOutputScaleX()
                * getLocalToSceneTransform().getMxx();
        var theme = dark.get() ? Theme.DARK : Theme.LIGHT;
        int width = FigureTile.pictureWidth(tileWidth());
        model.draw(wanted, new Look(theme, width, FigureTile.pictureHeight(width), scale, false, null));
    }

    private static boolean near(Bounds tile, Bounds view) {
        return tile.getMaxY() >= view.getMinY() - AHEAD && tile.getMinY() <= view.getMaxY() + AHEAD;
    }

    private void key(KeyEvent event) {
        if (event.getTarget() == search && event.getCode() == KeyCode.DOWN) {
            shownTiles().stream().findFirst().ifPresent(this::go);
            event.consume();
        } else if (event.getTarget() == search && event.getCode() == KeyCode.ESCAPE) {
            search.clear();
        } else if (event.getTarget() instanceof FigureTile tile && !event.isShortcutDown() && !event.isAltDown()) {
            if (step(tile, event.getCode())) event.consume();
        }
    }

    /** Moves the focus among the tiles; false for a key that is not for moving. */
    private boolean step(FigureTile from, KeyCode key) {
        var all = shownTiles();
        int at = all.indexOf(from);
        switch (key) {
            case LEFT -> go(all.get(Math.max(0, at - 1)));
            case RIGHT -> go(all.get(Math.min(all.size() - 1, at + 1)));
            case HOME -> go(all.getFirst());
            case END -> go(all.getLast());
            case UP -> inRow(all, from, -1).ifPresentOrElse(this::go, this::focusSearch);
            case DOWN -> inRow(all, from, 1).ifPresent(this::go);
            case ENTER -> from.fire();
            default -> {
                return false;
            }
        }
        return true;
    }

    /** The tile of the next row above or below whose middle is nearest. */
    private Optional<FigureTile> inRow(List<FigureTile> all, FigureTile from, int direction) {
        Bounds here = from.localToScene(from.getLayoutBounds());
        FigureTile best = null;
        double bestScore = Double.MAX_VALUE;
        for (FigureTile tile : all) {
            Bounds there = tile.localToScene(tile.getLayoutBounds());
            double rows = (there.getMinY() - here.getMinY()) * direction;
            if (rows < 1) continue;
            // any nearer row wins over any column
            double score = rows * 1000 + Math.abs(there.getCenterX() - here.getCenterX());
            if (score < bestScore) {
                best = tile;
                bestScore = score;
            }
        }
        return Optional.ofNullable(best);
    }

    private void go(FigureTile tile) {
        tile.requestFocus();
        reveal(tile);
    }

    private void reveal(Node node) {
        Bounds bounds = content.sceneToLocal(node.localToScene(node.getLayoutBounds()));
        double height = content.getHeight() - scroll.getViewportBounds().getHeight();
        if (height <= 0) return;
        double top = scroll.getVvalue() * height;
        double bottom = top + scroll.getViewportBounds().getHeight();
        if (bounds.getMinY() < top) scroll.setVvalue(Math.max(0, (bounds.getMinY() - 48) / height));
        else if (bounds.getMaxY() > bottom)
            scroll.setVvalue(Math.min(
                    1, (bounds.getMaxY() + 16 - scroll.getViewportBounds().getHeight()) / height));
    }
}
