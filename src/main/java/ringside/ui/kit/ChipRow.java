package ringside.ui.kit;

import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Region;
import ringside.core.platform.Platforms;

/** Platforms in one line: as many as there is room for, the rest counted, and named when pointed at. */
public final class ChipRow extends Region {
    private static final double GAP = 4;

    private final List<String> names;
    private final List<Label> chips;
    private final Label more = Chip.of("+0");
    private String hidden = "";

    public ChipRow(Collection<String> platforms) {
        List<String> ids = platforms.stream().sorted(Platforms.ORDER).toList();
        names = ids.stream().map(id -> Platforms.of(id).name()).toList();
        chips = ids.stream().map(Chip::platform).toList();
        more.setOnMouseEntered(
                pointed -> more.setTooltip(new Tooltip(hidden))); // a window of its own: made when needed
        getChildren().addAll(chips);
        getChildren().add(more);
        setMinWidth(0);
    }

    @Override
    protected double computePrefWidth(double height) {
        return snappedLeftInset() + width(chips.size()) + snappedRightInset();
    }

    @Override
    protected double computePrefHeight(double width) {
        return snappedTopInset() + more.prefHeight(-1) + snappedBottomInset();
    }

    @Override
    protected double computeMaxHeight(double width) {
        return computePrefHeight(width);
    }

    /** Of the first chips and the gaps between them. */
    private double width(int first) {
        double sum = Math.max(0, first - 1) * GAP;
        for (int i = 0; i < first; i++) sum += snapSizeX(chips.get(i).prefWidth(-1));
        return sum;
    }

    @Override
    protected void layoutChildren() {
        double room = getWidth() - snappedLeftInset() - snappedRightInset();
        int shown = chips.size();
        while (shown > 0 && width(shown) + rest(shown) > room + 0.5) shown--;
        more.setText("+" + (chips.size() - shown));
        hidden = names.stream().skip(shown).collect(Collectors.joining(", "));
        double height = more.prefHeight(-1);
        double top = snapPositionY((getHeight() - height) / 2);
        double left = snappedLeftInset();
        for (int i = 0; i < chips.size(); i++) {
            Label chip = chips.get(i);
            chip.setVisible(i < shown);
            if (i >= shown) continue;
            double width = snapSizeX(chip.prefWidth(-1));
            chip.resizeRelocate(left, top, width, height);
            left += width + GAP;
        }
        more.setVisible(shown < chips.size());
        more.resizeRelocate(left, top, snapSizeX(more.prefWidth(-1)), height);
    }

    /** What the count of the others takes, with its gap. */
    private double rest(int shown) {
        return shown == chips.size() ? 0 : GAP + 26;
    }
}
