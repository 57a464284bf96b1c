package ringside.ui.figure;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import ringside.core.figure.Exporting;
import ringside.core.figure.Exporting.Kind;
import ringside.core.figure.Renderer.Look;
import ringside.core.figure.Renderer.Theme;
import ringside.core.figure.Renderer.Zoom;
import ringside.ui.kit.Texts;

/** What an exported figure is to be: its format, size and theme. Kept from one export to the next. */
public final class ExportModel {
    static final int SCREEN_DPI = 96; // at which a point is a pixel
    static final int LEAST = 200;
    static final int MOST = 8000;

    private final ObjectProperty<Kind> format = new SimpleObjectProperty<>(this, "format", Kind.PNG);
    private final IntegerProperty width = new SimpleIntegerProperty(this, "width", Exporting.WIDTH);
    private final IntegerProperty height = new SimpleIntegerProperty(this, "height", Exporting.HEIGHT);
    private final IntegerProperty dpi = new SimpleIntegerProperty(this, "dpi", Exporting.DPI);
    private final ObjectProperty<Theme> theme = new SimpleObjectProperty<>(this, "theme", Theme.LIGHT);
    private final BooleanProperty zoomed = new SimpleBooleanProperty(this, "zoomed", true);

    public ObjectProperty<Kind> formatProperty() {
        return format;
    }

    /** In points: pixels at 96 dpi. */
    public IntegerProperty widthProperty() {
        return width;
    }

    public IntegerProperty heightProperty() {
        return height;
    }

    public IntegerProperty dpiProperty() {
        return dpi;
    }

    /** Light unless asked otherwise, whatever the window's is: it goes on paper. */
    public ObjectProperty<Theme> themeProperty() {
        return theme;
    }

    /** Whether a zoomed chart is exported as it is shown, and not whole. */
    public BooleanProperty zoomedProperty() {
        return zoomed;
    }

    /** What comes out, in words. */
    public String outcome() {
        double scale = (double) dpi.get() / SCREEN_DPI;
        return switch (format.get()) {
            case PNG ->
                Texts.of(
                        "figure.export.png-size",
                        Math.round(width.get() * scale),
                        Math.round(height.get() * scale),
                        centimetres(width.get()),
                        centimetres(height.get()),
                        dpi.get());
            case SVG, PDF -> Texts.of("figure.export.vector-size", centimetres(width.get()), centimetres(height.get()));
            case CSV -> Texts.of("figure.export.csv-size");
        };
    }

    private static String centimetres(int points) {
        return "%.1f".formatted(points * 2.54 / SCREEN_DPI);
    }

    /** As the command line says it. */
    List<String> options() {
        var options = new ArrayList<>(List.of("--format", format.get().word()));
        if (format.get() == Kind.PNG && dpi.get() != Exporting.DPI)
            options.addAll(List.of("--dpi", String.valueOf(dpi.get())));
        if (format.get() != Kind.CSV && theme.get() == Theme.DARK) options.addAll(List.of("--theme", "dark"));
        options.addAll(List.of("--out", "."));
        return options;
    }

    /** @param part that is zoomed to */
    Look look(Optional<Zoom> part) {
        double scale = format.get() == Kind.PNG ? (double) dpi.get() / SCREEN_DPI : 1;
        return new Look(
                theme.get(),
                width.get(),
                height.get(),
                scale,
                true,
                part.filter(any -> zoomed.get()).orElse(null));
    }
}
