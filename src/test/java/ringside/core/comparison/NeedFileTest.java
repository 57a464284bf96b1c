package ringside.core.comparison;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import ringside.core.RingsideException;
import ringside.core.feature.Era;

class NeedFileTest {
    private static Need read(String text) {
        return NeedFile.read("need.yaml", text, Asked.MATRIX);
    }

    @ParameterizedTest
    @EnumSource(Purpose.class)
    void whatIsWrittenReadsAsTheSameNeed(Purpose purpose) {
        Need need = Need.of(purpose);
        assertEquals(need, read(NeedFile.write(need)));
    }

    @Test
    void namesOfAnyKindSurviveTheFile() {
        var sets = new TreeSet<>(
                List.of("plain", "true", "with: colon", "# no comment", "\"quoted\" \\ ünï ☃", "12", "-"));
        Need need = new Need(
                "",
                Weights.of(Area.CPU, 3, Area.NETWORK, 997),
                Need.needs(List.of("live-migration"), List.of("tpm", "trim"), Era.SPRING_2013),
                0.0175,
                sets,
                Optional.of("KVM \"tuned\": 20 Aug\u0085 #2"));
        assertEquals(need, read(NeedFile.write(need)));
    }

    @Test
    void aShortFileTakesTheRestFromItsPurpose() {
        assertEquals(Need.of(Purpose.TEACHING), read("purpose: teaching\n"));
        assertEquals(
                Need.of(Purpose.TEACHING).withDifference(0.05).features(),
                read("purpose: teaching\ndifference: 5 %\n").features());
        assertEquals(
                List.of(),
                List.copyOf(read("purpose: teaching\nmust: []\n").features().must()));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'' | 1 | empty",
                "'- a' | 1 | not a need",
                "'must: []' | 1 | neither purpose nor weights",
                "'purpose: gaming' | 1 | purpose: allowed are server-consolidation",
                "'purpose: hpc;weight: 3' | 2 | unknown key \"weight\"",
                "'purpose: hpc;weights: {cpu: many}' | 2 | weights.cpu: a whole number from 0 to 1000, not \"many\"",
                "'purpose: hpc;weights:;  gpu: 3' | 3 | weights: no class \"gpu\"",
                "'purpose: hpc;weights: {cpu: 0}' | 2 | weights: at least one class counts",
                "'purpose: hpc;must:;  - live-migration;  - live-migraton' | 4 | must: there is no feature \"live-migraton\"; near it: live-migration",
                "'purpose: hpc;difference: 0' | 2 | difference: percent, above 0 and below 100",
                "'purpose: hpc;difference: -3' | 2 | difference: percent, above 0 and below 100",
                "'purpose: hpc;year: 2012' | 2 | year: 2013 or now",
                "'purpose: hpc;sets: bench' | 2 | sets: a list",
                "'purpose: hpc;reference: [a]' | 2 | reference: one value",
                "'purpose: hpc;purpose: cpu' | 2 | stands on line 1 already",
                "'purpose: !!java.net.URL hpc' | 1 | a tag",
                "'ringside-need: 2;purpose: hpc' | 1 | this version of Ringside reads 1",
            })
    void aWrongLineIsNamedWithWhatIsAllowedThere(String text, int line, String reason) {
        var refused = assertThrows(RingsideException.class, () -> read(text.replace(';', '\n')));
        String start = "need.yaml, line " + line + ": ";
        assertEquals(
                start,
                refused.problem()
                        .substring(0, Math.min(start.length(), refused.problem().length())),
                refused.problem());
        assertEquals(true, refused.problem().contains(reason), refused.problem());
    }
}
