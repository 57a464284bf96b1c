package ringside.ui.platform;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javafx.geometry.Insets;
import javafx.geometry.Orientation;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.text.TextAlignment;
import ringside.core.platform.Drawing;
import ringside.core.platform.Drawing.Arrow;
import ringside.core.platform.Drawing.Box;
import ringside.core.platform.Drawing.Role;

/** Any drawing, in the colours of the theme, as wide as there is room. */
public final class DrawingView extends Region {
    private static final double LEAST = 520;
    private static final double USUAL = 760;
    private static final double GUTTER = 0.19; // of the width, for the names of the rows
    private static final double GAP = 30; // between rows: where arrows are seen and their words stand
    private static final double PADDING = 10; // above and below the boxes of a row
    private static final double FRAME_HEAD = 20;
    private static final double FRAME = 7; // as far as a frame reaches beyond what it holds
    private static final double LEAST_BOX = 34;
    private static final double BESIDE = 5; // from an arrow to its words

    private final Drawing drawing;
    private final List<Region> bands = new ArrayList<>();
    private final List<Label> names = new ArrayList<>();
    private final List<Label> modes = new ArrayList<>();
    private final Map<Box, Region> boxes = new HashMap<>();
    private final List<ArrowShape> arrows = new ArrayList<>();

    public DrawingView(Drawing drawing) {
        this.drawing = drawing;
        getStyleClass().add("drawing");
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        setAccessibleText(drawing.described());
        setFocusTraversable(true); // so that a screen reader comes past it
        setMinWidth(LEAST);
        for (Drawing.Row row : drawing.rows()) {
            var band = new Region();
            band.getStyleClass().add("band");
            bands.add(band);
            names.add(label(row.name(), "row-name"));
            modes.add(label(row.mode(), "row-mode"));
        }
        getChildren().addAll(bands);
        getChildren().addAll(names);
        getChildren().addAll(modes);
        drawing.boxes().stream().filter(box -> box.role() == Role.FRAME).forEach(this::add);
        for (Arrow arrow : drawing.arrows()) arrows.add(new ArrowShape(arrow));
        arrows.forEach(arrow -> getChildren().add(arrow));
        drawing.boxes().stream().filter(box -> box.role() != Role.FRAME).forEach(this::add);
        arrows.forEach(arrow -> getChildren().add(arrow.words()));
    }

    private static Label label(String text, String style) {
        var label = new Label(text);
        label.getStyleClass().add(style);
        label.setWrapText(true);
        return label;
    }

    private void add(Box box) {
        var title = label(box.label(), "title");
        title.setTextAlignment(TextAlignment.CENTER);
        var content = new VBox(title);
        content.setAlignment(box.role() == Role.FRAME ? Pos.TOP_LEFT : Pos.CENTER);
        if (!box.detail().isEmpty()) {
            var detail = label(box.detail(), "detail");
            detail.setTextAlignment(TextAlignment.CENTER);
            content.getChildren().add(detail);
        }
        content.getStyleClass().addAll("box", box.role().name().toLowerCase(Locale.ROOT));
        boxes.put(box, content);
        getChildren().add(content);
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    @Override
    protected double computePrefWidth(double height) {
        return USUAL;
    }

    @Override
    protected double computePrefHeight(double width) {
        return new Places(width < 0 ? USUAL : width).bottom;
    }

    @Override
    protected double computeMinHeight(double width) {
        return computePrefHeight(width);
    }

    /** Where rows and columns are at a width. */
    private final class Places {
        private final double left;
        private final double column;
        private final double[] top = new double[drawing.rows().size()]; // of the boxes
        private final double[] height = new double[drawing.rows().size()];
        private final double bottom;

        Places(double width) {
            Insets insets = getInsets();
            double inner = width - insets.getLeft() - insets.getRight();
            boolean named = drawing.rows().size() > 1;
            left = insets.getLeft() + (named ? Math.floor(inner * GUTTER) : 0) + 2 * FRAME;
            column = (width - insets.getRight() - 2 * FRAME - left) / Drawing.COLUMNS;
            double y = insets.getTop();
            for (int row = 0; row < top.length; row++) {
                top[row] = y + PADDING + (frameBegins(row) ? FRAME_HEAD : 0);
                height[row] = tallest(row);
                y = top[row] + height[row] + PADDING + GAP;
            }
            bottom = y - GAP + insets.getBottom();
        }

        private boolean frameBegins(int row) {
            return drawing.boxes().stream().anyMatch(box -> box.role() == Role.FRAME && box.row() == row);
        }

        private double tallest(int row) {
            double words = names.get(row).prefHeight(gutter()) + modes.get(row).prefHeight(gutter());
            return Math.ceil(boxes.entrySet().stream()
                    .filter(one -> one.getKey().role() != Role.FRAME)
                    .filter(one -> one.getKey().row() == row && one.getKey().rows() == 1)
                    .mapToDouble(one -> one.getValue().prefHeight(width(one.getKey())))
                    .reduce(Math.max(LEAST_BOX, gutter() > 0 ? words : 0), Math::max));
        }

        double gutter() {
            return left - 4 * FRAME - getInsets().getLeft();
        }

        double x(double at) {
            return left + at * column;
        }

        /** Boxes side by side leave a little room between them. */
        double width(Box box) {
            return box.columns() * column - FRAME;
        }

        double bottom(int row) {
            return top[row] + height[row];
        }
    }

    @Override
    protected void layoutChildren() {
        var places = new Places(getWidth());
        for (int row = 0; row < bands.size(); row++) layoutRow(places, row);
        boxes.forEach((box, node) -> {
            boolean frame = box.role() == Role.FRAME;
            double around = frame ? FRAME : 0;
            double top = places.top[box.row()] - (frame ? FRAME_HEAD : 0);
            node.resizeRelocate(
                    snapPositionX(places.x(box.column()) + FRAME / 2 - around),
                    snapPositionY(top),
                    snapSizeX(places.width(box) + 2 * around),
                    snapSizeY(places.bottom(box.lastRow()) - top + around));
        });
        for (ArrowShape arrow : arrows) layoutArrow(places, arrow);
    }

    private void layoutRow(Places places, int row) {
        double top = places.top[row] - PADDING - (places.frameBegins(row) ? FRAME_HEAD : 0);
        double left = getInsets().getLeft();
        bands.get(row)
                .resizeRelocate(
                        left, top, getWidth() - left - getInsets().getRight(), places.bottom(row) + PADDING - top);
        boolean named = drawing.rows().size() > 1;
        names.get(row).setVisible(named);
        modes.get(row).setVisible(named);
        if (!named) return;
        double width = places.gutter();
        double name = names.get(row).prefHeight(width);
        double mode = modes.get(row).getText().isEmpty() ? 0 : modes.get(row).prefHeight(width);
        double y = places.top[row] + (places.height[row] - name - mode) / 2;
        names.get(row).resizeRelocate(left + FRAME, snapPositionY(y), width, name);
        modes.get(row).resizeRelocate(left + FRAME, snapPositionY(y + name), width, mode);
    }

    private void layoutArrow(Places places, ArrowShape shape) {
        Arrow arrow = shape.arrow();
        Box from = drawing.box(arrow.from()).orElseThrow();
        Box to = drawing.box(arrow.to()).orElseThrow();
        if (drawing.upright(arrow)) {
            boolean down = from.row() < to.row();
            double x = Math.round(places.x(arrow.at())) + 0.5;
            double start = down ? places.bottom(from.lastRow()) : places.top[from.row()];
            double end = down ? places.top[to.row()] : places.bottom(to.lastRow());
            shape.draw(x, start, x, end);
            double gap = 2 * PADDING + GAP;
            double middle = start + (down ? gap : -gap) / 2;
            shape.placeWords(x + BESIDE, middle, Pos.CENTER_LEFT, places.column * Drawing.COLUMNS / 3);
            return;
        }
        int row = (int) Math.floor(arrow.at());
        double share = arrow.at() - row;
        double y = Math.round(places.top[row] + places.height[row] * (share == 0 ? 0.5 : share)) + 0.5;
        boolean right = from.column() < to.column();
        double start = places.x(right ? from.endColumn() : from.column()) + (right ? -FRAME / 2 : FRAME / 2);
        double end = places.x(right ? to.column() : to.endColumn()) + (right ? FRAME / 2 : -FRAME / 2);
        shape.draw(start, y, end, y);
        shape.placeWords((start + end) / 2, y - BESIDE, Pos.BOTTOM_CENTER, Math.abs(end - start) - 2 * BESIDE);
    }
}
