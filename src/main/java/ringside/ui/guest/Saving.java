package ringside.ui.guest;

import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import ringside.ui.kit.Texts;
import ringside.ui.shell.Desk;

/** Saves one output of a guest, or all of them. Nothing that is there is replaced unasked. */
final class Saving {
    private final Desk desk;
    private final GuestsPage.Places places;
    private final Consumer<WizardModel> saved;

    /** What was in the fields when somebody asked to save it. */
    private record Asked(WizardModel model, Form form, Collection<String> wrong) {
        Asked(WizardModel model) {
            this(model, model.state().form(), model.state().problems().keySet());
        }

        /** What was not legal is in no file: then there is still something to save. */
        void doneIn(Path file) {
            if (wrong.isEmpty()) model.saved(form, file);
        }

        /** Where it went, and what the files lack of what stands in the fields. */
        String told(String saved) {
            return wrong.isEmpty()
                    ? saved
                    : Texts.of(
                            "guest.saving.without",
                            saved,
                            wrong.stream().map(Sections::label).sorted().collect(Collectors.joining("; ")));
        }
    }

    /** @param saved follows when a guest's description is in a file */
    Saving(Desk desk, GuestsPage.Places places, Consumer<WizardModel> saved) {
        this.desk = desk;
        this.places = places;
        this.saved = saved;
    }

    void one(WizardModel model, Printout printout) {
        String name = printout.fileName();
        int dot = name.lastIndexOf('.');
        var asked = new Asked(model);
        places.save(
                        Texts.of("guest.saving.save", printout.output().title()),
                        name.substring(0, dot),
                        name.substring(dot + 1))
                .ifPresent(file -> desk.background()
                        .run(
                                Texts.of("guest.saving.writing", file.getFileName()),
                                progress -> {
                                    SavedFiles.write(file, printout);
                                    return file;
                                },
                                done -> {
                                    if (printout.output() instanceof Output.Description) told(asked, done);
                                    desk.notices().say(asked.told(Texts.of("guest.saving.saved", done)));
                                },
                                desk.notices()::trouble));
    }

    void all(WizardModel model) {
        var asked = new Asked(model);
        List<Printout> printouts = List.copyOf(model.state().printouts().values());
        places.folder(Texts.of("guest.saving.save-all", model.state().guest().name()))
                .ifPresent(folder -> desk.background()
                        .run(
                                Texts.of("guest.saving.looking-at", folder),
                                progress -> SavedFiles.alreadyThere(folder, printouts),
                                there -> {
                                    if (there.isEmpty()) write(asked, folder, printouts);
                                    else ask(there, () -> write(asked, folder, printouts));
                                },
                                desk.notices()::trouble));
    }

    private void ask(List<String> there, Runnable replace) {
        var words = new Label(Texts.of("guest.saving.there-already", String.join("\n", there)));
        words.setWrapText(true);
        words.setPrefWidth(460);
        words.setMinHeight(Region.USE_PREF_SIZE);
        var no = new Button(Texts.of("guest.saving.cancel"));
        no.setDefaultButton(true);
        no.setOnAction(pressed -> desk.sheets().close());
        var yes = new Button(Texts.of("guest.saving.replace"));
        yes.setId("replace-files");
        yes.setOnAction(pressed -> {
            desk.sheets().close();
            replace.run();
        });
        desk.sheets().show(Texts.of("guest.saving.replace-title"), words, List.of(no, yes));
    }

    private void write(Asked asked, Path folder, List<Printout> printouts) {
        desk.background()
                .run(
                        Texts.of("guest.saving.writing-all", folder),
                        progress -> {
                            SavedFiles.write(folder, printouts);
                            return folder;
                        },
                        done -> {
                            told(asked, done.resolve(printouts.getFirst().fileName())); // the description comes first
                            desk.notices().say(asked.told(Texts.of("guest.saving.saved-all", printouts.size(), done)));
                        },
                        desk.notices()::trouble);
    }

    private void told(Asked asked, Path file) {
        asked.doneIn(file);
        saved.accept(asked.model());
    }
}
