package ringside.ui.comparison;

import atlantafx.base.theme.Styles;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import ringside.core.feature.Column;
import ringside.core.feature.Era;
import ringside.core.feature.Feature;
import ringside.core.feature.FeatureMatrix;
import ringside.core.feature.Filter;
import ringside.core.feature.Fit;
import ringside.core.feature.Needs;
import ringside.ui.kit.Texts;

/** Must-haves and nice-to-haves from the matrix; beside each, whom it rules out. */
final class NeedsPiece implements Piece {
    private final CompareModel model;
    private final TextField search = new TextField();
    private final Label chosen = Prose.text("", "muted");
    private final VBox list = new VBox();
    private final VBox node;
    private final List<Row> rows = new ArrayList<>();
    private boolean filled;

    /** One feature. */
    private final class Row extends HBox {
        private final Feature feature;
        private final Label out = new Label();
        private final ToggleButton must = new ToggleButton(Texts.of("comparison.needs-piece.must"));
        private final ToggleButton nice = new ToggleButton(Texts.of("comparison.needs-piece.nice"));

        Row(Feature feature) {
            this.feature = feature;
            getStyleClass().add("need-row");
            setAlignment(Pos.CENTER_LEFT);
            var words =
                    new VBox(Prose.text(feature.name(), "name"), Prose.text(feature.description(), "muted", "small"));
            HBox.setHgrow(words, Priority.ALWAYS);
            words.setMinWidth(240);
            out.getStyleClass().addAll("ruled-out", "small");
            out.setWrapText(true);
            out.setMinWidth(200);
            out.setPrefWidth(200);
            out.setMaxWidth(200);
            out.setMinHeight(Region.USE_PREF_SIZE);
            out.setId("ruled-out-" + feature.id());
            must.setId("must-" + feature.id());
            nice.setId("nice-" + feature.id());
            must.setAccessibleText(Texts.of("comparison.needs-piece.must-have", feature.name()));
            nice.setAccessibleText(Texts.of("comparison.needs-piece.nice-to-have", feature.name()));
            must.getStyleClass().addAll(Styles.SMALL, Styles.LEFT_PILL);
            nice.getStyleClass().addAll(Styles.SMALL, Styles.RIGHT_PILL);
            for (ToggleButton button : List.of(must, nice)) button.setMinWidth(Region.USE_PREF_SIZE);
            must.setOnAction(pressed -> want(must.isSelected(), false));
            nice.setOnAction(pressed -> want(false, nice.isSelected()));
            getChildren().addAll(words, out, new HBox(must, nice));
        }

        private void want(boolean asMust, boolean asNice) {
            model.change(need -> {
                var musts = new LinkedHashSet<>(need.features().must());
                var nices = new LinkedHashSet<>(need.features().nice());
                musts.remove(feature.id());
                nices.remove(feature.id());
                if (asMust) musts.add(feature.id());
                if (asNice) nices.add(feature.id());
                return need.withFeatures(new Needs(musts, nices, need.features().era()));
            });
        }

        void show(FeatureMatrix matrix, Needs needs) {
            must.setSelected(needs.must().contains(feature.id()));
            nice.setSelected(needs.nice().contains(feature.id()));
            List<String> ruledOut = Fit.ruledOut(matrix, feature.id(), needs.era()).stream()
                    .map(Column::name)
                    .toList();
            String names = String.join(", ", ruledOut);
            out.setText(
                    ruledOut.isEmpty()
                            ? ""
                            : must.isSelected()
                                    ? Texts.of("comparison.needs-piece.rules-out", names)
                                    : Texts.of("comparison.needs-piece.would-rule-out", names));
        }
    }

    NeedsPiece(CompareModel model) {
        this.model = model;
        search.setPromptText(Texts.of("comparison.needs-piece.search"));
        search.setId("search-needs");
        search.textProperty().subscribe(words -> filter());
        list.getStyleClass().add("need-list");
        node = new VBox(Prose.text(Texts.of("comparison.needs-piece.lead"), "muted"), search, chosen, list);
        node.getStyleClass().add("guide-step");
    }

    @Override
    public Node node() {
        return node;
    }

    @Override
    public void show(CompareModel.State state) {
        if (state.known().isEmpty()) return;
        FeatureMatrix matrix = state.known().get().matrix();
        if (!filled) fill(matrix);
        Needs needs = state.need().features();
        for (Row row : rows) row.show(matrix, needs);
        chosen.setText(said(matrix, needs));
    }

    private static String said(FeatureMatrix matrix, Needs needs) {
        if (needs.isEmpty()) return Texts.of("comparison.needs-piece.nothing-marked");
        return Texts.of("comparison.needs-piece.marked", names(matrix, needs.must()), names(matrix, needs.nice()));
    }

    private static String names(FeatureMatrix matrix, java.util.Collection<String> ids) {
        return ids.isEmpty()
                ? Texts.of("comparison.needs-piece.none")
                : ids.stream()
                        .map(id -> matrix.feature(id).map(Feature::name).orElse(id))
                        .collect(Collectors.joining(", "));
    }

    private void fill(FeatureMatrix matrix) {
        filled = true;
        for (FeatureMatrix.Section section : matrix.sections(Filter.all(List.of(), Era.NOW))) {
            list.getChildren().add(Prose.heading(section.title()));
            for (Feature feature : section.features()) {
                var row = new Row(feature);
                rows.add(row);
                list.getChildren().add(row);
            }
        }
        filter();
    }

    /** What does not match is gone; a heading without rows too. */
    private void filter() {
        String[] words = search.getText().strip().toLowerCase(Locale.ROOT).split("\\s+");
        Label heading = null;
        boolean some = false;
        for (Node child : list.getChildren()) {
            if (child instanceof Row row) {
                String all = (row.feature.name() + " " + row.feature.description() + " " + row.feature.group())
                        .toLowerCase(Locale.ROOT);
                boolean shown = List.of(words).stream().allMatch(all::contains);
                appear(row, shown);
                some |= shown;
            } else if (child instanceof Label label) {
                if (heading != null) appear(heading, some);
                heading = label;
                some = false;
            }
        }
        if (heading != null) appear(heading, some);
    }

    private static void appear(Node node, boolean shown) {
        node.setVisible(shown);
        node.setManaged(shown);
    }
}
