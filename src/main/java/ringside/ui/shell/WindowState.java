package ringside.ui.shell;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Collectors;
import javafx.geometry.Rectangle2D;
import ringside.ui.kit.Appearance;

/**
 * How the window stood when it was closed.
 *
 * @param x NaN where the desktop is to place it
 * @param page the page in view; empty for the first
 * @param percent how large all in it is shown, {@code 100} to {@code 200}
 * @param kept what pages want to find again, each under its id and a dot
 */
public record WindowState(
        double x,
        double y,
        double width,
        double height,
        boolean maximized,
        String page,
        Appearance.Choice theme,
        int percent,
        Map<String, String> kept) {
    public static final double LEAST_WIDTH = 960;
    public static final double LEAST_HEIGHT = 600;
    public static final WindowState FIRST =
            new WindowState(Double.NaN, Double.NaN, 1280, 800, false, "", Appearance.Choice.SYSTEM, 100, Map.of());

    private static final String PAGES = "page."; // before what pages keep, in the file
    private static final int LONGEST = 4000;

    private static final double GRIP = 80; // as much of the title bar as one needs to catch the window

    public WindowState {
        kept = Map.copyOf(kept);
    }

    public static WindowState of(Properties kept) {
        return new WindowState(
                number(kept, "x", FIRST.x),
                number(kept, "y", FIRST.y),
                Math.max(LEAST_WIDTH, number(kept, "width", FIRST.width)),
                Math.max(LEAST_HEIGHT, number(kept, "height", FIRST.height)),
                Boolean.parseBoolean(kept.getProperty("maximized")),
                kept.getProperty("page", FIRST.page),
                theme(kept.getProperty("theme", "")),
                Magnified.nearest(number(kept, "percent", FIRST.percent)),
                pages(kept));
    }

    private static Map<String, String> pages(Properties kept) {
        var pages = new HashMap<String, String>();
        for (String key : kept.stringPropertyNames()) {
            String value = kept.getProperty(key);
            if (key.startsWith(PAGES) && value.length() <= LONGEST) pages.put(key.substring(PAGES.length()), value);
        }
        return pages;
    }

    /** What one page kept, under its own names. */
    public Map<String, String> of(String page) {
        return kept.entrySet().stream()
                .filter(entry -> entry.getKey().startsWith(page + "."))
                .collect(Collectors.toMap(entry -> entry.getKey().substring(page.length() + 1), Map.Entry::getValue));
    }

    public Properties properties() {
        var kept = new Properties();
        if (Double.isFinite(x) && Double.isFinite(y)) {
            kept.setProperty("x", Double.toString(x));
            kept.setProperty("y", Double.toString(y));
        }
        kept.setProperty("width", Double.toString(width));
        kept.setProperty("height", Double.toString(height));
        kept.setProperty("maximized", Boolean.toString(maximized));
        kept.setProperty("page", page);
        kept.setProperty("theme", theme.name().toLowerCase(Locale.ROOT));
        kept.setProperty("percent", Integer.toString(percent));
        this.kept.forEach((key, value) -> kept.setProperty(PAGES + key, value));
        return kept;
    }

    /** The same, moved and shrunk where these screens would not show it: one may have been taken away since. */
    public WindowState on(List<Rectangle2D> screens) {
        if (screens.isEmpty()) return this;
        boolean reachable = screens.stream()
                .anyMatch(screen -> x + width - GRIP > screen.getMinX()
                        && x + GRIP < screen.getMaxX()
                        && y >= screen.getMinY()
                        && y + GRIP < screen.getMaxY());
        Rectangle2D first = screens.getFirst();
        if (reachable) return this;
        return new WindowState(
                Double.NaN,
                Double.NaN,
                Math.min(width, first.getWidth()),
                Math.min(height, first.getHeight()),
                maximized,
                page,
                theme,
                percent,
                kept);
    }

    private static double number(Properties kept, String key, double otherwise) {
        try {
            double number = Double.parseDouble(kept.getProperty(key, ""));
            return Double.isFinite(number) && Math.abs(number) < 1e6 ? number : otherwise;
        } catch (NumberFormatException edited) {
            return otherwise;
        }
    }

    private static Appearance.Choice theme(String word) {
        for (Appearance.Choice choice : Appearance.Choice.values())
            if (choice.name().equalsIgnoreCase(word)) return choice;
        return FIRST.theme;
    }
}
