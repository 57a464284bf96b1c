package ringside.ui.feature;

import atlantafx.base.theme.Styles;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.SnapshotParameters;
import javafx.scene.control.Label;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.VBox;
import javafx.scene.transform.Transform;
import ringside.core.feature.Column;

/** The table as one picture: all of its rows and columns, whatever part of it the window shows. On the FX thread. */
final class MatrixPicture {
    private static final double COLUMN = 230;
    private static final double ROW = 68; // nobody can open a cell of a picture, so there is room for more of it
    private static final double MARGIN = 24;

    /** @param argb row by row, not premultiplied */
    record Pixels(int width, int height, int[] argb) {}

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

    private MatrixPicture() {}

    /**
     * @param styles of the window, so that the picture has its theme
     * @param scale pixels per point
     */
    static Pixels of(Shown shown, List<String> styles, double scale) {
        var grid = new MatrixGrid(NONE, ROW);
        grid.show(shown);
        double width = MatrixGrid.NAMES + shown.columns().size() * COLUMN;
        grid.setMinSize(width, grid.wholeHeight());
        grid.setMaxSize(width, grid.wholeHeight());
        var title = new Label("Platform features, " + heading(shown));
        title.getStyleClass().add(Styles.TITLE_3);
        var legend = new MatrixLegend();
        legend.setPrefWrapLength(width);
        var origin = new Label(
                "Ringside, " + LocalDate.now() + ". Every cell has its source: see the table as HTML or Markdown.");
        origin.getStyleClass().add("muted");
        var page = new VBox(12, title, grid, legend, origin);
        page.getStyleClass().addAll("features", "matrix-picture");
        page.setStyle("-fx-padding: " + MARGIN + ";");
        page.setMaxWidth(width + 2 * MARGIN);
        var scene = new Scene(page, width + 2 * MARGIN, 100);
        scene.getStylesheets().setAll(styles);
        page.applyCss();
        double height = Math.ceil(page.prefHeight(width + 2 * MARGIN));
        page.resize(width + 2 * MARGIN, height);
        page.layout();
        return pixels(page, width + 2 * MARGIN, height, scale);
    }

    static String heading(Shown shown) {
        var parts = new ArrayList<String>();
        parts.add(
                switch (shown.choices().period()) {
                    case NOW -> "now";
                    case SPRING_2013 -> "spring 2013";
                    case CHANGES -> "what changed since spring 2013";
                });
        if (shown.choices().differences()) parts.add("only differences");
        if (shown.choices().marked()) parts.add("only what was marked");
        if (shown.choices().study()) parts.add("only what the study compared");
        return String.join(", ", parts);
    }

    private static Pixels pixels(VBox page, double width, double height, double scale) {
        int columns = (int) Math.round(width * scale);
        int rows = (int) Math.round(height * scale);
        var parameters = new SnapshotParameters();
        parameters.setTransform(Transform.scale(scale, scale));
        var image = page.snapshot(parameters, new WritableImage(columns, rows));
        var argb = new int[columns * rows];
        image.getPixelReader().getPixels(0, 0, columns, rows, PixelFormat.getIntArgbInstance(), argb, 0, columns);
        return new Pixels(columns, rows, argb);
    }
}
