package ringside.ui.kit;

import javafx.scene.layout.Region;
import javafx.scene.shape.SVGPath;
import javafx.scene.transform.Scale;

/** Ringside's own icons: lines on a grid of 16 by 16, in the colour of the text around them. */
public final class Icon {
    public static final String START = "M2 7.5 8 2.5 14 7.5M3.5 6.5V13.5H6.5V9.5H9.5V13.5H12.5V6.5";
    public static final String FEATURES = "M2.5 3H13.5V13H2.5ZM2.5 6.3H13.5M6.3 3V13M8.3 9.6 9.6 11 11.9 8.2M3.9 9.7H5";
    public static final String FIGURES = "M2.5 2.5V13.5H13.5M5 11V8.5M8 11V4.5M11 11V6.5";
    public static final String LIBRARY =
            "M2.5 2.5H5.5V13.5H2.5ZM5.5 4.5H8.5V13.5H5.5ZM9.2 4.4 11.6 3.6 14 12.8 11.6 13.5Z";
    public static final String SEARCH = "M7 2.5A4.5 4.5 0 1 0 7 11.5A4.5 4.5 0 1 0 7 2.5M10.3 10.3 14 14";
    public static final String IMPORT = "M8 2V9.5M4.8 6.5 8 9.7 11.2 6.5M2.5 10.5V13.5H13.5V10.5";
    public static final String EXPORT = "M8 10V2.5M4.8 5.5 8 2.3 11.2 5.5M2.5 10.5V13.5H13.5V10.5";
    public static final String RENAME = "M3 13 3.6 10.4 10.9 3.1 12.9 5.1 5.6 12.4ZM9.4 4.6 11.4 6.6";
    public static final String DELETE = "M3 4.5H13M6 4.5V2.5H10V4.5M4.3 4.5 5 13.5H11L11.7 4.5M6.8 7V11M9.2 7V11";
    public static final String VERIFY =
            "M8 1.8 13 3.8V7.5C13 10.6 10.8 13 8 14.2 5.2 13 3 10.6 3 7.5V3.8ZM5.6 8 7.4 9.8 10.6 6.4";
    public static final String COPY = "M5.5 5.5H13.5V13.5H5.5ZM10.5 5.5V2.5H2.5V10.5H5.5";
    public static final String CLOSE = "M4 4 12 12M12 4 4 12";
    public static final String MORE = "M3.4 8H3.6M7.9 8H8.1M12.4 8H12.6";
    public static final String CHECK = "M3 8.5 6.5 12 13 4.5";
    public static final String WARNING = "M8 2.2 14.3 13.5H1.7ZM8 6.3V9.7M8 11.6V11.7";
    public static final String ERROR = "M8 2A6 6 0 1 0 8 14A6 6 0 1 0 8 2M5.8 5.8 10.2 10.2M10.2 5.8 5.8 10.2";
    public static final String NOTE = "M8 2A6 6 0 1 0 8 14A6 6 0 1 0 8 2M8 7.3V11M8 5V5.1";
    public static final String LIGHT = "M8 5A3 3 0 1 0 8 11A3 3 0 1 0 8 5M8 1.5V2.7M8 13.3V14.5M1.5 8H2.7M13.3 8H14.5"
            + "M3.4 3.4 4.3 4.3M11.7 11.7 12.6 12.6M3.4 12.6 4.3 11.7M11.7 4.3 12.6 3.4";
    public static final String DARK = "M13.5 9.6A6 6 0 1 1 6.4 2.5 4.8 4.8 0 0 0 13.5 9.6Z";
    public static final String SYSTEM = "M2 3H14V11H2ZM6 13.5H10M8 11V13.5";
    public static final String FOLDER = "M2 4H6L7.5 5.5H14V13H2Z";
    public static final String FILE = "M4 2H9.5L12.5 5V14H4ZM9.5 2V5H12.5";
    public static final String KEYS = "M1.5 4.5H14.5V12H1.5ZM4 7H4.1M6.6 7H6.7M9.3 7H9.4M11.9 7H12M5 9.6H11";
    public static final String REFRESH = "M13 8A5 5 0 1 1 11.4 4.4M11.6 1.8V4.6H8.8";
    public static final String BACK = "M9.8 3 4.8 8 9.8 13";
    public static final String FORWARD = "M6.2 3 11.2 8 6.2 13";
    public static final String UP = "M3 9.8 8 4.8 13 9.8";
    public static final String DOWN = "M3 6.2 8 11.2 13 6.2";
    public static final String SETTINGS = "M2 4.5H9M12 4.5H14M2 11.5H4M7 11.5H14M10.5 3V6M5.5 10V13";
    public static final String UNDO = "M5.5 3 2.5 6 5.5 9M2.5 6H10A3.5 3.5 0 0 1 10 13H6";

    public static final String DIGITISE = "M2.5 2.5V13.5H13.5M5 10.5 8 6.5 10 8.5M10.5 4.5H14.5M12.5 2.5V6.5";
    public static final String ADD = "M8 3V13M3 8H13";
    public static final String BALANCE =
            "M8 2.5V13.5M5.5 13.5H10.5M3 4.5H13M3 4.5 1.5 9H4.5L3 4.5M13 4.5 11.5 9H14.5L13 4.5";
    public static final String GUESTS = "M2.5 3H13.5V10.5H2.5ZM8 10.5V13M5 13.5H11M5 5.5H8M5 7.8H10.5";
    public static final String BENCHMARKS =
            "M8 3.5A5.5 5.5 0 1 0 8 14.5A5.5 5.5 0 1 0 8 3.5M8 9 10.5 6.5M6.5 1.5H9.5M8 1.5V3.5";
    public static final String PLAY = "M4.5 2.5 13 8 4.5 13.5Z";
    public static final String PAUSE = "M5 3V13M11 3V13";
    public static final String HOSTS =
            "M2.5 2.5H13.5V7H2.5ZM2.5 9H13.5V13.5H2.5ZM4.8 4.75H5.2M4.8 11.25H5.2M8 4.75H11.5M8 11.25H11.5";
    public static final String SIDE_BY_SIDE = "M2 3H7V13H2ZM9 3H14V13H9Z";

    private static final double GRID = 16;

    private Icon() {}

    public static Region of(String path) {
        return of(path, GRID);
    }

    /** @param size of its side, in points */
    public static Region of(String path, double size) {
        var line = new SVGPath();
        line.setContent(path);
        line.getStyleClass().add("line");
        line.setManaged(false); // keeps its place on the grid, whatever its own bounds are
        double scale = size / GRID;
        line.getTransforms().add(new Scale(scale, scale));
        var box = new Region() {
            {
                getChildren().add(line);
            }
        };
        box.getStyleClass().add("icon");
        box.setMinSize(size, size);
        box.setPrefSize(size, size);
        box.setMaxSize(size, size);
        return box;
    }
}
