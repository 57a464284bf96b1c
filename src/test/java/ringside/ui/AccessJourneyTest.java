package ringside.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.geometry.Bounds;
import javafx.scene.AccessibleAttribute;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.Spinner;
import javafx.scene.control.Toggle;
import javafx.scene.image.Image;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;
import ringside.ui.kit.Appearance;
import ringside.ui.shell.Page;
import ringside.workbench.Workbench;

/** Every page for people who do not see well, or work by the keyboard alone. */
@Tag("fx")
@ExtendWith(ApplicationExtension.class)
@SuppressWarnings("NullAway.Init") // TestFX gives the stage
class AccessJourneyTest {
    private static final int MOST = 600; // presses of Tab, more than any page has controls

    private final Workbench workbench = Workbench.open("jdbc:h2:mem:" + UUID.randomUUID());
    private Appearance appearance;
    private Session session;
    private Stage stage;

    @Start
    void start(Stage stage) {
        this.stage = stage;
        appearance = new Appearance(Appearance.Choice.LIGHT);
        session = Sessions.shown(stage, workbench, appearance);
    }

    @AfterEach
    void close(FxRobot robot) {
        robot.interact(() -> appearance.choiceProperty().set(Appearance.Choice.LIGHT));
        session.close();
    }

    @Test
    void everyTextOfEveryPageHasEnoughContrastInBothThemes(FxRobot robot) {
        assumeTrue(
                Boolean.getBoolean("ringside.slow"),
                "every text of every page takes a minute: -Dringside.slow=true runs it");
        var faint = new TreeSet<String>();
        for (Appearance.Choice theme : List.of(Appearance.Choice.LIGHT, Appearance.Choice.DARK)) {
            robot.interact(() -> appearance.choiceProperty().set(theme));
            for (Runnable view : views(robot)) {
                view.run();
                settle(robot);
                robot.interact(() -> Contrast.faint(stage.getScene().getRoot())
                        .forEach(text -> faint.add(theme + " " + session.state().page() + ": " + text)));
            }
        }
        assertEquals("", String.join("\n", faint));
    }

    @Test
    void whatCannotBeChosenCanStillBeRead(FxRobot robot) {
        robot.interact(() -> session.open("benchmarks"));
        settle(robot);
        fire(robot, "#bench-guests");
        // They come when this machine has been asked what it offers
        for (int i = 0; i < 100 && platforms(robot).size() <= 3; i++) settle(robot);
        for (Appearance.Choice theme : List.of(Appearance.Choice.LIGHT, Appearance.Choice.DARK)) {
            robot.interact(() -> appearance.choiceProperty().set(theme));
            settle(robot);
            var boxes = platforms(robot);
            assertTrue(boxes.size() > 3, "platforms");
            for (CheckBox box : boxes) assertEquals(List.of(), Contrast.faintIn(box), theme.name());
        }
    }

    private static Set<CheckBox> platforms(FxRobot robot) {
        return robot.lookup((CheckBox box) -> box.getId() != null && box.getId().startsWith("bench-platform-"))
                .queryAllAs(CheckBox.class);
    }

    /** Pages, and of some of them what one press opens. */
    private List<Runnable> views(FxRobot robot) {
        var views = new ArrayList<Runnable>();
        for (Page page : session.pages()) views.add(() -> robot.interact(() -> session.open(page.id())));
        views.add(() -> robot.interact(() -> session.open("figures", "5.5")));
        views.add(() -> robot.interact(() -> session.open("library", "host")));
        views.add(() -> robot.interact(() -> session.open("features", "live-migration", "kvm")));
        views.add(() -> robot.interact(() -> session.open("features", "about", "xen")));
        views.add(() -> robot.interact(() -> session.open("features", "about", "theory")));
        views.add(() -> {
            robot.interact(() -> session.open("benchmarks"));
            fire(robot, "#bench-guests");
        });
        views.add(() -> {
            robot.type(KeyCode.F1);
            settle(robot);
            fire(robot, "#help-glossary");
        });
        views.add(() -> {
            robot.type(KeyCode.ESCAPE);
            robot.press(KeyCode.SHORTCUT, KeyCode.K).release(KeyCode.K, KeyCode.SHORTCUT);
        });
        views.add(() -> robot.type(KeyCode.ESCAPE));
        return views;
    }

    private static void fire(FxRobot robot, String query) {
        robot.interact(() -> ((ButtonBase) robot.lookup(query).query()).fire());
    }

    private static void settle(FxRobot robot) {
        WaitForAsyncUtils.waitForFxEvents();
        robot.sleep(900); // what is read comes
        WaitForAsyncUtils.waitForFxEvents();
    }

    @Test
    void everyControlOfEveryPageIsReachedByTabAndHasAName(FxRobot robot) {
        assumeTrue(
                Boolean.getBoolean("ringside.slow"),
                "every control of every page takes a minute: -Dringside.slow=true runs it");
        var faults = new TreeSet<String>();
        for (Page page : session.pages()) {
            robot.interact(() -> session.open(page.id()));
            settle(robot);
            Set<Node> reached = walk(robot);
            for (Node node : reached) if (name(node).isBlank()) faults.add(page.id() + ": no name: " + told(node));
            for (Node node : controls(stage.getScene().getRoot()))
                if (!reached.contains(node) && !isReachedWith(node, reached))
                    faults.add(page.id() + ": not reached: " + told(node));
        }
        assertEquals("", String.join("\n", faults));
    }

    @Test
    void whereTheKeyboardIsStandsOutInBothThemes(FxRobot robot) {
        robot.interact(() -> session.open("compare"));
        settle(robot);
        for (Appearance.Choice theme : List.of(Appearance.Choice.LIGHT, Appearance.Choice.DARK)) {
            robot.interact(() -> appearance.choiceProperty().set(theme));
            settle(robot);
            for (String query : List.of(
                    "#purpose-balanced", // chosen from the start
                    "#purpose-hpc",
                    "#weight-memory",
                    "#era-now",
                    "#open-help",
                    "#open-palette",
                    "#size",
                    "#theme")) assertTrue(isMarked(robot, robot.lookup(query).query()), theme + " " + query);
        }
    }

    /** Comes to it by keyboard, once from behind. */
    private boolean isMarked(FxRobot robot, Node node) {
        robot.interact(node::requestFocus);
        robot.type(KeyCode.TAB);
        Image without = picture(robot, node);
        robot.press(KeyCode.SHIFT).type(KeyCode.TAB).release(KeyCode.SHIFT);
        assertEquals(node, stage.getScene().getFocusOwner());
        return FocusMark.isSeen(without, picture(robot, node));
    }

    private static Image picture(FxRobot robot, Node node) {
        WaitForAsyncUtils.waitForFxEvents();
        var picture = new AtomicReference<Image>();
        robot.interact(() -> picture.set(FocusMark.picture(node)));
        return picture.get();
    }

    @Test
    void whereverTabLeadsOneSeesIt(FxRobot robot) {
        assumeTrue(
                Boolean.getBoolean("ringside.slow"),
                "two pictures of every control of every page take minutes: -Dringside.slow=true runs it");
        var faults = new TreeSet<String>();
        for (Appearance.Choice theme : List.of(Appearance.Choice.LIGHT, Appearance.Choice.DARK)) {
            robot.interact(() -> appearance.choiceProperty().set(theme));
            for (Page page : session.pages()) {
                robot.interact(() -> session.open(page.id()));
                settle(robot);
                for (Node unseen : unseen(robot)) faults.add(theme + " " + page.id() + ": " + told(unseen));
            }
        }
        assertEquals("", String.join("\n", faults));
    }

    /** What Tab leads to without its being seen. */
    private List<Node> unseen(FxRobot robot) {
        var unseen = new ArrayList<Node>();
        var reached = new LinkedHashSet<Node>();
        for (int press = 0; press < MOST; press++) {
            robot.type(KeyCode.TAB);
            WaitForAsyncUtils.waitForFxEvents();
            Node at = stage.getScene().getFocusOwner();
            if (at == null || !reached.add(at)) break;
            Image with = picture(robot, at);
            robot.type(KeyCode.TAB);
            boolean seen = FocusMark.isSeen(picture(robot, at), with);
            robot.press(KeyCode.SHIFT).type(KeyCode.TAB).release(KeyCode.SHIFT);
            if (!seen) unseen.add(at);
        }
        return unseen;
    }

    /** One of a group that Tab comes to once and the arrow keys walk through, or the part of a control that one types into. */
    private static boolean isReachedWith(Node node, Set<Node> reached) {
        if (node instanceof Toggle toggle && toggle.getToggleGroup() != null)
            return toggle.getToggleGroup().getToggles().stream().anyMatch(reached::contains);
        for (Node at = node.getParent(); at != null; at = at.getParent())
            if (at instanceof Spinner<?> && reached.contains(at)) return true;
        return false;
    }

    @Test
    void arrowsWalkThroughWhatTabComesToOnce(FxRobot robot) {
        robot.interact(() -> session.open("features"));
        settle(robot);
        robot.interact(() -> robot.lookup("#tab-matrix").query().requestFocus());
        robot.type(KeyCode.RIGHT);
        assertEquals("tab-qemu", stage.getScene().getFocusOwner().getId());
        robot.interact(() -> robot.lookup("#rail-features").query().requestFocus());
        robot.type(KeyCode.DOWN);
        assertEquals("rail-guests", stage.getScene().getFocusOwner().getId());
    }

    @Test
    void aChartIsToldInWords(FxRobot robot) {
        robot.interact(() -> session.open("figures", "5.5"));
        WaitForAsyncUtils.waitForFxEvents();
        for (int wait = 0; wait < 60 && words(robot).isEmpty(); wait++) robot.sleep(200);
        String words = words(robot);
        assertTrue(words.startsWith("Chart of figure 5.5: LMBench CTX with 2 processes. Across: "), words);
        assertTrue(words.contains(" values, from "), words);
    }

    private static String words(FxRobot robot) {
        return robot.lookup(".figure-chart")
                .tryQuery()
                .map(chart -> Objects.requireNonNullElse(chart.getAccessibleText(), ""))
                .orElse("");
    }

    /** Where Tab leads from here until it comes back. */
    private Set<Node> walk(FxRobot robot) {
        var reached = new LinkedHashSet<Node>();
        for (int press = 0; press < MOST; press++) {
            robot.type(KeyCode.TAB);
            WaitForAsyncUtils.waitForFxEvents();
            Node at = stage.getScene().getFocusOwner();
            if (at == null || !reached.add(at)) break;
        }
        return reached;
    }

    /** What could take the focus now. */
    private static List<Node> controls(Node node) {
        if (!node.isVisible() || node.isDisabled()) return List.of();
        Stream<Node> here = node.isFocusTraversable() && hasSize(node) ? Stream.of(node) : Stream.empty();
        Stream<Node> below = node instanceof Parent parent
                ? parent.getChildrenUnmodifiable().stream().flatMap(child -> controls(child).stream())
                : Stream.empty();
        return Stream.concat(here, below).toList();
    }

    private static boolean hasSize(Node node) {
        Bounds bounds = node.getLayoutBounds();
        return bounds.getWidth() > 0 && bounds.getHeight() > 0;
    }

    /** What a screen reader says of it. */
    private static String name(Node node) {
        Stream<Object> names = Stream.of(
                node.getAccessibleText(),
                node.queryAccessibleAttribute(AccessibleAttribute.TEXT),
                node.queryAccessibleAttribute(AccessibleAttribute.LABELED_BY) instanceof Label label
                        ? label.getText()
                        : null,
                node instanceof Labeled labeled ? labeled.getText() : null);
        return names.filter(String.class::isInstance)
                .map(String.class::cast)
                .filter(text -> !text.isBlank())
                .collect(Collectors.joining(" "));
    }

    private static String told(Node node) {
        var at = new ArrayList<String>();
        for (Node one = node; one != null && at.size() < 4; one = one.getParent())
            at.addFirst(one.getClass().getSimpleName()
                    + (one.getId() == null ? "" : "#" + one.getId())
                    + "." + String.join(".", one.getStyleClass()));
        return String.join(" > ", at);
    }
}
