package ringside.ui.digitise;

import atlantafx.base.theme.Styles;
import java.util.Optional;
import javafx.geometry.Orientation;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.SplitPane;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import ringside.core.RingsideException;
import ringside.core.digitise.Scan;
import ringside.ui.kit.Buttons;
import ringside.ui.kit.EmptyState;
import ringside.ui.kit.Icon;
import ringside.ui.kit.Texts;
import ringside.ui.kit.Words;

/** The page that is read on the left, what is said and read of it on the right. */
final class DigitiseView extends BorderPane {
    /** What a person asks for here. */
    interface Ways {
        void open();

        void openSaved();

        void save();

        void keep();

        void refused(RingsideException trouble);
    }

    private final DigitiseModel model;
    private final Ways ways;
    private final PagePane page;
    private final StackPane place = new StackPane();
    private final Label name = new Label();
    private final HBox pages = new HBox();
    private final Label number = new Label();

    DigitiseView(DigitiseModel model, Ways ways) {
        this.model = model;
        this.ways = ways;
        this.page = new PagePane(model, ways::refused);
        getStyleClass().add("digitise");
        setTop(bar());
        var split = new SplitPane(sheet(), said());
        split.setDividerPositions(0.66);
        SplitPane.setResizableWithParent(split.getItems().get(1), false);
        setCenter(split);
        model.scanProperty().subscribe(this::show);
    }

    private Node bar() {
        var title = new Label(Texts.of("digitise.digitise-a-figure"));
        title.getStyleClass().add(Styles.TITLE_3);
        title.setMinWidth(Region.USE_PREF_SIZE);
        name.getStyleClass().add("muted");
        pages.getChildren()
                .addAll(
                        Buttons.icon(Texts.of("digitise.previous-page"), Icon.BACK, () -> turn(-1)),
                        number,
                        Buttons.icon(Texts.of("digitise.next-page"), Icon.FORWARD, () -> turn(1)));
        pages.setAlignment(Pos.CENTER_LEFT);
        pages.managedProperty().bind(pages.visibleProperty());
        number.setMinWidth(Region.USE_PREF_SIZE);
        var space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        Button open = Buttons.labelled(Texts.of("digitise.open-a-page"), Icon.FOLDER, ways::open);
        open.setId("digitise-open");
        Button undo = Buttons.icon(Texts.of("digitise.undo"), Icon.UNDO, model::undo);
        undo.setId("digitise-undo");
        undo.disableProperty().bind(model.undoableProperty().not());
        Button keep = Buttons.labelled(Texts.of("digitise.keep"), Icon.LIBRARY, ways::keep);
        keep.setId("digitise-keep");
        keep.getStyleClass().add(Styles.ACCENT);
        keep.disableProperty().bind(model.objectionProperty().isNotEmpty());
        for (Button button : java.util.List.of(open, keep)) button.setMinWidth(Region.USE_PREF_SIZE);
        var bar = new HBox(
                title,
                name,
                pages,
                space,
                undo,
                Buttons.icon(Texts.of("digitise.open-calibration"), Icon.FILE, ways::openSaved),
                Buttons.icon(Texts.of("digitise.save-tip"), Icon.EXPORT, ways::save),
                open,
                keep);
        bar.getStyleClass().add("page-bar");
        bar.setAlignment(Pos.CENTER_LEFT);
        return bar;
    }

    private Node sheet() {
        var hint = Words.of("", "muted", "small");
        model.pointing().modeProperty().subscribe(mode -> hint.setText(mode.hint()));
        HBox.setHgrow(hint, Priority.ALWAYS);
        hint.setMaxWidth(Double.MAX_VALUE);
        var foot = new HBox(
                hint,
                Buttons.icon(Texts.of("digitise.smaller"), Icon.DOWN, () -> page.zoomIn(false)),
                Buttons.icon(Texts.of("digitise.larger"), Icon.UP, () -> page.zoomIn(true)),
                Buttons.icon(Texts.of("digitise.whole-page"), Icon.SYSTEM, page::fit));
        foot.getStyleClass().add("form-foot");
        foot.setAlignment(Pos.CENTER_LEFT);
        // the page must not move under the pointer because a hint takes two lines
        foot.setMinHeight(48);
        foot.setPrefHeight(48);
        foot.setMaxHeight(48);
        var all = new BorderPane(place);
        all.setBottom(foot);
        foot.visibleProperty().bind(model.scanProperty().map(Optional::isPresent));
        foot.managedProperty().bind(foot.visibleProperty());
        all.setMinWidth(320);
        return all;
    }

    private Node said() {
        var objection = Words.of("", "objection");
        objection.setId("digitise-objection");
        objection.textProperty().bind(model.objectionProperty());
        objection.managedProperty().bind(objection.textProperty().isNotEmpty());
        var figure = new VBox(new WhatPane(model), new AxesPane(model));
        figure.getStyleClass().add("digitise-said");
        var scroll = new ScrollPane(figure);
        scroll.setFitToWidth(true);
        var tabs = new TabPane(
                tab(Texts.of("digitise.figure-and-axes"), scroll), tab(Texts.of("digitise.series-and-values"), read()));
        tabs.setId("digitise-tabs");
        var side = new BorderPane(tabs);
        var foot = new VBox(objection);
        foot.getStyleClass().add("form-foot");
        foot.visibleProperty()
                .bind(model.scanProperty()
                        .flatMap(scan -> objection.textProperty().map(text -> scan.isPresent() && !text.isEmpty())));
        foot.managedProperty().bind(foot.visibleProperty());
        side.setBottom(foot);
        side.setMinWidth(380);
        side.setPrefWidth(430);
        side.disableProperty().bind(model.scanProperty().map(Optional::isEmpty));
        return side;
    }

    /** The series above, as many as there are; what was read of them below, always in view. */
    private Node read() {
        var series = new VBox(new SeriesPane(model, ways::refused));
        series.getStyleClass().add("digitise-said");
        var scroll = new ScrollPane(series);
        scroll.setFitToWidth(true);
        var values = new ValuesPane(model);
        values.getStyleClass().add("digitise-said");
        var split = new SplitPane(scroll, values);
        split.setOrientation(Orientation.VERTICAL);
        split.setDividerPositions(0.6);
        return split;
    }

    private static Tab tab(String title, Node content) {
        var tab = new Tab(title, content);
        tab.setClosable(false);
        return tab;
    }

    private void show(Optional<Scan> scan) {
        name.setText(scan.map(Scan::name).orElse(""));
        pages.setVisible(scan.filter(one -> one.pages() > 1).isPresent());
        number.setText(scan.map(one -> Texts.of("digitise.page-of", one.page(), one.pages()))
                .orElse(""));
        if (scan.isPresent()) place.getChildren().setAll(page);
        else
            place.getChildren()
                    .setAll(new EmptyState(
                            Icon.FIGURES,
                            Texts.of("digitise.no-page-is-open"),
                            Texts.of("digitise.no-page-means"),
                            Buttons.labelled(Texts.of("digitise.open-a-page"), Icon.FOLDER, ways::open)));
    }

    private void turn(int by) {
        model.scanProperty().get().ifPresent(scan -> {
            int next = scan.page() + by;
            if (next >= 1 && next <= scan.pages()) model.turn(next, ways::refused);
        });
    }

    /** For journeys through the page. */
    PagePane page() {
        return page;
    }
}
