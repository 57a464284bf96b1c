package ringside.ui.comparison;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import ringside.core.comparison.Answer;
import ringside.core.comparison.Evidence;
import ringside.core.comparison.Purpose;
import ringside.core.feature.FeatureMatrix;
import ringside.ui.kit.Background;
import ringside.workbench.Workbench;

class CompareModelTest {
    private final Workbench workbench = Workbench.open("jdbc:h2:mem:" + UUID.randomUUID());
    private int matrices;
    private final CompareModel model =
            new CompareModel(new Background(Runnable::run, Runnable::run), new CompareSources() {
                @Override
                public FeatureMatrix matrix() {
                    matrices++;
                    return Workbench.catalogue().matrix();
                }

                @Override
                public Answer.Sources of(FeatureMatrix matrix) {
                    return workbench.sources(matrix, List.of());
                }

                @Override
                public void report(Answer answer, FeatureMatrix matrix, Path folder) {
                    throw new AssertionError("nobody asked for a report");
                }
            });

    @AfterEach
    void close() {
        workbench.close();
    }

    private Evidence evidence() {
        return model.state().answer().orElseThrow().evidence();
    }

    @Test
    void otherWeightsAreAnsweredFromWhatWasReadAlready() {
        model.load();
        model.change(need -> need.withSets(new TreeSet<>(List.of("tub-2018-a"))));
        Evidence read = evidence();
        model.change(need -> need.withWeights(Purpose.HPC.weights()));
        assertSame(read, evidence());
        model.change(need -> need.withDifference(0.05));
        assertNotSame(read, evidence());
        assertEquals(1, matrices);
    }

    @Test
    void whatHasChangedSinceIsReadAnew() {
        model.change(need -> need.withSets(new TreeSet<>(List.of("tub-2018-a"))));
        Evidence read = evidence();
        model.load();
        assertNotSame(read, evidence());
        assertEquals(2, matrices);
    }
}
