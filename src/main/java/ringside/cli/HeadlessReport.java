package ringside.cli;

import java.nio.file.Path;
import ringside.core.comparison.Answer;
import ringside.core.comparison.Need;
import ringside.core.feature.FeatureMatrix;
import ringside.workbench.Workbench;

/** The guided comparison with its defaults, as files: what the program does where it has no window to show. */
public final class HeadlessReport {
    private final Workbench workbench;

    public HeadlessReport(Workbench workbench) {
        this.workbench = workbench;
    }

    /** Writes the report on all sets of the store into the folder. */
    public void write(Path folder) {
        FeatureMatrix matrix = Workbench.catalogue().matrix();
        Answer answer = Answer.of(Need.DEFAULT, workbench.sources(matrix, Workbench.claims()));
        workbench.report(matrix).write(answer, folder);
    }
}
