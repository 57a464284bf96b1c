package ringside.ui.feature;

import atlantafx.base.theme.Styles;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javafx.geometry.Bounds;
import javafx.geometry.Rectangle2D;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.SnapshotParameters;
import javafx.scene.control.Label;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.VBox;
import javafx.scene.transform.Transform;
import ringside.core.feature.Column;
import ringside.ui.kit.Texts;

/**
 * The table as one picture: all of its rows and columns, whatever part of it the window shows. It is drawn band by band,
 * each on the FX thread.
 */
final class MatrixPicture {
    private static final double COLUMN = 230;
    private static final double ROW =
            90; // nobody can open a cell of a picture, so there is room for the longest condition
    private static final double MARGIN = 24;

    /** The widest that is drawn at once: for more not every machine has a texture. */
    private static final int TILE = 2048;

    /** The highest that is drawn at once: so long the window waits. */
    private static final int BAND = 256;

    private static final MatrixGrid.Ways NONE = new MatrixGrid.Ways() {
        @Override
        public void open(Place place) {}

        @Override
        public void mark(String feature) {}

        @Override
        public void fold(String group) {}

        @Override
        public void menu(Column column, Node head) {}

        @Override
        public void move(Column column, int places) {}
    };

    private final double scale;
    private final VBox page;
    private final Map<Node, Bounds> parts;
    private final int width;
    private final int height;

    /**
     * @param styles of the window, so that the picture has its theme
     * @param scale pixels per point
     */
    MatrixPicture(Shown shown, List<String> styles, double scale) {
        this.scale = scale;
        double across = MatrixGrid.NAMES + shown.columns().size() * COLUMN;
        page = page(shown, across);
        var scene = new Scene(page, across + 2 * MARGIN, 100);
        scene.getStylesheets().setAll(styles);
        page.applyCss();
        double down = Math.ceil(page.prefHeight(across + 2 * MARGIN));
        page.resize(across + 2 * MARGIN, down);
        page.layout();
        parts = parts(page);
        width = (int) Math.round((across + 2 * MARGIN) * scale);
        height = (int) Math.round(down * scale);
    }

    private static VBox page(Shown shown, double width) {
        var grid = new MatrixGrid(NONE, ROW);
        grid.show(shown);
        grid.setMinSize(width, grid.wholeHeight());
        grid.setMaxSize(width, grid.wholeHeight());
        var title = new Label(Texts.of("feature.platform-features", heading(shown)));
        title.getStyleClass().add(Styles.TITLE_3);
        var legend = new MatrixLegend();
        legend.setPrefWrapLength(width);
        var origin = new Label(Texts.of("feature.matrix-picture.footer", LocalDate.now()));
        origin.getStyleClass().add("muted");
        var page = new VBox(12, title, grid, legend, origin);
        page.getStyleClass().addAll("features", "matrix-picture");
        page.setStyle("-fx-padding: " + MARGIN + ";");
        page.setMaxWidth(width + 2 * MARGIN);
        return page;
    }

    /** Of what it is a picture, for tests. */
    Parent page() {
        return page;
    }

    int width() {
        return width;
    }

    int height() {
        return height;
    }

    /** The next pixels from a row on, argb and not premultiplied: as many rows as are drawn at once, or what is left. */
    int[][] band(int top) {
        var rows = new int[Math.min(BAND, height - top)][width];
        for (int left = 0; left < width; left += TILE) {
            int across = Math.min(TILE, width - left);
            var tile = new Rectangle2D(left, top, across, rows.length);
            hideAllBut(tile);
            var parameters = new SnapshotParameters();
            parameters.setTransform(Transform.scale(scale, scale));
            parameters.setViewport(tile);
            var image = page.snapshot(parameters, new WritableImage(across, rows.length));
            for (int y = 0; y < rows.length; y++)
                image.getPixelReader()
                        .getPixels(0, y, across, 1, PixelFormat.getIntArgbInstance(), rows[y], left, across);
        }
        return rows;
    }

    /** Drawing what is not in a tile would take as long as drawing what is. */
    private void hideAllBut(Rectangle2D tile) {
        parts.forEach((part, at) -> part.setVisible(at.intersects(
                tile.getMinX() / scale, tile.getMinY() / scale, tile.getWidth() / scale, tile.getHeight() / scale)));
    }

    private static Map<Node, Bounds> parts(Parent page) {
        var parts = new HashMap<Node, Bounds>();
        for (Node part : page.lookupAll("*"))
            if (part.getParent() instanceof GridLayer)
                parts.put(part, page.sceneToLocal(part.localToScene(part.getLayoutBounds())));
        return parts;
    }

    static String heading(Shown shown) {
        var parts = new ArrayList<String>();
        parts.add(
                switch (shown.choices().period()) {
                    case NOW -> Texts.of("feature.matrix-picture.now");
                    case SPRING_2013 -> Texts.of("feature.matrix-picture.spring-2013");
                    case CHANGES -> Texts.of("feature.matrix-picture.changes");
                });
        if (shown.choices().differences()) parts.add(Texts.of("feature.matrix-picture.only-differences"));
        if (shown.choices().marked()) parts.add(Texts.of("feature.matrix-picture.only-marked"));
        if (shown.choices().study()) parts.add(Texts.of("feature.matrix-picture.only-study"));
        return String.join(", ", parts);
    }
}
