package ringside.ui.host;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import ringside.core.bench.preflight.Doctor;
import ringside.ui.access.Ask;
import ringside.ui.access.AskPane;
import ringside.ui.host.Inquiry.State;
import ringside.ui.kit.Amount;
import ringside.ui.kit.Buttons;
import ringside.ui.kit.ErrorPane;
import ringside.ui.kit.Icon;
import ringside.ui.kit.Texts;
import ringside.ui.kit.Words;

/** What one host can be used for, and what it lacks for the rest, with the command that mends it. */
final class JobsPane extends VBox {
    /** Jobs of the program itself, not of a host. */
    private static final Set<String> OWN = Set.of("display", "ssh-agent", "store");

    /** @param ask what the look under way waits for */
    JobsPane(Optional<State<Doctor.Job, List<Doctor.Job>>> state, Optional<Ask> ask, Runnable look, Runnable cancel) {
        super(8);
        state.ifPresentOrElse(known -> show(known, ask, look, cancel), () -> unknown(look));
    }

    private void unknown(Runnable look) {
        getChildren()
                .addAll(Words.of(Texts.of("host.jobs.look-means"), "muted"), button(Texts.of("host.jobs.look"), look));
    }

    private static Node button(String text, Runnable look) {
        var button = Buttons.labelled(text, Icon.VERIFY, look);
        button.setId("host-jobs");
        return button;
    }

    private void show(State<Doctor.Job, List<Doctor.Job>> state, Optional<Ask> ask, Runnable look, Runnable cancel) {
        switch (state) {
            case State.Running(var parts) -> {
                getChildren()
                        .add(ask.<Node>map(AskPane::new)
                                .orElseGet(() -> Words.of(Texts.of("host.jobs.looking"), "muted")));
                getChildren().add(Buttons.labelled(Texts.of("host.jobs.cancel"), Icon.CLOSE, cancel));
            }
            case State.Failed(var trouble) -> getChildren().add(new ErrorPane(trouble, look));
            case State.Done(List<Doctor.Job> jobs, var time) -> {
                jobs.stream()
                        .filter(job -> !OWN.contains(job.id()))
                        .forEach(job -> getChildren().add(job(job)));
                getChildren()
                        .addAll(
                                Words.of(Texts.of("host.jobs.looked-at", Amount.time(time)), "muted"),
                                button(Texts.of("host.jobs.look-again"), look));
            }
        }
    }

    private static Node job(Doctor.Job job) {
        Region icon = Icon.of(job.isReady() ? Icon.CHECK : Icon.CLOSE);
        icon.getStyleClass().add(job.isReady() ? "good" : "bad");
        var text = new VBox(2, Words.of(job.title()));
        HBox.setHgrow(text, Priority.ALWAYS);
        text.setMinWidth(0);
        job.lacks().forEach(lack -> lack(lack, text));
        return new HBox(8, icon, text);
    }

    private static void lack(Doctor.Lack lack, VBox text) {
        String words = lack.remedy().words();
        text.getChildren()
                .add(Words.of((ErrorPane.sentence(lack.what()) + " " + ErrorPane.sentence(words)).strip(), "muted"));
        String command = lack.remedy().command();
        if (command.isEmpty()) return;
        var code = Words.of(command, "code");
        HBox.setHgrow(code, Priority.ALWAYS);
        code.setMaxWidth(Double.MAX_VALUE);
        text.getChildren().add(new HBox(code, Buttons.copy(Texts.of("host.jobs.copy"), () -> command)));
    }
}
