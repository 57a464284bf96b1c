package ringside.ui.guest;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import ringside.core.RingsideException;
import ringside.core.guest.read.FileKind;
import ringside.core.guest.validate.Validation;
import ringside.core.guest.validate.Validator;
import ringside.core.guest.validate.Validators;
import ringside.ui.kit.Background;
import ringside.ui.kit.Texts;

/** What the platforms' own software, where it is installed, says of the outputs. It is asked only when somebody asks. */
final class ChecksModel {
    private final Background background;
    private final Background.Latest checking;
    private final Supplier<Validators> validators;
    private final ReadOnlyBooleanWrapper running = new ReadOnlyBooleanWrapper(this, "running");
    private final ReadOnlyObjectWrapper<Map<String, Validation>> answers =
            new ReadOnlyObjectWrapper<>(this, "answers", Map.of()); // by the text that was checked

    /** @param validators made on a worker thread for each check, and closed after it */
    ChecksModel(Background background, Supplier<Validators> validators) {
        this.background = background;
        checking = background.latest();
        this.validators = validators;
    }

    ReadOnlyBooleanProperty runningProperty() {
        return running.getReadOnlyProperty();
    }

    /** Changes as each answer comes. */
    ReadOnlyObjectProperty<Map<String, Validation>> answersProperty() {
        return answers.getReadOnlyProperty();
    }

    /** What was said of exactly this text. */
    Optional<Validation> of(Printout printout) {
        return Optional.ofNullable(answers.get().get(printout.text()));
    }

    void check(Collection<Printout> printouts, Consumer<RingsideException> report) {
        List<Printout> asked = printouts.stream()
                .filter(printout -> printout.output() instanceof Output.Configuration)
                .toList();
        running.set(true);
        answers.set(Map.of());
        checking.run(
                Texts.of("guest.checks.checking"),
                progress -> {
                    try (Validators all = validators.get()) {
                        int done = 0;
                        for (Printout printout : asked) {
                            progress.at(printout.output().title(), (double) done++ / asked.size());
                            check(all, printout.text());
                        }
                    }
                    return asked.size();
                },
                all -> running.set(false),
                fault -> {
                    running.set(false);
                    report.accept(fault);
                });
    }

    private void check(Validators all, String text) {
        Optional<Validator> one = all.of(FileKind.of(text));
        if (one.isEmpty()) return;
        Validation answer = one.get().validate(text);
        background.show(() -> {
            var more = new LinkedHashMap<>(answers.get());
            more.put(text, answer);
            answers.set(more);
        });
    }
}
