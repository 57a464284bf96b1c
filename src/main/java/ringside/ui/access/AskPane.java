package ringside.ui.access;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.PasswordField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import ringside.core.host.HostKey;
import ringside.ui.kit.Buttons;
import ringside.ui.kit.Icon;
import ringside.ui.kit.Texts;
import ringside.ui.kit.Words;

/** One question to the person, with what answers it. */
public final class AskPane extends VBox {
    private static final double GAP = 8;

    public AskPane(Ask question) {
        super(GAP);
        getStyleClass().add("ask-pane");
        switch (question) {
            case Ask.Trust(HostKey key, CompletableFuture<Boolean> answer) -> trust(key, answer);
            case Ask.Secret(var wanted, CompletableFuture<Optional<String>> answer) -> secret(wanted.prompt(), answer);
        }
    }

    private void trust(HostKey key, CompletableFuture<Boolean> answer) {
        var fingerprint = Words.of(key.type() + "\n" + key.fingerprint(), "code");
        fingerprint.setId("host-key");
        Button yes = Buttons.labelled(Texts.of("access.ask.trust"), Icon.CHECK, () -> answer.complete(true));
        yes.setId("trust-host");
        Button no = Buttons.labelled(Texts.of("access.ask.do-not"), Icon.CLOSE, () -> answer.complete(false));
        no.setId("distrust-host");
        focusAtFirst(no); // a key pressed by chance must trust nobody
        getChildren()
                .addAll(
                        Words.of(Texts.of("access.ask.first-met", key.host()), "section-title"),
                        Words.of(Texts.of("access.ask.compare-fingerprint")),
                        fingerprint,
                        new HBox(GAP, yes, no));
    }

    private void secret(String prompt, CompletableFuture<Optional<String>> answer) {
        var field = new PasswordField();
        field.setId("host-secret");
        field.setOnAction(enter -> answer.complete(Optional.of(field.getText())));
        HBox.setHgrow(field, Priority.ALWAYS);
        Button give = Buttons.labelled(
                Texts.of("access.ask.go-on"), Icon.FORWARD, () -> answer.complete(Optional.of(field.getText())));
        give.setMinWidth(Region.USE_PREF_SIZE);
        focusAtFirst(field);
        getChildren()
                .addAll(
                        Words.of(prompt, "section-title"),
                        Words.of(Texts.of("access.ask.secret-not-kept"), "muted"),
                        new HBox(GAP, field, give));
    }

    private static void focusAtFirst(Node node) {
        node.sceneProperty().subscribe(shown -> {
            if (shown != null) node.requestFocus();
        });
    }
}
