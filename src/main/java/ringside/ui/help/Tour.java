package ringside.ui.help;

import java.util.function.Consumer;
import ringside.core.help.Stop;
import ringside.ui.kit.Texts;
import ringside.ui.shell.Sheets;

/** A minute through the pages. It comes by itself once in a person's life, and whenever it is asked for. */
public final class Tour {
    private final Sheets sheets;
    private final Consumer<String> open;

    /** Over which window, and what brings a page into view there. */
    public Tour(Sheets sheets, Consumer<String> open) {
        this.sheets = sheets;
        this.open = open;
    }

    /** Begins; nothing of it is read before. */
    public void begin(Runnable ended) {
        var model = new TourModel(Stop.bundled(Texts.language()));
        sheets.cover(new TourPane(model, open, sheets::close), ended);
    }
}
