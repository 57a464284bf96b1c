package ringside.workbench;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import ringside.core.feature.Catalogue;
import ringside.core.feature.Column;
import ringside.core.feature.Feature;
import ringside.core.probe.Probe;
import ringside.core.probe.Question;

class ProbedCellsTest {
    private static final List<Question> ASKED =
            Hosts.probes().stream().flatMap(probe -> probe.questions().stream()).toList();

    @Test
    void eachCellIsAskedByOneProbeOnly() {
        var seen = new HashSet<Question>();
        assertEquals(
                List.of(),
                ASKED.stream().filter(question -> !seen.add(question)).toList());
    }

    @Test
    void eachProbeHasAnIdOfItsOwn() {
        List<String> ids = Hosts.probes().stream().map(Probe::id).toList();
        assertEquals(List.copyOf(new HashSet<>(ids)).size(), ids.size());
    }

    @Test
    void eachQuestionIsACellOfTheMatrix() {
        var matrix = Catalogue.bundled().matrix();
        var features = matrix.features().stream().map(Feature::id).toList();
        var platforms = matrix.columns().stream().map(Column::id).toList();
        assertEquals(
                List.of(),
                ASKED.stream()
                        .filter(question ->
                                !features.contains(question.feature()) || !platforms.contains(question.platform()))
                        .toList());
    }
}
