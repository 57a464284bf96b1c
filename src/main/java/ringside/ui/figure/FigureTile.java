package ringside.ui.figure;

import atlantafx.base.theme.Styles;
import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.image.ImageView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import ringside.core.figure.Figure;
import ringside.ui.figure.GalleryModel.Entry;
import ringside.ui.figure.GalleryModel.Thumbnail;
import ringside.ui.kit.Chip;
import ringside.ui.kit.Icon;
import ringside.ui.kit.Texts;

/** One figure of the gallery: its thumbnail, or what stands in for it, over its number and title. */
final class FigureTile extends Button {
    private static final double SHAPE = 0.6; // height of the thumbnail to its width
    private static final double TEXT = 74; // height of what stands below it
    private static final double EDGE = 6; // around the thumbnail
    private static final PseudoClass NO_DATA = PseudoClass.getPseudoClass("no-data");

    private final Entry entry;
    private final ImageView picture = new ImageView();
    private final Label instead = new Label();
    private final Label amount = new Label();
    private final StackPane frame = new StackPane(picture, instead);

    FigureTile(Entry entry, Runnable open) {
        this.entry = entry;
        getStyleClass().addAll("figure-tile", Styles.FLAT);
        setId("tile-" + entry.figure().id());
        setMaxSize(Double.MAX_VALUE, Double.MAX_VALUE);
        setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        setGraphic(content());
        setTooltip(new Tooltip(entry.figure().title()));
        setOnAction(event -> open.run());
        entry.thumbnailProperty().subscribe(this::show);
        entry.samplesProperty().subscribe(samples -> count(samples.longValue()));
    }

    Entry entry() {
        return entry;
    }

    private VBox content() {
        Figure figure = entry.figure();
        var id = Chip.of(figure.id());
        id.getStyleClass().add("figure-id");
        var space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        amount.getStyleClass().addAll("amount", Styles.TEXT_SMALL);
        var line = new HBox(6, id, space, amount);
        line.setAlignment(Pos.CENTER_LEFT);
        var title = new Label(figure.title());
        title.setWrapText(true);
        title.getStyleClass().add("title");
        var text = new VBox(4, line, title);
        text.getStyleClass().add("text");
        text.setMinHeight(TEXT);
        text.setPrefHeight(TEXT);
        text.setMaxHeight(TEXT);
        frame.getStyleClass().add("frame");
        frame.setMinSize(0, 0);
        VBox.setVgrow(frame, Priority.ALWAYS);
        instead.getStyleClass().add("instead");
        instead.setWrapText(true);
        picture.setPreserveRatio(true);
        picture.setSmooth(true);
        var content = new VBox(frame, text);
        content.setMouseTransparent(true);
        return content;
    }

    static int pictureWidth(double width) {
        return (int) Math.floor(width - 2 * EDGE);
    }

    static int pictureHeight(int width) {
        return (int) Math.rint(width * SHAPE);
    }

    /** Sets its width; the height follows. */
    void fit(double width) {
        int across = pictureWidth(width);
        int down = pictureHeight(across);
        setPrefSize(width, down + 2 * EDGE + TEXT);
        frame.setPrefSize(width, down + 2 * EDGE);
        picture.setFitWidth(across);
        picture.setFitHeight(down);
    }

    private void show(Optional<Thumbnail> thumbnail) {
        picture.setImage(null);
        switch (thumbnail.orElse(null)) {
            case Thumbnail.Drawn(var drawing) -> picture.setImage(Pictures.of(drawing));
            case Thumbnail.Failed(var trouble) -> {
                instead.setText(Texts.of("figure.figure-tile.not-drawn"));
                instead.setGraphic(Icon.of(Icon.ERROR));
                setTooltip(new Tooltip(trouble.problem() + ": " + trouble.remedy()));
            }
            case null -> {}
        }
        instead.setVisible(picture.getImage() == null);
    }

    private void count(long samples) {
        boolean none = samples == 0;
        pseudoClassStateChanged(NO_DATA, none);
        amount.setText(samples <= 0 ? "" : Texts.of("figure.figure-tile.samples", samples));
        if (entry.thumbnailProperty().get().isEmpty()) {
            instead.setText(none ? Texts.of("figure.no-data-yet") : samples < 0 ? "" : Texts.of("figure.drawing-ask"));
            instead.setGraphic(null);
        }
        String id = entry.figure().id();
        String title = entry.figure().title();
        setAccessibleText(
                none
                        ? Texts.of("figure.figure-tile.spoken-empty", id, title)
                        : Texts.of("figure.figure-tile.spoken", id, title, Math.max(0, samples)));
    }
}
