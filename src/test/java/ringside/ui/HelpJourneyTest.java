package ringside.ui;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static ringside.Journey.waitFor;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.UUID;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import ringside.cli.RingsideCommand;
import ringside.core.help.Glossary;
import ringside.core.help.HelpText;
import ringside.core.help.Span;
import ringside.ui.shell.Command;
import ringside.ui.shell.Page;
import ringside.workbench.Workbench;

/** Help as one reads it: by F1 on each page, by the keyboard alone, with the glossary behind its links. */
@Tag("fx")
@ExtendWith(ApplicationExtension.class)
@SuppressWarnings("NullAway.Init") // TestFX gives the stage
class HelpJourneyTest {
    private final Workbench workbench = Workbench.open("jdbc:h2:mem:" + UUID.randomUUID());
    private Session session;
    private Stage stage;

    @Start
    void start(Stage stage) {
        this.stage = stage;
        session = Sessions.shown(stage, workbench);
    }

    @AfterEach
    void close() {
        session.close();
    }

    @Test
    void everyPageHasHelpThatF1OpensAndEscapeLeaves(FxRobot robot) {
        for (Page page : session.pages()) {
            robot.interact(() -> session.open(page.id()));
            waitFor(() -> stage.getScene().getFocusOwner() != null);
            Node before = stage.getScene().getFocusOwner();

            robot.type(KeyCode.F1);
            waitFor(() -> title(robot).equals(text(page).title()));
            assertTrue(within(stage.getScene().getFocusOwner(), "help"), page.id());

            robot.type(KeyCode.ESCAPE);
            waitFor(() -> robot.lookup(".help").tryQuery().isEmpty());
            assertEquals(before, stage.getScene().getFocusOwner(), page.id());
        }
    }

    @Test
    void theKeyThatOpensHelpAlsoClosesIt(FxRobot robot) {
        robot.type(KeyCode.F1);
        waitFor(() -> title(robot).equals("Start"));
        robot.type(KeyCode.F1);
        waitFor(() -> robot.lookup(".help").tryQuery().isEmpty());
    }

    @Test
    void helpFollowsToTheNextPageAndATermThatIsReadStays(FxRobot robot) {
        robot.type(KeyCode.F1);
        robot.press(KeyCode.SHORTCUT, KeyCode.DIGIT4).release(KeyCode.DIGIT4, KeyCode.SHORTCUT);
        waitFor(() -> title(robot).equals("Guests"));

        robot.interact(() -> ((Hyperlink) robot.lookup((Hyperlink link) -> "virtio".equals(link.getText()))
                        .query())
                .fire());
        waitFor(() -> title(robot).equals("virtio"));
        robot.press(KeyCode.SHORTCUT, KeyCode.DIGIT1).release(KeyCode.DIGIT1, KeyCode.SHORTCUT);
        waitFor(() -> stage.getTitle().startsWith("Start"));
        assertEquals("virtio", title(robot));
    }

    @Test
    void aTermIsFoundByTypingReadAndLeftByKeysAlone(FxRobot robot) {
        robot.press(KeyCode.SHIFT, KeyCode.F1).release(KeyCode.F1, KeyCode.SHIFT);
        waitFor(() -> title(robot).equals("Glossary"));
        robot.write("npt");
        waitFor(() -> shows(robot, "1 term"));
        robot.type(KeyCode.ENTER);
        waitFor(() -> title(robot).equals("RVI"));
        assertTrue(shows(robot, "Rapid Virtualization Indexing"));

        robot.type(KeyCode.ESCAPE);
        waitFor(() -> robot.lookup(".help").tryQuery().isEmpty());
    }

    @Test
    void thePaletteFindsATerm(FxRobot robot) {
        robot.press(KeyCode.SHORTCUT, KeyCode.K).release(KeyCode.K, KeyCode.SHORTCUT);
        waitFor(() -> robot.lookup("#palette-query").tryQuery().isPresent());
        robot.write("holm corr");
        waitFor(() -> shows(robot, "Holm correction"));
        robot.type(KeyCode.ENTER);
        waitFor(() -> title(robot).equals("Holm correction"));
    }

    @Test
    void helpNamesEveryKeyOfItsPageAndOnlyTermsAndCommandsThatAreThere() {
        Glossary glossary = Glossary.bundled(Locale.ROOT);
        var wrong = new ArrayList<String>();
        for (Page page : session.pages()) {
            List<Span> spans = text(page).spans();
            var keys = new TreeSet<>(List.of("F1", "F5"));
            for (Span span : spans)
                switch (span) {
                    case Span.Keys named -> keys.add(named.combination());
                    case Span.Link link -> {
                        if (glossary.find(link.term()).isEmpty()) wrong.add(page.id() + ": no term " + link.term());
                    }
                    case Span.Code code -> {
                        if (code.text().startsWith("ringside ") && !isCommand(code.text()))
                            wrong.add(page.id() + ": no command " + code.text());
                    }
                    case Span.Words words -> {}
                }
            for (Command command : page.commands())
                if (!command.keys().isEmpty() && !keys.contains(command.keys()))
                    wrong.add(page.id() + ": " + command.keys() + " (" + command.title() + ") is not in its help");
        }
        assertAll(wrong.stream().map(fault -> () -> {
            throw new AssertionError(fault);
        }));
    }

    private static boolean isCommand(String line) {
        String[] words = line.substring("ringside ".length())
                .replaceAll(" FILE.*| --.*", "")
                .split(" ");
        var all = new ArrayList<>(List.of(words));
        all.add("--help");
        var out = new PrintStream(new ByteArrayOutputStream());
        return RingsideCommand.run(all.toArray(String[]::new), out, out, location -> {}) == 0;
    }

    private static HelpText text(Page page) {
        return HelpText.of(page.id(), Locale.ROOT)
                .orElseThrow(() -> new AssertionError("no help/" + page.id() + ".txt"));
    }

    private static String title(FxRobot robot) {
        return robot.lookup("#help-title")
                .tryQueryAs(Labeled.class)
                .map(Labeled::getText)
                .orElse("");
    }

    private static boolean shows(FxRobot robot, String text) {
        return robot.lookup((Labeled label) -> label.isVisible() && text.equals(label.getText()))
                .tryQuery()
                .isPresent();
    }

    private static boolean within(Node node, String style) {
        for (Node at = node; at != null; at = at.getParent())
            if (at.getStyleClass().contains(style)) return true;
        return false;
    }
}
