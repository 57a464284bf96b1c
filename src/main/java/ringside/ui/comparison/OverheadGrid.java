package ringside.ui.comparison;

import java.util.List;
import javafx.geometry.HPos;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.GridPane;
import ringside.core.comparison.Area;
import ringside.core.comparison.OverheadMap;
import ringside.core.comparison.Phrases;
import ringside.core.figure.Figure;
import ringside.core.platform.Platforms;
import ringside.ui.kit.Amount;
import ringside.ui.kit.Texts;
import ringside.ui.shell.Navigator;

/** Percent of native by platform and class of benchmarks; a place that nobody measured stays blank. */
final class OverheadGrid extends GridPane {
    private final Navigator navigator;

    OverheadGrid(OverheadMap map, Navigator navigator) {
        this.navigator = navigator;
        getStyleClass().add("overhead");
        List<Area> areas = map.areas();
        for (int column = 0; column < areas.size(); column++) {
            var head = new Label(areas.get(column).title());
            head.getStyleClass().add("head");
            head.setTooltip(new Tooltip(areas.get(column).says()));
            add(head, column + 1, 0);
            setHalignment(head, HPos.RIGHT);
        }
        int row = 1;
        for (String platform : map.platforms()) {
            add(new Label(Platforms.of(platform).name()), 0, row);
            for (int column = 0; column < areas.size(); column++) {
                Area area = areas.get(column);
                Node place = map.at(platform, area).map(this::place).orElseGet(() -> blank(platform, area));
                add(place, column + 1, row);
                setHalignment(place, HPos.RIGHT);
            }
            row++;
        }
    }

    private static String percent(double share) {
        return Amount.local(Phrases.percent(share));
    }

    private static Node blank(String platform, Area area) {
        var label = new Label("");
        label.setAccessibleText(Texts.of(
                "comparison.overhead.not-measured", Platforms.of(platform).name(), area.title()));
        return label;
    }

    private Node place(OverheadMap.Entry entry) {
        String text = percent(entry.share());
        String interval = entry.interval()
                .map(it -> Texts.of("comparison.overhead.interval", percent(it.low()), percent(it.high())))
                .orElse(Texts.of("comparison.overhead.no-interval"));
        String says = Texts.of(
                "comparison.overhead.says",
                Platforms.of(entry.platform()).name(),
                entry.area().title(),
                text,
                interval,
                entry.counted(),
                Phrases.all(entry.sets()),
                percent(entry.least()),
                percent(entry.most()));
        Object figure = entry.figures().isEmpty()
                ? entry.charts().getFirst()
                : entry.figures().getFirst();
        String opens = figure instanceof Figure chart
                ? Texts.of("comparison.overhead.opens-chart", chart.title())
                : Texts.of("comparison.overhead.opens-figure", figure);
        var link = new Hyperlink(text);
        link.setId("overhead-" + entry.platform() + "-" + entry.area().word());
        link.setAccessibleText(says + " " + opens);
        link.setTooltip(new Tooltip(says + "\n" + opens + "."));
        link.setOnAction(pressed -> navigator.open("figures", figure, entry.sets()));
        return link;
    }
}
