package ringside.ui.guest;

import java.time.Instant;
import java.util.function.Consumer;
import ringside.core.RingsideException;
import ringside.ui.kit.Background;
import ringside.ui.kit.Texts;

/** Keeps one guest's draft on disk as it is now: a write at a time, and after it the next if something changed since. */
final class DraftKeeper {
    private final WizardModel model;
    private final Drafts drafts;
    private final Background background;
    private final Consumer<RingsideException> trouble;
    private boolean writing;
    private boolean again;
    private boolean told;

    /** @param trouble is told the first time a draft cannot be kept; saying it after each letter would not help */
    DraftKeeper(WizardModel model, Drafts drafts, Background background, Consumer<RingsideException> trouble) {
        this.model = model;
        this.drafts = drafts;
        this.background = background;
        this.trouble = trouble;
    }

    /** A draft of what is in a file already would only be in the way. */
    void keep() {
        if (writing) {
            again = true;
            return;
        }
        writing = true;
        Draft draft = model.draft(Instant.now());
        boolean unsaved = model.isUnsaved();
        background.run(
                Texts.of("guest.keeping-draft"),
                progress -> {
                    if (unsaved) drafts.keep(draft);
                    else drafts.drop(draft.id());
                    return draft.id();
                },
                kept -> next(),
                fault -> {
                    if (!told) trouble.accept(fault);
                    told = true;
                    next();
                });
    }

    private void next() {
        writing = false;
        if (!again) return;
        again = false;
        keep();
    }
}
