package ringside.adapter.plot;

import java.awt.Color;
import java.awt.Font;
import java.awt.FontFormatException;
import java.awt.Graphics2D;
import java.awt.font.FontRenderContext;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.jspecify.annotations.Nullable;

/**
 * The type of one drawing: how wide a text is, where it breaks, how it is cut to fit, and its strokes on paper.
 *
 * <p>The face is Liberation Sans out of PDFBox's jar, so that a figure looks the same on every machine and
 * in every medium; it has Arial's widths. A text with letters that it lacks is set in Java's sans-serif.
 * Every text passes {@link #clean} on its way, because labels come from files that anyone may have written.
 */
final class Lettering {
    static final String FACE_RESOURCE = "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf";

    private static final Font FACE = load();
    private static final FontRenderContext EXACT = new FontRenderContext(null, true, true);
    private static final int LONGEST = 1000;

    enum Side {
        LEFT,
        CENTRE,
        RIGHT
    }

    private record Measured(String text, float size) {}

    private final boolean pixels;
    private final Map<Float, Font> sizes = new HashMap<>();
    private final Map<Measured, Double> widths = new HashMap<>();

    /** @param pixels whether the medium is made of pixels; in others text stays text */
    Lettering(boolean pixels) {
        this.pixels = pixels;
    }

    private static Font load() {
        try (InputStream in = PDDocument.class.getResourceAsStream(FACE_RESOURCE)) {
            return in == null ? new Font(Font.SANS_SERIF, Font.PLAIN, 1) : Font.createFont(Font.TRUETYPE_FONT, in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (FontFormatException e) {
            return new Font(Font.SANS_SERIF, Font.PLAIN, 1);
        }
    }

    /** The face's name as an AWT font has it. */
    static String face() {
        return FACE.getFontName();
    }

    Font font(String text, double size) {
        Font face = sizes.computeIfAbsent((float) size, FACE::deriveFont);
        return face.canDisplayUpTo(text) < 0 ? face : new Font(Font.SANS_SERIF, Font.PLAIN, 1).deriveFont((float) size);
    }

    double width(String text, double size) {
        if (text.isEmpty()) return 0;
        return widths.computeIfAbsent(new Measured(text, (float) size), key -> {
            String cleaned = clean(text);
            return font(cleaned, size).getStringBounds(cleaned, EXACT).getWidth();
        });
    }

    double widest(Iterable<String> texts, double size) {
        double widest = 0;
        for (String text : texts) widest = Math.max(widest, width(text, size));
        return widest;
    }

    /** From one base line to the next. */
    static double leading(double size) {
        return size * 1.3;
    }

    /** From the base line to the top of a digit. */
    static double digitHeight(double size) {
        return size * 0.72;
    }

    void draw(Graphics2D g, String text, double size, Color colour, double x, double baseline, Side side) {
        String cleaned = clean(text);
        if (cleaned.isEmpty()) return;
        double shift = switch (side) {
            case LEFT -> 0;
            case CENTRE -> width(text, size) / 2;
            case RIGHT -> width(text, size);
        };
        g.setPaint(colour);
        Font font = font(cleaned, size);
        g.setFont(font);
        float left = (float) (x - shift);
        if (pixels && simple(cleaned)) {
            // Java sets small letters on whole pixels, unevenly; their outlines stand where they belong
            float line = g.getTransform().getShearX() == 0 ? Math.round(baseline) : (float) baseline;
            g.fill(font.createGlyphVector(EXACT, cleaned).getOutline(left, line));
        } else {
            g.drawString(cleaned, left, (float) baseline);
        }
    }

    /** Whether its letters stand one after the other, from left to right. */
    private static boolean simple(String text) {
        return !Font.textRequiresLayout(text.toCharArray(), 0, text.length());
    }

    /** The text, or its beginning and an ellipsis. */
    String fit(String text, double size, double room) {
        return cut(clean(text), size, room, false);
    }

    /** The text, or its two ends around an ellipsis: names of variants often differ at their ends. */
    String fitMiddle(String text, double size, double room) {
        return cut(clean(text), size, room, true);
    }

    private String cut(String text, double size, double room, boolean middle) {
        if (width(text, size) <= room + 0.01) return text; // a room made to measure is room enough
        int low = 0;
        int high = text.length() - 1;
        while (low < high) {
            int kept = (low + high + 1) / 2;
            if (width(shortened(text, kept, middle), size) <= room) low = kept;
            else high = kept - 1;
        }
        return low == 0 ? "…" : shortened(text, low, middle);
    }

    private static String shortened(String text, int kept, boolean middle) {
        int tail = middle ? kept * 2 / 5 : 0;
        int head = kept - tail;
        if (head > 0 && Character.isHighSurrogate(text.charAt(head - 1))) head--;
        int rest = text.length() - tail;
        if (tail > 0 && Character.isLowSurrogate(text.charAt(rest))) rest++;
        return text.substring(0, head).stripTrailing() + "…" + text.substring(rest);
    }

    /** Lines no wider than the room; what does not fit into the last of them is cut with an ellipsis. */
    List<String> wrap(String text, double size, double room, int most) {
        String cleaned = clean(text);
        var lines = new ArrayList<String>();
        int from = 0;
        while (from < cleaned.length()) {
            if (lines.size() == most - 1) {
                lines.add(cut(cleaned.substring(from), size, room, false));
                break;
            }
            int to = lineEnd(cleaned, from, size, room);
            lines.add(cleaned.substring(from, to).stripTrailing());
            from = to;
            while (from < cleaned.length() && cleaned.charAt(from) == ' ') from++;
        }
        return lines;
    }

    private int lineEnd(String text, int from, double size, double room) {
        if (width(text.substring(from), size) <= room) return text.length();
        int fitting = from;
        for (int at = nextBreak(text, from); at > 0; at = nextBreak(text, at)) {
            if (width(text.substring(from, at).stripTrailing(), size) > room) break;
            fitting = at;
        }
        if (fitting > from) return fitting;
        int hard = from + 1;
        while (hard < text.length() && width(text.substring(from, hard + 1), size) <= room) hard++;
        return Character.isHighSurrogate(text.charAt(hard - 1)) ? hard + 1 : hard;
    }

    /** The width of the widest part that can not be broken. */
    double longestWord(String text, double size) {
        String cleaned = clean(text);
        double widest = 0;
        int from = 0;
        for (int at = nextBreak(cleaned, 0); at > 0; at = nextBreak(cleaned, at)) {
            widest = Math.max(widest, width(cleaned.substring(from, at).strip(), size));
            from = at;
        }
        return Math.max(widest, width(cleaned.substring(from), size));
    }

    /** Where the next line may begin after this place, or -1. */
    private static int nextBreak(String text, int after) {
        for (int i = after + 1; i < text.length(); i++)
            if (" /_,;:".indexOf(text.charAt(i - 1)) >= 0 && text.charAt(i) != ' ') return i;
        return -1;
    }

    /** One line of plain text: no control characters, nothing that turns the direction of what follows. */
    static String clean(@Nullable String text) {
        if (text == null) return "";
        boolean plain = text.length() <= LONGEST;
        for (int i = 0; plain && i < text.length(); i++) {
            char c = text.charAt(i);
            plain = c >= ' ' && c < 0x7f || c > 0xa0 && c < 0x2000;
        }
        return plain ? text.strip() : cleaned(text);
    }

    private static String cleaned(String text) {
        var clean = new StringBuilder();
        text.codePoints().limit(LONGEST).forEach(c -> {
            switch (Character.getType(c)) {
                case Character.CONTROL, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> clean.append(' ');
                case Character.FORMAT, Character.UNASSIGNED, Character.PRIVATE_USE -> {}
                case Character.SURROGATE -> clean.append('\ufffd');
                default -> clean.appendCodePoint(c);
            }
        });
        if (text.codePointCount(0, text.length()) > LONGEST) clean.append('…');
        return clean.toString().replaceAll(" {2,}", " ").strip();
    }
}
