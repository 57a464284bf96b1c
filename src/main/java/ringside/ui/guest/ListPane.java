package ringside.ui.guest;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import ringside.ui.kit.Buttons;
import ringside.ui.kit.Icon;
import ringside.ui.kit.Texts;

/** A list of the guest's parts, such as its disks: a card for each, to be filled in, added, moved and removed. */
final class ListPane extends VBox implements Piece {
    private final WizardModel model;
    private final Section section;
    private final String list;
    private final Consumer<String> removed;
    private final VBox cards = new VBox();
    private final List<Piece> pieces = new ArrayList<>();
    private final Label none;
    private final Label problem = SectionPane.words("");
    private final Label gaps = SectionPane.words("");
    private final Button add;

    /**
     * @param list its path, with the entries of lists it is in
     * @param removed is told what was removed, so that it can be brought back
     */
    ListPane(WizardModel model, Section section, String list, Consumer<String> removed) {
        this.model = model;
        this.section = section;
        this.list = list;
        this.removed = removed;
        getStyleClass().add("fields");
        cards.getStyleClass().add("cards");
        none = SectionPane.words(section.words());
        problem.getStyleClass().setAll("label", "objection");
        gaps.getStyleClass().setAll("label", "gap-line");
        String one = Sections.entry(word());
        add = Buttons.labelled(Texts.of("guest.list.add", lower(one)), Icon.ADD, this::add);
        add.getStyleClass().add("compact");
        add.setMnemonicParsing(false);
        add.setId("add-" + list);
        gaps.setVisible(false);
        for (Node part : List.of(none, problem, gaps)) part.managedProperty().bind(part.visibleProperty());
        managedProperty().bind(visibleProperty());
        getChildren().addAll(SectionPane.title(section.title()), none, cards, problem, gaps, add);
    }

    private static String lower(String name) {
        return name.startsWith("CD") || name.startsWith("NUMA")
                ? name
                : Character.toLowerCase(name.charAt(0)) + name.substring(1);
    }

    /** The list's own name, without what it is in. */
    private String word() {
        return list.substring(list.lastIndexOf('.') + 1);
    }

    @Override
    public Node node() {
        return this;
    }

    private void add() {
        model.add(list);
        pieces.stream()
                .filter(piece -> piece instanceof SectionPane)
                .reduce((before, last) -> last)
                .ifPresent(last -> FirstField.focus(last.node()));
    }

    private void remove(int index) {
        model.remove(list, index);
        add.requestFocus();
        removed.accept(Texts.of("guest.list.removed", Sections.entry(word(), index)));
    }

    @Override
    public void show(WizardModel.State state) {
        boolean there = Spot.isThere(state.form(), list);
        setVisible(there);
        if (!there) return;
        int count = state.form().count(list);
        if (cards.getChildren().size() != count) build(count);
        none.setVisible(count == 0 && !section.words().isEmpty());
        showProblem(state);
        for (Piece piece : pieces) piece.show(state);
    }

    @Override
    public void tell(WizardModel.State state) {
        if (!isVisible()) return;
        List<String> lines = GapLines.of(state, list);
        gaps.setText(String.join("\n", lines));
        gaps.setVisible(!lines.isEmpty());
        for (Piece piece : pieces) piece.tell(state);
    }

    private void showProblem(WizardModel.State state) {
        String reason = state.problems().getOrDefault(list, "");
        problem.setText(reason.isEmpty() ? "" : section.title() + ": " + reason);
        problem.setVisible(!reason.isEmpty());
    }

    private void build(int count) {
        cards.getChildren().clear();
        pieces.clear();
        for (int i = 0; i < count; i++) cards.getChildren().add(card(i));
    }

    private Node card(int index) {
        String entry = list + "[" + index + "]";
        String name = Sections.entry(word(), index);
        var title = new Label(name);
        title.getStyleClass().add("card-title");
        title.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(title, Priority.ALWAYS);
        var head = new HBox(title);
        head.setAlignment(Pos.CENTER_LEFT);
        if (index > 0)
            head.getChildren()
                    .add(Buttons.icon(Texts.of("guest.list.raise", name), Icon.UP, () -> model.raise(list, index)));
        head.getChildren()
                .add(Buttons.icon(Texts.of("guest.list.remove", lower(name)), Icon.DELETE, () -> remove(index)));
        var fields = new SectionPane(model, section, entry);
        pieces.add(fields);
        var card = new VBox(head, fields);
        card.getStyleClass().add("card");
        if (list.equals("nics")) {
            var forwards = new ListPane(model, Sections.of("forwards"), entry + ".network.forwards", removed);
            pieces.add(forwards);
            card.getChildren().add(forwards);
        }
        return card;
    }
}
