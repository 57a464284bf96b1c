package ringside.core.platform;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * An architecture as layers: what lies upon what, with which privilege, and what passes between. No pixels; whoever
 * draws it decides how wide a column is.
 *
 * @param rows from the guests on top down to the hardware
 * @param boxes stand in rows and on {@link #COLUMNS} columns of equal width
 * @param arrows between boxes, straight: upright where one stands above the other, else level
 */
public record Drawing(
        String id,
        String title,
        String caption,
        List<Row> rows,
        List<Box> boxes,
        List<Arrow> arrows,
        List<Reference> sources) {
    public static final int COLUMNS = 12;

    public Drawing {
        rows = List.copyOf(rows);
        boxes = List.copyOf(boxes);
        arrows = List.copyOf(arrows);
        sources = List.copyOf(sources);
    }

    /** A layer. @param mode the processor's mode and ring in which its code runs; may be empty */
    public record Row(String name, String mode) {}

    /** What a box is in the machine. */
    public enum Role {
        GUEST("Guest"),
        VMM("Monitor"),
        DRIVER("Drivers and devices"),
        HOST("Host software"),
        TOOL("Tools"),
        HARDWARE("Hardware"),
        /** Holds other boxes together, such as all of one domain. */
        FRAME("Belongs together");

        private final String title;

        Role(String title) {
            this.title = title;
        }

        public String title() {
            return title;
        }
    }

    /** @param detail a second line; may be empty */
    public record Box(String id, Role role, String label, String detail, int row, int rows, int column, int columns) {
        public int lastRow() {
            return row + rows - 1;
        }

        public int endColumn() {
            return column + columns;
        }
    }

    /** How one part reaches another. */
    public enum Kind {
        TRAP("trap", "Trap: the processor leaves the guest by itself"),
        CALL("call", "Call: asked for by the one that calls"),
        DATA("data", "Data: through memory or a device");

        private final String word;
        private final String title;

        Kind(String word, String title) {
            this.word = word;
            this.title = title;
        }

        public String word() {
            return word;
        }

        public String title() {
            return title;
        }
    }

    /**
     * @param label a few words beside it; may be empty
     * @param at where it runs: upright at this column, or level in this row (whole: in its middle, else that far down)
     */
    public record Arrow(String from, String to, Kind kind, String label, double at) {}

    /** Its title up to the first colon or comma: {@code PV}. */
    public String shortTitle() {
        return title.split("[:,]", 2)[0];
    }

    public Optional<Box> box(String id) {
        return boxes.stream().filter(box -> box.id().equals(id)).findFirst();
    }

    /** True where one of its ends stands above the other. */
    public boolean upright(Arrow arrow) {
        Box from = box(arrow.from()).orElseThrow();
        Box to = box(arrow.to()).orElseThrow();
        return from.lastRow() < to.row() || to.lastRow() < from.row();
    }

    /** The whole drawing in words, for who cannot see it. */
    public String described() {
        var words = new StringBuilder(title).append(". ");
        for (int i = 0; i < rows.size(); i++) words.append(described(i));
        for (Arrow arrow : arrows) words.append(described(arrow));
        return words.append(caption).toString();
    }

    private String described(int row) {
        Row layer = rows.get(row);
        String inside = boxes.stream()
                .filter(box -> box.role() != Role.FRAME && box.row() <= row && row <= box.lastRow())
                .map(box -> box.label() + (box.detail().isEmpty() ? "" : " (" + box.detail() + ")"))
                .collect(Collectors.joining("; "));
        return layer.name() + (layer.mode().isEmpty() ? "" : ", " + layer.mode()) + ": " + inside + ". ";
    }

    private String described(Arrow arrow) {
        return "%s from %s to %s%s. "
                .formatted(
                        arrow.kind().word(),
                        box(arrow.from()).map(Box::label).orElse(""),
                        box(arrow.to()).map(Box::label).orElse(""),
                        arrow.label().isEmpty() ? "" : ": " + arrow.label());
    }
}
