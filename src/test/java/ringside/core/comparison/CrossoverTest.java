package ringside.core.comparison;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static ringside.core.comparison.Asked.RATE;
import static ringside.core.comparison.Asked.ranked;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Two platforms of which each is ahead in one half of a sweep; all numbers are made up. */
class CrossoverTest {
    /** KVM falls and Xen rises from 128 on: they meet at 4.5 doublings of 64, at 1,448. */
    private static Asked falling(int n) {
        var asked = new Asked();
        for (int k = 1; k <= 8; k++)
            for (String platform : List.of("host", "kvm", "xen-hvm")) {
                double share = platform.equals("host") ? 1 : platform.equals("kvm") ? 1 - 0.05 * k : 0.55 + 0.05 * k;
                asked.add(
                        "made-up",
                        platform,
                        "lmbench-mem",
                        RATE,
                        n,
                        10_000 * share,
                        0.005,
                        "block",
                        64 << k,
                        "operation",
                        "rd");
            }
        return asked;
    }

    @Test
    void whereTheyChangePlacesIsSaidWithItsIntervalWhereverAVerdictWouldHideIt() {
        try (Asked asked = falling(8)) {
            Answer answer = asked.answer(Need.of(Purpose.PROFILE_MEMORY));
            assertEquals(1, answer.crossovers().size());
            Crossover crossover = answer.crossovers().getFirst();
            assertEquals("kvm", crossover.below().platform());
            assertEquals("xen-hvm", crossover.above().platform());
            assertEquals("block", crossover.parameter());
            assertTrue(crossover.interval().contains(1448), crossover::toString);
            assertTrue(crossover.interval().low() > 1024 && crossover.interval().high() < 2048, crossover::toString);
            for (String platform : List.of("kvm", "xen-hvm"))
                assertTrue(
                        ranked(answer, platform).reasons().stream()
                                .anyMatch(reason -> reason.contains(crossover.text())),
                        ranked(answer, platform).reasons()::toString);
            assertEquals("lmbench-mem performance, operation rd", crossover.sweep());
        }
    }

    @Test
    void aClaimWhoseCountHidesACrossingSaysSo() {
        try (Asked asked = falling(8)) {
            for (int k = 9; k <= 12; k++)
                for (String platform : List.of("host", "kvm", "xen-hvm"))
                    asked.add(
                            "made-up",
                            platform,
                            "lmbench-mem",
                            RATE,
                            8,
                            platform.equals("host") ? 10_000 : platform.equals("kvm") ? 5_000 : 9_000,
                            0.005,
                            "block",
                            64 << k,
                            "operation",
                            "rd");
            Claim.BySet by = asked.answer(Need.DEFAULT).claims().get(1).sets().getFirst();
            assertEquals(Claim.Verdict.CONTRADICTED, by.verdict());
            assertTrue(
                    by.text().contains(" They change places along 1 sweep, first in lmbench-mem performance"),
                    by::text);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3})
    void whatWasNotRepeatedOftenEnoughCrossesNothingForSure(int n) {
        try (Asked asked = falling(n)) {
            assertEquals(List.of(), asked.answer(Need.DEFAULT).crossovers());
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {5, 10, 30})
    void equalsDoNotCross(int n) {
        try (var asked = new Asked()) {
            for (int k = 1; k <= 20; k++)
                for (String platform : List.of("host", "kvm", "xen-hvm", "virtualbox"))
                    asked.add("made-up", platform, "lmbench-mem", RATE, n, 10_000, 0.05, "block", 64 * k);
            assertEquals(List.of(), asked.answer(Need.DEFAULT).crossovers());
        }
    }
}
