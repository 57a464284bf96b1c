package ringside.ui.guest;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javafx.animation.PauseTransition;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.StackPane;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;
import ringside.core.guest.Guest;
import ringside.core.guest.GuestPlatform;
import ringside.core.guest.Platforms;
import ringside.core.guest.preset.Preset;
import ringside.core.guest.validate.Validators;
import ringside.ui.domain.DomainsModel;
import ringside.ui.domain.DomainsPane;
import ringside.ui.domain.LaunchModel;
import ringside.ui.domain.LaunchSheet;
import ringside.ui.kit.Icon;
import ringside.ui.kit.Texts;
import ringside.ui.shell.Command;
import ringside.ui.shell.Desk;
import ringside.ui.shell.FileDialogs;
import ringside.ui.shell.Page;

/** The place of guests: what one can begin with, and from it the wizard. */
public final class GuestsPage implements Page {
    public static final String ID = "guests";

    private static final String STYLES = "/ringside/ui/guest.css";
    private static final Duration PAUSE = Duration.millis(250); // after the last letter, before the draft is kept

    /** Asks where files are or go; empty where the person thinks better of it. */
    public interface Places {
        Optional<Path> open(String title);

        Optional<Path> save(String title, String name, String kind);

        Optional<Path> folder(String title);

        static Places of(FileDialogs dialogs) {
            return new Places() {
                @Override
                public Optional<Path> open(String title) {
                    return dialogs.open(title).stream().findFirst();
                }

                @Override
                public Optional<Path> save(String title, String name, String kind) {
                    return dialogs.save(title, name, kind);
                }

                @Override
                public Optional<Path> folder(String title) {
                    return dialogs.folder(title);
                }
            };
        }
    }

    private final Desk desk;
    private final Places places;
    private final Supplier<Validators> validators;
    private final GuestsModel guests;
    private final DomainsModel domains;
    private final LaunchModel starts;
    private final Runnable trials;
    private final Saving saving;
    private final StackPane place = new StackPane();
    private final PauseTransition pause = new PauseTransition(PAUSE);
    private @Nullable HomeView home;
    private @Nullable WizardModel model;
    private @Nullable WizardView wizard;

    /**
     * @param drafts the folder where they are kept
     * @param validators the platforms' own software; asked on worker threads only, and only when a person asks
     * @param domains the guests that run
     * @param starts starts one more
     * @param trials offers to try features with a guest made for it
     */
    public GuestsPage(
            Path drafts,
            Supplier<Validators> validators,
            DomainsModel domains,
            LaunchModel starts,
            Runnable trials,
            Desk desk,
            Places places) {
        this.domains = domains;
        this.starts = starts;
        this.trials = trials;
        this.validators = validators;
        this.desk = desk;
        this.places = places;
        guests = new GuestsModel(desk.background(), new Drafts(drafts));
        saving = new Saving(desk, places, this::saved);
    }

    @Override
    public String id() {
        return ID;
    }

    @Override
    public String icon() {
        return Icon.GUESTS;
    }

    @Override
    public Node view() {
        place.getStylesheets()
                .add(Objects.requireNonNull(GuestsPage.class.getResource(STYLES), STYLES)
                        .toExternalForm());
        home = new HomeView(guests, this::begin, this::open, trials, this::resume, this::discard);
        home.show(new DomainsPane(domains, desk));
        place.getChildren().setAll(home);
        look();
        return place;
    }

    /** Argument: {@link For}, to begin a guest, or a {@link Path}, to open one. */
    @Override
    public void shown(Object... arguments) {
        Object wanted = arguments.length == 1 ? arguments[0] : this;
        if (wanted instanceof For platforms) begin(platforms);
        else if (wanted instanceof Path file) open(file);
        else if (wizard == null) look();
    }

    @Override
    public void focus() {
        place.applyCss();
        if (wizard != null) wizard.focusFirst();
        else FirstField.focus(place);
    }

    /** A new guest for these platforms, by their ids; those that no guest is written for are passed over. */
    public record For(Set<String> platforms) {
        public For {
            platforms = Set.copyOf(platforms);
        }
    }

    private void begin(For wanted) {
        List<GuestPlatform> chosen = Stream.of(GuestPlatform.values())
                .filter(platform -> wanted.platforms().contains(platform.id()))
                .toList();
        Guest usual = guests.presets().getFirst().guest();
        Platforms of = usual.platforms();
        begin(chosen.isEmpty() ? usual : usual.withPlatforms(new Platforms(chosen, of.libvirtXen(), of.virtualbox())));
    }

    private void begin(Guest guest) {
        show(new WizardModel(guest));
    }

    @Override
    public void refresh() {
        look();
    }

    private void look() {
        guests.refresh();
        domains.refresh();
    }

    @Override
    public List<Command> commands() {
        return List.of(
                new Command(Texts.of("guest.open-command"), "", this::open),
                new Command(Texts.of("guest.save-command"), "Shortcut+S", this::saveDescription),
                new Command(Texts.of("guest.save-all-command"), "Shortcut+Shift+S", this::saveAll),
                new Command(Texts.of("guest.previous-command"), "Alt+Left", () -> step(-1)),
                new Command(Texts.of("guest.next-command"), "Alt+Right", () -> step(1)),
                new Command(Texts.of("guest.undo-command"), "Shortcut+Shift+Z", this::undo),
                new Command(Texts.of("guest.start-command"), "Shortcut+Shift+R", this::start),
                new Command(Texts.of("guest.trial-command"), "", trials),
                new Command(Texts.of("guest.all-guests"), "", this::leave));
    }

    /** Says that a guest was left in the making, for who comes back after a crash. */
    public void offerDraft() {
        guests.newest(draft -> desk.notices()
                .say(Texts.of("guest.draft-kept", draft.guest().name()), Texts.of("guest.continue"), () -> {
                    desk.navigator().open(ID);
                    resume(draft);
                }));
    }

    private void begin(Preset preset) {
        begin(preset.guest());
    }

    private void resume(Draft draft) {
        if (model != null && model.id().equals(draft.id())) return;
        show(new WizardModel(draft));
    }

    private void open() {
        places.open(Texts.of("guest.open-title")).ifPresent(this::open);
    }

    private void open(Path file) {
        guests.open(file, this::opened, desk.sheets()::show);
    }

    private void opened(GuestsModel.Opened opened) {
        var read = new WizardModel(opened.guest());
        if (opened.isDescription()) read.readFrom(opened.file());
        show(read);
        if (opened.notUnderstood().isEmpty()) return;
        desk.sheets()
                .show(
                        Texts.of(
                                "guest.not-understood-title",
                                opened.notUnderstood().size()),
                        NotUnderstoodPane.of(opened),
                        List.of(closing(Texts.of("guest.continue"))));
    }

    private Button closing(String text) {
        var button = new Button(text);
        button.setDefaultButton(true);
        button.setOnAction(pressed -> desk.sheets().close());
        return button;
    }

    private void show(WizardModel opened) {
        if (model != null) guests.leave(model, desk.notices()::trouble);
        model = opened;
        DraftKeeper keeper = guests.keeper(opened, desk.notices()::trouble);
        pause.setOnFinished(over -> keeper.keep());
        var checks = new ChecksModel(desk.background(), validators);
        wizard = new WizardView(opened, guests.presets(), checks, new Here(opened, checks));
        opened.stateProperty().subscribe((before, now) -> pause.playFromStart());
        opened.stepProperty().subscribe((before, now) -> {
            if (opened.isUnsaved()) pause.playFromStart();
        });
        place.getChildren().setAll(wizard);
        wizard.applyCss();
        wizard.focusFirst();
    }

    private void leave() {
        if (wizard == null || home == null) return;
        pause.stop();
        WizardModel left = model;
        wizard = null;
        model = null;
        place.getChildren().setAll(home);
        if (left != null) guests.leave(left, desk.notices()::trouble);
    }

    private void step(int by) {
        if (wizard != null) wizard.step(by);
    }

    private void undo() {
        if (model == null) return;
        if (model.canUndo()) model.undo();
        else desk.notices().note(Texts.of("guest.nothing-to-undo"));
    }

    private void discard(Draft draft) {
        guests.discard(draft, desk.notices()::trouble);
        desk.notices()
                .say(
                        Texts.of("guest.draft-discarded", draft.guest().name()),
                        Texts.of("guest.undo"),
                        () -> guests.bringBack(draft, desk.notices()::trouble));
    }

    private void saveDescription() {
        if (model != null) saving.one(model, model.state().printout(new Output.Description()));
    }

    private void saveAll() {
        if (model != null) saving.all(model);
    }

    private void start() {
        if (model != null) new Here(model, new ChecksModel(desk.background(), validators)).start();
    }

    /** The draft of what is in a file goes. */
    private void saved(WizardModel of) {
        if (of == model) pause.playFromStart();
        else guests.leave(of, desk.notices()::trouble);
    }

    /** What the wizard of one guest asks for. */
    private final class Here implements WizardView.Ways {
        private final WizardModel of;
        private final ChecksModel checks;

        Here(WizardModel of, ChecksModel checks) {
            this.of = of;
            this.checks = checks;
        }

        @Override
        public void check() {
            checks.check(List.copyOf(of.state().printouts().values()), desk.notices()::trouble);
        }

        @Override
        public void leave() {
            GuestsPage.this.leave();
        }

        @Override
        public void save(Printout printout) {
            saving.one(of, printout);
        }

        @Override
        public void saveAll() {
            saving.all(of);
        }

        @Override
        public void start() {
            new LaunchSheet(
                    starts,
                    desk,
                    of.state().guest(),
                    of.fileProperty().get(),
                    domains::refresh,
                    GuestsPage.this::leave);
        }

        @Override
        public void take(Preset preset) {
            of.replace(preset.guest());
            desk.notices().say(Texts.of("guest.preset-taken", preset.title()), Texts.of("guest.undo"), of::undo);
        }

        @Override
        public void removed(String words) {
            desk.notices().say(words, Texts.of("guest.undo"), of::undo);
        }

        @Override
        public void go(String path) {
            if (wizard != null) wizard.focus(path);
        }
    }
}
