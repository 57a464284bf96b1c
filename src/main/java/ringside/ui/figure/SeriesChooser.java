package ringside.ui.figure;

import atlantafx.base.controls.Popover;
import atlantafx.base.theme.Styles;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBoxTreeItem;
import javafx.scene.control.Label;
import javafx.scene.control.TreeItem;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.controlsfx.control.CheckTreeView;
import ringside.core.figure.View;
import ringside.core.platform.Platforms;
import ringside.ui.kit.Texts;

/** Chooses which result sets and which of their configurations a figure shows: a button that says how many. */
final class SeriesChooser extends Button {
    private static final double WIDTH = 380;
    private static final double ROW = 30;

    private final FigureModel model;
    private final CheckBoxTreeItem<String> root = new CheckBoxTreeItem<>("all");
    private final CheckTreeView<String> tree = new CheckTreeView<>(root);
    private final Popover popover;
    private final List<Row> rows = new ArrayList<>();
    private boolean filling;

    /** A leaf of the tree and what it stands for. */
    private record Row(CheckBoxTreeItem<String> item, Choice choice) {}

    SeriesChooser(FigureModel model) {
        this.model = model;
        getStyleClass().add("series-chooser");
        tree.setShowRoot(false);
        tree.setPrefWidth(WIDTH);
        tree.getStyleClass().add(Styles.DENSE);
        popover = new Popover(content());
        popover.setHeaderAlwaysVisible(false);
        popover.setDetachable(false);
        popover.setArrowLocation(Popover.ArrowLocation.TOP_LEFT);
        setOnAction(event -> toggle());
        model.choicesProperty().subscribe(choices -> fill());
        model.viewProperty().subscribe(view -> tick());
    }

    private VBox content() {
        var all = new Button(Texts.of("figure.series-chooser.all"));
        all.setOnAction(
                event -> model.show(new HashSet<>(model.choicesProperty().get())));
        var none = new Button(Texts.of("figure.series-chooser.none"));
        none.setOnAction(event -> model.show(Set.of()));
        var space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        var heading = new Label(Texts.of("figure.series-chooser.name"));
        heading.getStyleClass().add(Styles.TEXT_BOLD);
        var head = new HBox(8, heading, space, all, none);
        head.setAlignment(Pos.CENTER_LEFT);
        all.getStyleClass().addAll(Styles.SMALL, Styles.FLAT);
        none.getStyleClass().addAll(Styles.SMALL, Styles.FLAT);
        var foot = new Label(Texts.of("figure.series-chooser.only-with-data"));
        foot.getStyleClass().addAll(Styles.TEXT_MUTED, Styles.TEXT_SMALL);
        var content = new VBox(8, head, tree, foot);
        content.getStyleClass().add("series-chooser-content");
        FiguresPage.style(content);
        return content;
    }

    private void toggle() {
        if (popover.isShowing()) {
            popover.hide();
            return;
        }
        popover.show(this);
        tree.requestFocus();
    }

    /** Builds the tree anew: other choices. */
    private void fill() {
        filling = true;
        try {
            rows.clear();
            var sets = new LinkedHashMap<String, CheckBoxTreeItem<String>>();
            for (Choice choice : model.choicesProperty().get()) {
                var parent = sets.computeIfAbsent(choice.set(), set -> new CheckBoxTreeItem<>(set));
                parent.setExpanded(true);
                var item = new CheckBoxTreeItem<>(named(choice));
                item.selectedProperty().subscribe(selected -> changed());
                parent.getChildren().add(item);
                rows.add(new Row(item, choice));
            }
            root.getChildren().setAll(new ArrayList<TreeItem<String>>(sets.values()));
            tree.setPrefHeight(Math.clamp((rows.size() + sets.size()) * ROW + 8, 120, 420));
        } finally {
            filling = false;
        }
        tick();
    }

    private static String named(Choice choice) {
        String platform = Platforms.of(choice.platform()).name();
        return platform.equals(choice.configuration()) ? platform : choice.configuration() + "  ·  " + platform;
    }

    /** Ticks what the view shows, and says it on the button. */
    private void tick() {
        View view = model.viewProperty().get();
        filling = true;
        try {
            rows.forEach(row -> row.item().setSelected(row.choice().shownBy(view)));
        } finally {
            filling = false;
        }
        long shown = rows.stream().filter(row -> row.choice().shownBy(view)).count();
        setText(words(shown, rows.size()) + "  ▾");
        setDisable(rows.isEmpty());
    }

    private static String words(long shown, int all) {
        if (all == 0) return Texts.of("figure.series-chooser.configurations");
        if (shown < all) return Texts.of("figure.series-chooser.of-configurations", shown, all);
        return all == 1
                ? Texts.of("figure.series-chooser.one-configuration")
                : Texts.of("figure.series-chooser.all-configurations", all);
    }

    private void changed() {
        if (filling) return;
        var chosen = new HashSet<Choice>();
        for (Row row : rows) if (row.item().isSelected()) chosen.add(row.choice());
        model.show(chosen);
    }
}
