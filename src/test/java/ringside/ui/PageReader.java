package ringside.ui;

import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.stream.Stream;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Control;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.Tooltip;
import javafx.stage.Stage;
import ringside.ui.shell.Page;
import ringside.workbench.Workbench;

/** A process that opens the window and prints every text of every page: the page, a tab, the text on one line. */
final class PageReader {
    private static final Executor INTERFACE = Platform::runLater;

    @SuppressWarnings("NullAway.Init") // comes with the session
    private static Stage stage;

    private PageReader() {}

    public static void main(String[] arguments) throws Exception {
        var started = new CountDownLatch(1);
        Platform.startup(started::countDown);
        started.await();
        Workbench workbench = Workbench.open("jdbc:h2:mem:" + UUID.randomUUID());
        var session = CompletableFuture.supplyAsync(() -> Sessions.shown(stage = new Stage(), workbench), INTERFACE)
                .join();
        for (Page page : session.pages()) {
            CompletableFuture.runAsync(() -> session.open(page.id()), INTERFACE).join();
            Thread.sleep(1500); // for what it reads
            CompletableFuture.runAsync(() -> print(page), INTERFACE).join();
        }
        CompletableFuture.runAsync(session::close, INTERFACE).join();
        System.out.flush();
        System.exit(0);
    }

    private static void print(Page page) {
        texts(stage.getScene().getRoot())
                .filter(Objects::nonNull)
                .filter(text -> !text.isBlank())
                .forEach(text -> System.out.println(page.id() + "\t" + text.replace('\n', ' ')));
    }

    private static Stream<String> texts(Node node) {
        Stream<String> own = switch (node) {
            case Labeled labeled -> Stream.of(labeled.getText(), told(labeled), node.getAccessibleText());
            case TextInputControl input -> Stream.of(input.getPromptText(), told(input), node.getAccessibleText());
            case Control control -> Stream.of(told(control), node.getAccessibleText());
            default -> Stream.of(node.getAccessibleText());
        };
        return node instanceof Parent parent
                ? Stream.concat(own, parent.getChildrenUnmodifiable().stream().flatMap(PageReader::texts))
                : own;
    }

    private static String told(Control control) {
        Tooltip tooltip = control.getTooltip();
        return tooltip == null ? "" : tooltip.getText();
    }
}
