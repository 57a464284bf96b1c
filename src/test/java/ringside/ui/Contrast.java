package ringside.ui;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.layout.BackgroundFill;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.paint.LinearGradient;
import javafx.scene.paint.Paint;
import javafx.scene.paint.Stop;
import javafx.scene.text.FontWeight;
import javafx.scene.text.Text;

/**
 * How well one reads what a scene shows: the contrast of each text with what is painted behind it, by the definition of
 * the Web Content Accessibility Guidelines 2.2, success criterion 1.4.3. What is disabled is exempt there.
 */
final class Contrast {
    private static final double LARGE = 24; // pixels, as 18 points; bold ones from 14 points
    private static final double LARGE_BOLD = 18.66;

    private Contrast() {}

    /**
     * A text that is too faint.
     *
     * @param where style classes from the outside in
     */
    record Faint(String text, String where, Color ink, Color paper, double ratio, double wanted) {
        @Override
        public String toString() {
            return "%.2f (%.1f wanted) \"%s\" %s on %s in %s".formatted(ratio, wanted, text, ink, paper, where);
        }
    }

    /** Of all texts that are shown below a node. */
    static List<Faint> faint(Parent root) {
        var faint = new ArrayList<Faint>();
        texts(root).forEach(text -> judge(text).ifPresent(faint::add));
        return faint;
    }

    /** Of the texts of one control, also where it is disabled. */
    static List<Faint> faintIn(Parent control) {
        return control.lookupAll(".text").stream()
                .filter(Text.class::isInstance)
                .flatMap(text -> judge((Text) text).stream())
                .toList();
    }

    private static Stream<Text> texts(Node node) {
        if (!node.isVisible() || node.isDisabled() || node.getOpacity() == 0) return Stream.empty();
        if (node instanceof Text text) return text.getText().isBlank() ? Stream.empty() : Stream.of(text);
        if (!(node instanceof Parent parent)) return Stream.empty();
        return parent.getChildrenUnmodifiable().stream().flatMap(Contrast::texts);
    }

    private static Optional<Faint> judge(Text text) {
        Color paper = behind(text);
        Color ink = over(faded(color(text.getFill()), opacity(text)), paper);
        boolean bold = FontWeight.findByName(text.getFont().getStyle().split(" ")[0]) == FontWeight.BOLD
                || text.getFont().getStyle().contains("Bold");
        double size = text.getFont().getSize();
        double wanted = size >= LARGE || bold && size >= LARGE_BOLD ? 3 : 4.5;
        double ratio = ratio(ink, paper);
        return ratio >= wanted - 0.005
                ? Optional.empty()
                : Optional.of(new Faint(text.getText(), where(text), ink, paper, ratio, wanted));
    }

    /** Of relative luminances, from 1 to 21. */
    static double ratio(Color one, Color other) {
        double a = luminance(one);
        double b = luminance(other);
        return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    }

    private static double luminance(Color color) {
        return 0.2126 * linear(color.getRed()) + 0.7152 * linear(color.getGreen()) + 0.0722 * linear(color.getBlue());
    }

    private static double linear(double channel) {
        return channel <= 0.04045 ? channel / 12.92 : Math.pow((channel + 0.055) / 1.055, 2.4);
    }

    /** What is painted behind a node: backgrounds of those that hold it, the outermost first. */
    private static Color behind(Node node) {
        Color paper = node.getScene().getFill() instanceof Color fill ? fill : Color.WHITE;
        var holders = new ArrayList<Region>();
        for (Node at = node.getParent(); at != null; at = at.getParent())
            if (at instanceof Region region) holders.addFirst(region);
        for (Region region : holders) {
            if (region.getBackground() == null) continue;
            for (BackgroundFill fill : region.getBackground().getFills())
                paper = over(faded(color(fill.getFill()), opacity(region)), paper);
        }
        return paper;
    }

    private static double opacity(Node node) {
        double opacity = 1;
        for (Node at = node; at != null; at = at.getParent()) opacity *= at.getOpacity();
        return opacity;
    }

    private static Color color(Paint paint) {
        return switch (paint) {
            case Color color -> color;
            case LinearGradient gradient ->
                gradient.getStops().stream().map(Stop::getColor).findFirst().orElse(Color.TRANSPARENT);
            case null, default -> Color.TRANSPARENT;
        };
    }

    private static Color faded(Color color, double opacity) {
        return Color.color(color.getRed(), color.getGreen(), color.getBlue(), color.getOpacity() * opacity);
    }

    private static Color over(Color top, Color below) {
        double share = top.getOpacity();
        return Color.color(
                top.getRed() * share + below.getRed() * (1 - share),
                top.getGreen() * share + below.getGreen() * (1 - share),
                top.getBlue() * share + below.getBlue() * (1 - share));
    }

    private static String where(Node node) {
        var names = new ArrayList<String>();
        for (Node at = node; at != null; at = at.getParent())
            if (!at.getStyleClass().isEmpty()) names.addFirst(String.join(".", at.getStyleClass()));
        return String.join(" > ", names.subList(Math.max(0, names.size() - 6), names.size()));
    }
}
