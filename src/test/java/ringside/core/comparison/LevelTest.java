package ringside.core.comparison;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LevelTest {
    private static final double MARGIN = Math.log(1.03);

    private static Map<Integer, Map<String, List<Level>>> classes(double[]... logs) {
        var classes = new TreeMap<Integer, Map<String, List<Level>>>();
        for (double[] each : logs) {
            var programs = new TreeMap<String, List<Level>>();
            for (double log : each) programs.put("p" + programs.size(), List.of(new Level(log, 0.003, 1, 1)));
            classes.put(classes.size(), programs);
        }
        return classes;
    }

    /** Of classes that count alike. */
    private static Level overall(double[]... logs) {
        return Level.mean(Level.ofClasses(classes(logs), MARGIN).values(), logs.length);
    }

    @Test
    void oneClassThatDisagreesDoesNotHideWhatTheOthersShow() {
        assertTrue(overall(new double[] {3, 3.4, 3.9}, new double[] {3.2, 3.6}, new double[] {-0.3, 0.3})
                .isAhead(MARGIN));
    }

    @Test
    void programsOfOneClassAloneThatDisagreeTellNothing() {
        Level level = Level.ofPrograms(classes(new double[] {-0.3, 0.4}).getOrDefault(0, Map.of()), MARGIN);
        assertEquals(0.05, level.log(), 1e-12);
        assertTrue(!level.isAhead(MARGIN) && !level.isLevel(MARGIN), level::toString);
    }

    @Test
    void aProgramThatIsSurelyTheOtherWayCountsHoweverLittleItIs() {
        Level level = overall(new double[] {0.08, 0.06, 0.02, -0.01});
        assertTrue(level.log() > MARGIN && !level.isAhead(MARGIN), level::toString);
    }

    @Test
    void programsThatPointOneWayCountAsWellAsTheyWereMeasured() {
        Level level = overall(new double[] {0.1, 0.5});
        assertEquals(0.003 / Math.sqrt(2), level.error(), 1e-12);
    }

    @Test
    void equalsMeasuredWithNoiseAloneAreNeverToldApart() {
        assertEquals(0, toldApart(0, 0.003, 5, 3, 2));
    }

    /** Equal on the whole, though each program prefers one of them by about this much. */
    @ParameterizedTest
    @ValueSource(doubles = {0.05, 0.2, 1})
    void equalsWhoseProgramsScatterAreToldApartInAtMostOneOfTwenty(double scatter) {
        for (int[] shape : List.of(new int[] {5, 3, 2}, new int[] {10, 2, 1}, new int[] {4, 4, 4}, new int[] {8})) {
            int found = toldApart(scatter, 0.003, shape);
            assertTrue(found <= 70, () -> Arrays.toString(shape) + ", " + scatter + ": " + found + " of 1000");
        }
    }

    private static int toldApart(double scatter, double noise, int... shape) {
        var random = new Random(11);
        int apart = 0;
        for (int round = 0; round < 1_000; round++) {
            var logs = new ArrayList<double[]>();
            for (int n : shape)
                logs.add(random.doubles(n)
                        .map(any -> scatter * random.nextGaussian() + noise * random.nextGaussian())
                        .toArray());
            Level level = overall(logs.toArray(double[][]::new));
            if (level.isAhead(MARGIN) || level.inverse().isAhead(MARGIN)) apart++;
        }
        return apart;
    }
}
