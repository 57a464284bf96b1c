package ringside.core.stats;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The same data given to SciPy, which many trust, must give the same numbers. */
class ScipyTest {
    private static final String SCRIPT = """
            import sys
            import numpy as np
            from scipy import stats
            for line in open(sys.argv[1]):
                a, b = [np.array([float(v) for v in part.split()]) for part in line.split('|')]
                ties = len(set(a) | set(b)) < len(a) + len(b)
                exact = len(a) * len(b) <= 2500 and not ties
                p = stats.mannwhitneyu(a, b, alternative='two-sided', method='exact' if exact else 'asymptotic').pvalue
                slope = stats.theilslopes(a)[0] * (len(a) - 1) / abs(np.median(a))
                print(repr(float(p)), *[repr(float(v)) for v in (np.median(a), a.mean(), a.std(ddof=1),
                      np.percentile(a, 25), np.percentile(a, 75), slope)])
            """;

    @TempDir
    private Path folder;

    @Test
    void scipyGivesTheSameNumbers() throws IOException, InterruptedException {
        String python = python();
        var random = new Random(11);
        double[][][] data = new double[60][][];
        for (int i = 0; i < data.length; i++) {
            int n = 5 + random.nextInt(i % 10 == 0 ? 200 : 20);
            int m = 5 + random.nextInt(20);
            boolean tied = i % 3 == 0;
            data[i] = new double[][] {values(random, n, tied), values(random, m, tied)};
        }
        Path file = Files.writeString(
                folder.resolve("data.txt"),
                Arrays.stream(data)
                        .map(pair -> words(pair[0]) + "|" + words(pair[1]))
                        .collect(Collectors.joining("\n")));
        Path script = Files.writeString(folder.resolve("against.py"), SCRIPT);
        List<String> lines = run(List.of(python, script.toString(), file.toString()));
        assertEquals(data.length, lines.size(), lines::toString);
        for (int i = 0; i < data.length; i++) {
            double[] theirs = Arrays.stream(lines.get(i).split(" "))
                    .mapToDouble(Double::parseDouble)
                    .toArray();
            Spread spread = Spread.of(data[i][0]);
            double[] ours = {
                RankSum.p(data[i][0], data[i][1]),
                spread.median(),
                spread.mean(),
                spread.deviation(),
                spread.lowerQuartile(),
                spread.upperQuartile(),
                Drift.of(data[i][0]).change()
            };
            Assertions.assertArrayEquals(theirs, ours, 1e-9, "data set " + i);
        }
    }

    private static double[] values(Random random, int n, boolean tied) {
        return random.doubles(n, 10, 20)
                .map(value -> tied ? Math.rint(value) : value)
                .toArray();
    }

    private static String words(double[] values) {
        return Arrays.stream(values).mapToObj(Double::toString).collect(Collectors.joining(" "));
    }

    private static String python() throws IOException, InterruptedException {
        Optional<String> found = Optional.empty();
        for (String candidate : List.of("/usr/bin/python3", "python3"))
            if (found.isEmpty() && answers(candidate)) found = Optional.of(candidate);
        boolean required = "required".equals(System.getProperty("ringside.lab"));
        if (found.isEmpty() && required) Assertions.fail("python3 with scipy is missing: install python3-scipy");
        Assumptions.assumeTrue(found.isPresent(), "python3 with scipy is not installed");
        return found.orElseThrow();
    }

    private static boolean answers(String python) throws InterruptedException {
        try {
            return new ProcessBuilder(python, "-c", "import scipy.stats")
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException missing) {
            return false;
        }
    }

    private static List<String> run(List<String> command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, process.waitFor(), said);
        return said.lines().toList();
    }
}
