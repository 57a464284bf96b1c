package ringside.ui.kit;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.regex.Pattern;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.TitledPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import ringside.core.RingsideException;

/** What went wrong and what to do about it, in the place where the result would have been. */
public final class ErrorPane extends VBox {
    private static final Pattern FIRST_WORD = Pattern.compile("\\p{L}[\\p{L}'’]*[,:;.]?(?=\\s|$)");

    public ErrorPane(RingsideException trouble) {
        this(trouble, null);
    }

    /** @param again tries once more; null where that makes no sense */
    public ErrorPane(RingsideException trouble, @Nullable Runnable again) {
        getStyleClass().add("error-pane");
        var problem = new Label(sentence(trouble.problem()), Icon.of(Icon.ERROR));
        problem.getStyleClass().add("problem");
        problem.setWrapText(true);
        var remedy = new Label(sentence(trouble.remedy()));
        remedy.getStyleClass().add("remedy");
        remedy.setWrapText(true);
        getChildren().addAll(problem, remedy);
        var buttons =
                new HBox(Buttons.labelled(Texts.of("kit.error.copy"), Icon.COPY, () -> Buttons.copy(text(trouble))));
        buttons.getStyleClass().add("buttons");
        buttons.setAlignment(Pos.CENTER_LEFT);
        if (again != null) {
            Button retry = Buttons.labelled(Texts.of("kit.error.again"), Icon.REFRESH, again);
            retry.setDefaultButton(true);
            buttons.getChildren().addFirst(retry);
        }
        getChildren().add(buttons);
        if (trouble.getCause() != null) getChildren().add(details(trouble));
    }

    private static TitledPane details(RingsideException trouble) {
        var area = new TextArea(trace(trouble));
        area.setEditable(false);
        area.getStyleClass().add("code");
        area.setPrefRowCount(12);
        var pane = new TitledPane(Texts.of("kit.error.details"), area);
        pane.setExpanded(false);
        pane.setAnimated(false);
        return pane;
    }

    private static String text(RingsideException trouble) {
        String message = sentence(trouble.problem()) + " " + sentence(trouble.remedy());
        return trouble.getCause() == null ? message : message + "\n\n" + trace(trouble);
    }

    private static String trace(Throwable fault) {
        var text = new StringWriter();
        fault.printStackTrace(new PrintWriter(text));
        return text.toString();
    }

    /** Problems and remedies are written without capital and full stop, as the command line wants them. */
    public static String sentence(String words) {
        if (words.isEmpty()) return words;
        // A file's name keeps its first letter as it is
        boolean plain = FIRST_WORD.matcher(words).lookingAt();
        String start = plain ? Character.toUpperCase(words.charAt(0)) + words.substring(1) : words;
        return start.matches("(?s).*[.!?…]\\s*") ? start : start + ".";
    }
}
