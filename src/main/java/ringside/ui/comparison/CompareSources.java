package ringside.ui.comparison;

import java.nio.file.Path;
import ringside.core.comparison.Answer;
import ringside.core.feature.FeatureMatrix;

/** What an answer is made of, and how it is handed on; called on worker threads only. */
public interface CompareSources {
    FeatureMatrix matrix();

    Answer.Sources of(FeatureMatrix matrix);

    void report(Answer answer, FeatureMatrix matrix, Path folder);
}
