package ringside.ui.digitise;

import java.nio.file.Path;
import ringside.core.Progress;
import ringside.core.digitise.Digitisation;
import ringside.core.digitise.Scan;
import ringside.core.format.Outcome;

/** What the page needs of the program around it; called on worker threads only. */
public interface DigitiseSources {
    Scan open(Path file, int page, int dpi);

    Outcome keep(Digitisation figure, Progress progress);
}
