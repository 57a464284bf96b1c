package ringside.ui.domain;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.RadioButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import ringside.core.guest.Guest;
import ringside.core.guest.GuestPlatform;
import ringside.core.hypervisor.Ability;
import ringside.core.hypervisor.Driver;
import ringside.core.image.GuestImage;
import ringside.core.platform.Platforms;
import ringside.ui.kit.Buttons;
import ringside.ui.kit.CommandLine;
import ringside.ui.kit.ErrorPane;
import ringside.ui.kit.Icon;
import ringside.ui.kit.Texts;
import ringside.ui.kit.Words;
import ringside.ui.shell.Desk;

/** Asks on what a guest is to start, and from which image. */
public final class LaunchSheet extends VBox {
    private static final String OWN = Texts.of("domain.launch.own-disks");

    private final LaunchModel model;
    private final Desk desk;
    private final Guest guest;
    private final Optional<Path> file;
    private final Runnable started;
    private final Runnable look;
    private final ToggleGroup choice = new ToggleGroup();
    private final ComboBox<Optional<GuestImage>> image = new ComboBox<>();
    private final CommandLine command = new CommandLine();
    private final Button start;

    /** What a button stands for. */
    private record Choice(Driver driver, GuestPlatform platform) {}

    /**
     * @param file of its description, if it is in one
     * @param started follows when the guest runs
     * @param look shows the guests that run
     */
    public LaunchSheet(
            LaunchModel model, Desk desk, Guest guest, Optional<Path> file, Runnable started, Runnable look) {
        super(10);
        this.model = model;
        this.desk = desk;
        this.guest = guest;
        this.file = file;
        this.started = started;
        this.look = look;
        setPrefWidth(600);
        start = Buttons.labelled(Texts.of("domain.launch.start", guest.name()), Icon.CHECK, this::start);
        start.setId("start-yes");
        start.setDefaultButton(true);
        start.setDisable(true);
        getChildren().setAll(Words.of(Texts.of("domain.launch.looking-ask"), "muted"));
        var no = new Button(Texts.of("domain.cancel"));
        no.setOnAction(pressed -> desk.sheets().close());
        desk.sheets().show(Texts.of("domain.launch.title", guest.name()), this, List.of(no, start));
        model.offers(this::offer, desk.sheets()::show);
    }

    private void offer(LaunchModel.Offers offers) {
        getChildren().setAll(title(Texts.of("domain.launch.on")));
        offers.drivers().forEach((driver, able) -> {
            if (able.isAble())
                offers.platforms().getOrDefault(driver, List.of()).forEach(each -> button(driver, each, able));
            else button(driver, driver.platforms().getFirst(), able);
        });
        image.setId("start-image");
        image.getItems().add(Optional.empty());
        offers.images().forEach(each -> image.getItems().add(Optional.of(each)));
        image.setConverter(new Naming());
        image.getSelectionModel().selectFirst();
        image.setMaxWidth(Double.MAX_VALUE);
        Label from = title(Texts.of("domain.launch.from"));
        from.setLabelFor(image);
        getChildren().addAll(from, image, Words.of(hint(offers), "muted"), command);
        choice.selectedToggleProperty().subscribe(chosen -> tell());
        image.valueProperty().subscribe(chosen -> tell());
    }

    private static Label title(String text) {
        var label = new Label(text);
        label.getStyleClass().add("section-title");
        return label;
    }

    private static String hint(LaunchModel.Offers offers) {
        return offers.images().isEmpty() ? Texts.of("domain.launch.no-image") : Texts.of("domain.launch.image-means");
    }

    private void button(Driver driver, GuestPlatform platform, Ability able) {
        var button = new RadioButton(Platforms.of(platform.id()).name());
        button.setId("on-" + platform.id());
        button.setUserData(new Choice(driver, platform));
        button.setToggleGroup(choice);
        button.setDisable(!able.isAble());
        Node line = able.isAble() ? button : new VBox(2, button, Words.of(ErrorPane.sentence(able.why()), "muted"));
        getChildren().add(line);
        boolean meant = guest.platforms().chosen().contains(platform);
        if (able.isAble()
                && (meant || choice.getSelectedToggle() == null)
                && !(choice.getSelectedToggle() != null && chosenIsMeant())) button.setSelected(true);
    }

    private boolean chosenIsMeant() {
        return chosen().filter(one -> guest.platforms().chosen().contains(one.platform()))
                .isPresent();
    }

    private Optional<Choice> chosen() {
        return Optional.ofNullable(choice.getSelectedToggle()).map(toggle -> (Choice) toggle.getUserData());
    }

    private Optional<GuestImage> chosenImage() {
        return Optional.ofNullable(image.getValue()).flatMap(any -> any);
    }

    private void tell() {
        start.setDisable(chosen().isEmpty());
        command.commandProperty()
                .set(chosen().map(one -> LaunchModel.command(
                                LaunchModel.fileOf(file, guest), one.driver(), one.platform(), chosenImage()))
                        .orElse(""));
    }

    private void start() {
        chosen().ifPresent(one -> {
            desk.sheets().close();
            model.start(
                    guest,
                    one.driver(),
                    one.platform(),
                    chosenImage(),
                    name -> {
                        started.run();
                        desk.notices()
                                .say(Texts.of("domain.launch.runs", name), Texts.of("domain.launch.show-it"), look);
                    },
                    desk.sheets()::show);
        });
    }

    private static final class Naming extends StringConverter<Optional<GuestImage>> {
        @Override
        public String toString(Optional<GuestImage> image) {
            return image == null
                    ? ""
                    : image.map(one -> Texts.of("domain.launch.image", one.name(), one.release()))
                            .orElse(OWN);
        }

        @Override
        public Optional<GuestImage> fromString(String text) {
            return Optional.empty();
        }
    }
}
