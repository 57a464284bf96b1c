package ringside.ui.shell;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.WeakHashMap;
import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.stage.Screen;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import ringside.core.RingsideException;
import ringside.ui.kit.Appearance;
import ringside.ui.kit.Background;
import ringside.ui.kit.Buttons;
import ringside.ui.kit.ErrorPane;
import ringside.ui.kit.Icon;
import ringside.ui.kit.Texts;

/** The workbench's window: rail, the page in view, status bar; palette, dialogs and notices over them. */
public final class Window implements Navigator {
    private static final String HELP = "F1";
    private static final String STYLES = "/ringside/ui/ringside.css";

    private final Stage stage;
    private final Background background;
    private final Appearance appearance;
    private final WindowState start;
    private final List<Page> pages = new ArrayList<>();
    private final Map<Page, Node> views = new WeakHashMap<>();
    private final List<Command> commands = new ArrayList<>();
    private final List<PaletteModel.Source> sources = new ArrayList<>();
    private final StackPane place = new StackPane();
    private final Drawer drawer = new Drawer(place);
    private final Rail rail = new Rail(this::bring);
    private final Sheets sheets = new Sheets();
    private final Notices notices = new Notices();
    private @Nullable Palette palette;
    private final StatusBar status;
    private final Button size = new Button();
    private final Magnified all;
    private final Scene scene;
    private Consumer<List<Path>> dropped = files -> {};
    private Consumer<String> browser = this::copy;
    private final Set<String> once = new HashSet<>();
    private boolean touched;
    private Runnable help = () -> {};
    private Consumer<Page> brought = page -> {};
    private @Nullable Page current;
    private double[] restored; // x, y, width and height while not maximized

    /** @param start how it stood last time */
    public Window(Stage stage, Background background, Appearance appearance, WindowState start) {
        this.stage = stage;
        this.background = background;
        this.appearance = appearance;
        this.start = start;
        restored = new double[] {start.x(), start.y(), start.width(), start.height()};
        status = new StatusBar(background, helpButton(), paletteButton(), sizeButton(), themeButton());
        all = new Magnified(layout());
        all.set(start.percent());
        scene = new Scene(all, start.width(), start.height());
        var sheet = Window.class.getResource(STYLES);
        if (sheet != null) scene.getStylesheets().add(sheet.toExternalForm());
        scene.addEventFilter(KeyEvent.KEY_PRESSED, key -> touched = true);
        scene.addEventFilter(MouseEvent.MOUSE_PRESSED, press -> touched = true);
        add(new Command(Texts.of("shell.window.find"), "Shortcut+K", this::openPalette));
        add(new Command(Texts.of("shell.window.again"), "F5", () -> {
            if (current != null) current.refresh();
        }));
        for (var choice : Appearance.Choice.values())
            add(new Command(
                    themeTitle(choice), "", () -> appearance.choiceProperty().set(choice)));
        add(new Command(Texts.of("shell.size.larger"), "Shortcut+Plus", () -> all.step(1)));
        add(new Command(Texts.of("shell.size.smaller"), "Shortcut+Minus", () -> all.step(-1)));
        for (int step : Magnified.STEPS) add(new Command(Texts.of("shell.size.is", step), "", () -> all.set(step)));
        also("Shortcut+Equals", () -> all.step(1)); // where the plus is the same key with Shift
        also("Shortcut+Add", () -> all.step(1));
        also("Shortcut+Subtract", () -> all.step(-1));
        also("Shortcut+0", () -> all.set(Magnified.STEPS.getFirst()));
        all.percentProperty().subscribe(this::tellSize);
        add(new Command(Texts.of("shell.window.quit"), "Shortcut+Q", stage::close));
    }

    private StackPane layout() {
        var frame = new BorderPane(drawer);
        var side = new VBox(rail);
        side.getStyleClass().add("side");
        VBox.setVgrow(rail, Priority.ALWAYS);
        frame.setLeft(side);
        frame.setBottom(status);
        place.getStyleClass().add("place");
        place.setMinSize(0, 0);
        var zone = new DropZone(files -> dropped.accept(files));
        var all = new StackPane(frame, notices, sheets, zone);
        StackPane.setAlignment(notices, Pos.BOTTOM_RIGHT);
        all.getStyleClass().add("workbench");
        all.sceneProperty().subscribe(shown -> {
            if (shown != null) zone.listenTo(shown);
        });
        return all;
    }

    /** Adds a page below those that are there. */
    public void add(Page page) {
        pages.add(page);
        var keys = KeyCombination.valueOf("Shortcut+" + pages.size());
        rail.add(page, keys);
        scene.getAccelerators().put(keys, () -> {
            if (!sheets.isOpen()) goTo(page);
        });
    }

    /** In the order of the rail. */
    public List<Page> pages() {
        return List.copyOf(pages);
    }

    /** Adds a command that can be given from every page. */
    public void add(Command command) {
        commands.add(command);
        bind(command, () -> true);
    }

    /** Adds something that the palette searches. */
    public void search(PaletteModel.Source source) {
        sources.add(source);
    }

    /** What happens to files dropped on the window. */
    public void onDropped(Consumer<List<Path>> action) {
        dropped = action;
    }

    /** What shows an address of the web; until it is told, addresses go to the clipboard. */
    public void onBrowse(Consumer<String> browser) {
        this.browser = browser;
    }

    private void copy(String address) {
        Buttons.copy(address);
        notices.note(Texts.of("shell.window.address", address));
    }

    /** What F1 does. */
    public void onHelp(Runnable help) {
        this.help = help;
        add(new Command(Texts.of("shell.help.command"), HELP, help));
    }

    /** Told which page came into view, whoever brought it. */
    public void onPage(Consumer<Page> brought) {
        this.brought = brought;
    }

    /** The panel beside the page. */
    public Drawer drawer() {
        return drawer;
    }

    /** What a page needs of the window. */
    public Desk desk() {
        return new Desk(background, this, sheets, notices, new FileDialogs(stage), address -> browser.accept(address));
    }

    /** What the status bar says while nothing is under way. */
    public void rest(String words) {
        status.rest(words);
    }

    /** Opens at the page that was in view last time, unless one is already. */
    public void show() {
        WindowState here = start.on(
                Screen.getScreens().stream().map(Screen::getVisualBounds).toList());
        stage.setTitle("Ringside");
        stage.setMinWidth(Math.min(WindowState.LEAST_WIDTH, here.width()));
        stage.setMinHeight(Math.min(WindowState.LEAST_HEIGHT, here.height()));
        stage.setScene(scene);
        stage.setWidth(here.width());
        stage.setHeight(here.height());
        if (Double.isFinite(here.x())) {
            stage.setX(here.x());
            stage.setY(here.y());
        }
        stage.setMaximized(here.maximized());
        for (var size : List.of(stage.xProperty(), stage.yProperty(), stage.widthProperty(), stage.heightProperty()))
            size.subscribe(moved -> remember());
        if (current == null) first();
        stage.show();
    }

    /** The page that was in view last time. */
    private void first() {
        if (!pages.isEmpty())
            bring(pages.stream()
                    .filter(page -> page.id().equals(start.page()))
                    .findFirst()
                    .orElse(pages.getFirst()));
    }

    /** How it stands now. */
    public WindowState state() {
        return new WindowState(
                restored[0],
                restored[1],
                restored[2],
                restored[3],
                stage.isMaximized(),
                current == null ? start.page() : current.id(),
                appearance.choiceProperty().get(),
                all.percentProperty().get(),
                kept());
    }

    /** What pages keep; of one that is not there now, what it kept before. */
    private Map<String, String> kept() {
        var kept = new HashMap<>(start.kept());
        for (Page page : pages) page.kept().forEach((key, value) -> kept.put(page.id() + "." + key, value));
        for (String name : once) kept.put(name, "yes");
        return kept;
    }

    /** True once something was pressed in it. */
    public boolean isTouched() {
        return touched;
    }

    /** Remembers for good that something happened that happens once. */
    public void keep(String name) {
        once.add(name);
    }

    /** Whether it happened, in this session or an earlier one. */
    public boolean keeps(String name) {
        return once.contains(name) || start.kept().containsKey(name);
    }

    private void remember() {
        if (!stage.isShowing() || stage.isMaximized() || stage.isIconified()) return;
        restored = new double[] {stage.getX(), stage.getY(), stage.getWidth(), stage.getHeight()};
    }

    @Override
    public void open(String pageId, Object... arguments) {
        Page page = pages.stream()
                .filter(one -> one.id().equals(pageId))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no page is called " + pageId));
        bring(page, arguments);
        if (current == page) page.focus();
    }

    /** Shows trouble in place of every page: without its store the workbench has nothing to show. */
    public void fail(RingsideException trouble, Runnable again) {
        var pane = new ErrorPane(trouble, again);
        pane.setMaxSize(640, Region.USE_PREF_SIZE);
        rail.setDisable(true);
        place.getChildren().setAll(pane);
    }

    /**
     * Makes a page's view before its first visit and lets it be styled and laid out behind the page in view, so that the
     * visit itself is quick.
     */
    public void warm(Page page) {
        if (views.containsKey(page) || place.getChildren().isEmpty() || rail.isDisabled()) return;
        Node view = new Room(page.view());
        views.put(page, view);
        view.setOpacity(0);
        place.getChildren().addFirst(view);
        scene.addPostLayoutPulseListener(new Runnable() {
            @Override
            public void run() {
                scene.removePostLayoutPulseListener(this);
                Platform.runLater(() -> {
                    view.setOpacity(1);
                    if (current != page) place.getChildren().remove(view);
                });
            }
        });
    }

    /** Ends {@link #fail}. */
    public void recover() {
        rail.setDisable(false);
        if (current == null) first();
        else bring(current);
    }

    /** Brings it by something else than the rail, which keeps the focus to step on. */
    private void goTo(Page page) {
        bring(page);
        if (current == page) page.focus();
    }

    private void bring(Page page) {
        bring(page, new Object[0]);
    }

    private void bring(Page page, Object[] arguments) {
        if (rail.isDisabled()) return;
        Page before = current;
        current = page;
        Node view = views.computeIfAbsent(page, first -> new Room(first.view()));
        if (before != page
                || place.getChildren().isEmpty()
                || place.getChildren().getFirst() != view) place.getChildren().setAll(view);
        rail.mark(page);
        stage.setTitle(Texts.of("shell.window.title", page.title()));
        for (Command command : page.commands()) bind(command, () -> current == page);
        page.shown(arguments);
        brought.accept(page);
    }

    /** Other keys for a command that has its own. */
    private void also(String keys, Runnable action) {
        scene.getAccelerators().put(KeyCombination.valueOf(keys), action);
    }

    private void bind(Command command, java.util.function.BooleanSupplier here) {
        if (command.keys().isEmpty()) return;
        scene.getAccelerators().put(KeyCombination.valueOf(command.keys()), () -> {
            if (!sheets.isOpen() && here.getAsBoolean()) command.action().run();
        });
    }

    /** Everything that can be found by typing. */
    public void openPalette() {
        var entries = new ArrayList<PaletteModel.Entry>();
        if (!rail.isDisabled()) {
            for (int i = 0; i < pages.size(); i++) {
                Page page = pages.get(i);
                entries.add(new PaletteModel.Entry(
                        Texts.of("shell.palette.page"),
                        page.title(),
                        "",
                        keys("Shortcut+" + (i + 1)),
                        () -> goTo(page)));
            }
            if (current != null) current.commands().forEach(command -> entries.add(entry(command)));
        }
        commands.stream()
                .filter(command -> !command.keys().equals("Shortcut+K"))
                .forEach(command -> entries.add(entry(command)));
        if (palette == null) palette = new Palette(sheets, background);
        palette.open(entries, rail.isDisabled() ? List.of() : sources);
    }

    private static PaletteModel.Entry entry(Command command) {
        return new PaletteModel.Entry(
                Texts.of("shell.palette.command"), command.title(), "", keys(command.keys()), command.action());
    }

    private static String keys(String keys) {
        return keys.isEmpty() ? "" : KeyCombination.valueOf(keys).getDisplayText();
    }

    private Button paletteButton() {
        Button button = statusButton(Texts.of("shell.window.find"), "Shortcut+K", Icon.SEARCH, this::openPalette);
        button.setId("open-palette");
        return button;
    }

    private Button helpButton() {
        Button button = statusButton(Texts.of("shell.help.button"), HELP, Icon.NOTE, () -> {
            if (!sheets.isOpen()) help.run();
        });
        button.setId("open-help");
        return button;
    }

    private static Button statusButton(String words, String keys, String icon, Runnable action) {
        Button button = Buttons.labelled(words + "  " + keys(keys), icon, action);
        button.getStyleClass().addAll("flat", "status-button");
        return button;
    }

    private Button sizeButton() {
        size.getStyleClass().addAll("flat", "status-button");
        size.setId("size");
        size.setTooltip(new Tooltip());
        size.setOnAction(pressed -> {
            int at = Magnified.STEPS.indexOf(all.percentProperty().get());
            all.set(Magnified.STEPS.get((at + 1) % Magnified.STEPS.size()));
        });
        return size;
    }

    private void tellSize(Number percent) {
        size.setText(Texts.of("shell.size.short", percent));
        size.getTooltip().setText(Texts.of("shell.size.next", percent));
        size.setAccessibleText(Texts.of("shell.size.is", percent));
    }

    private Button themeButton() {
        Button button = Buttons.icon("", Icon.SYSTEM, this::nextTheme);
        button.getStyleClass().add("status-button");
        button.setId("theme");
        appearance.choiceProperty().subscribe(choice -> {
            button.setGraphic(Icon.of(
                    switch (choice) {
                        case SYSTEM -> Icon.SYSTEM;
                        case LIGHT -> Icon.LIGHT;
                        case DARK -> Icon.DARK;
                    }));
            button.getTooltip().setText(Texts.of("shell.theme.next", themeTitle(choice)));
            button.setAccessibleText(themeTitle(choice));
        });
        return button;
    }

    private void nextTheme() {
        var all = Appearance.Choice.values();
        var property = appearance.choiceProperty();
        property.set(all[(property.get().ordinal() + 1) % all.length]);
    }

    private static String themeTitle(Appearance.Choice choice) {
        return switch (choice) {
            case SYSTEM -> Texts.of("shell.theme.system");
            case LIGHT -> Texts.of("shell.theme.light");
            case DARK -> Texts.of("shell.theme.dark");
        };
    }
}
