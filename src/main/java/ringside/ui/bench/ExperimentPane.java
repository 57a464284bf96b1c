package ringside.ui.bench;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.beans.Observable;
import javafx.beans.binding.Bindings;
import javafx.collections.ObservableList;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;
import ringside.core.bench.Plan;
import ringside.core.experiment.Offer;
import ringside.core.guest.Disk;
import ringside.core.guest.Words;
import ringside.core.guest.fair.Finding;
import ringside.core.host.SavedHost;
import ringside.core.host.Target;
import ringside.core.image.GuestImage;
import ringside.core.platform.Platforms;
import ringside.ui.access.AskPane;
import ringside.ui.kit.Buttons;
import ringside.ui.kit.CommandLine;
import ringside.ui.kit.ErrorPane;
import ringside.ui.kit.Icon;
import ringside.ui.kit.Texts;

/** The guests of an experiment, chosen; and what would make their comparison unfair. */
final class ExperimentPane extends VBox {
    private static final String BUILD = "ringside guest image build";

    private final ExperimentModel model;
    private final java.util.function.Supplier<Optional<Plan>> plan;
    private final VBox fairness = new VBox(6);
    private final VBox where;

    /**
     * @param hosts those that were saved
     * @param plan the one that is chosen
     */
    ExperimentPane(
            ExperimentModel model, ObservableList<SavedHost> hosts, java.util.function.Supplier<Optional<Plan>> plan) {
        super(12);
        this.model = model;
        this.plan = plan;
        where = where(hosts);
        setId("bench-experiment");
        managedProperty().bind(visibleProperty());
        visibleProperty().bind(model.wantedProperty());
        model.knownProperty().subscribe(known -> show());
        model.asking().askProperty().subscribe(ask -> show());
    }

    private void show() {
        getChildren().setAll(where);
        getChildren().addAll(nodes());
    }

    /** Where only this machine is known there is nothing to choose. */
    private VBox where(ObservableList<SavedHost> hosts) {
        var choice = new ChoiceBox<Target>();
        choice.setId("bench-experiment-host");
        choice.setConverter(new StringConverter<>() {
            @Override
            public String toString(@Nullable Target host) {
                return host == null ? "" : name(host);
            }

            @Override
            public @Nullable Target fromString(String text) {
                return null;
            }
        });
        Runnable fill = () -> {
            Target now = model.hostProperty().get();
            choice.getItems().setAll(hosts.stream().map(SavedHost::target).toList());
            choice.setValue(now);
        };
        hosts.addListener((Observable changed) -> fill.run());
        fill.run();
        model.hostProperty().subscribe(choice::setValue);
        choice.setOnAction(chosen -> {
            if (choice.getValue() != null) model.hostProperty().set(choice.getValue());
        });
        VBox part = part(Texts.of("bench.experiment.host"), choice);
        part.managedProperty().bind(part.visibleProperty());
        part.visibleProperty().bind(Bindings.size(hosts).greaterThan(1));
        return part;
    }

    private static String name(Target host) {
        return host instanceof Target.Local ? Texts.of("bench.this-machine") : host.words();
    }

    private List<Node> nodes() {
        return switch (model.knownProperty().get()) {
            case ExperimentModel.Known.Nothing nothing ->
                model.hostProperty().get() instanceof Target.Local
                        ? List.of()
                        : List.of(again(Texts.of(
                                "bench.experiment.try",
                                name(model.hostProperty().get()))));
            case ExperimentModel.Known.Under under ->
                List.of(model.asking()
                        .askProperty()
                        .get()
                        .<Node>map(AskPane::new)
                        .orElseGet(this::under));
            case ExperimentModel.Known.Failed(var trouble) -> List.of(new ErrorPane(trouble, model::look));
            case ExperimentModel.Known.Offers(var found) -> chosen(found);
        };
    }

    private List<Node> chosen(Bench.Experimental found) {
        var platforms = new VBox(4);
        found.offers().forEach(offer -> platforms.getChildren().add(platform(offer)));
        return List.of(
                part(Texts.of("bench.experiment.platforms"), platforms),
                part(
                        Texts.of("bench.experiment.vcpus"),
                        row(ExperimentModel.VCPUS.stream().map(count -> vcpus(count, found.cores())))),
                part(
                        Texts.of("bench.experiment.disks"),
                        row(ExperimentModel.DISKS.stream().map(this::disk)),
                        muted(Texts.of("bench.experiment.disks-mean"))),
                part(Texts.of("bench.experiment.image"), image(found.images())),
                fairness,
                again(Texts.of("bench.experiment.look-again")));
    }

    private Node under() {
        return muted(Texts.of(
                "bench.experiment.trying-ask", model.hostProperty().get().words()));
    }

    /** An image may have been built meanwhile, or a platform installed. */
    private Node again(String words) {
        Button again = Buttons.labelled(words, Icon.REFRESH, model::look);
        again.setId("bench-experiment-again");
        return again;
    }

    private static VBox part(String title, Node... content) {
        var box = new VBox(4, new Label(title));
        box.getChildren().addAll(content);
        return box;
    }

    private static Node row(Stream<? extends Node> nodes) {
        var row = new FlowPane(14, 6);
        nodes.forEach(row.getChildren()::add);
        return row;
    }

    private Node platform(Offer offer) {
        var box = new CheckBox(Platforms.of(offer.platform().id()).name());
        box.setId("bench-platform-" + offer.platform().id());
        box.setSelected(model.has(offer.platform()));
        box.setDisable(!offer.isPossible());
        box.setOnAction(pressed -> model.choose(offer.platform(), box.isSelected()));
        if (offer.isPossible()) return box;
        Label why = muted(offer.hindrance().orElseThrow());
        why.getStyleClass().add("under-choice");
        return new VBox(box, why);
    }

    private Node vcpus(int count, int cores) {
        var box = new CheckBox("" + count);
        box.setId("bench-vcpus-" + count);
        box.setAccessibleText(Texts.of("bench.experiment.vcpus-of", count));
        box.setSelected(model.has(count));
        box.setDisable(count > cores);
        box.setOnAction(pressed -> model.choose(count, box.isSelected()));
        return box;
    }

    private Node disk(Disk.Format format) {
        var box = new CheckBox(Words.of(format));
        box.setId("bench-disk-" + Words.of(format));
        box.setSelected(model.has(format));
        box.setOnAction(pressed -> model.choose(format, box.isSelected()));
        return box;
    }

    private Node image(List<GuestImage> images) {
        if (images.isEmpty())
            return new VBox(6, muted(Texts.of("bench.experiment.image-none")), new CommandLine(BUILD));
        var choice = new ChoiceBox<Optional<GuestImage>>();
        choice.setId("bench-image");
        images.forEach(one -> choice.getItems().add(Optional.of(one)));
        choice.setConverter(new StringConverter<>() {
            @Override
            public String toString(Optional<GuestImage> one) {
                return one.map(image -> Texts.of("bench.experiment.image-named", image.name(), image.release()))
                        .orElse("");
            }

            @Override
            public Optional<GuestImage> fromString(String text) {
                return Optional.empty();
            }
        });
        choice.valueProperty().bindBidirectional(model.imageProperty());
        return model.hostProperty().get() instanceof Target.Local
                ? choice
                : new VBox(4, choice, muted(Texts.of("bench.experiment.image-copied")));
    }

    /** Says what differs between the chosen platforms besides themselves. */
    void tell() {
        fairness.getChildren().clear();
        Optional<Plan> chosen = plan.get();
        if (!model.wantedProperty().get()
                || chosen.isEmpty()
                || model.objection().isPresent()) return;
        List<Finding> unfair = model.unfair(chosen.get());
        int count = model.subjects(chosen.get()).size();
        fairness.getChildren().add(muted(Texts.of("bench.experiment.configurations", count)));
        fairness.getChildren()
                .add(new Label(
                        unfair.isEmpty() ? Texts.of("bench.experiment.fair") : Texts.of("bench.experiment.unfair")));
        unfair.forEach(finding -> fairness.getChildren().add(finding(finding)));
    }

    private static Node finding(Finding finding) {
        var box = new VBox(2, ringside.ui.kit.Words.of(finding.title()));
        finding.values()
                .forEach((value, labels) -> box.getChildren().add(muted(value + ": " + String.join(", ", labels))));
        box.getChildren().add(muted(finding.why()));
        box.getStyleClass().add("under-choice");
        return box;
    }

    private static Label muted(String text) {
        return ringside.ui.kit.Words.of(text, "muted");
    }
}
