import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import ringside.core.Progress;
import ringside.core.comparison.Answer;
import ringside.core.comparison.Claim;
import ringside.core.comparison.ClaimFile;
import ringside.core.comparison.Evidence;
import ringside.core.comparison.Finding;
import ringside.core.comparison.Need;
import ringside.core.comparison.Purpose;
import ringside.core.format.Content;
import ringside.core.format.Request;
import ringside.core.stats.Bootstrap;
import ringside.workbench.Workbench;

/**
 * Whole comparisons of equals: made-up sets of a host and three or ten guests that do not differ, through import and answer, and
 * how many of them say something that is not so. Deleted afterwards.
 */
final class Equals {
    private static final int ROUNDS = 200;
    private static final int ROUNDS_OF_MANY = 50;
    private static final Bootstrap BOOTSTRAP = new Bootstrap(2_000, 0.95, 1);
    private static final List<String> PLATFORMS = List.of("host", "kvm", "xen-hvm", "virtualbox");
    private static final List<String> MANY = List.of(
            "host", "kvm", "qemu", "xen-pv", "xen-hvm", "xen-pvh", "virtualbox", "libvirt-kvm", "docker", "firecracker", "gvisor");
    private static final List<String> PROGRAMS = List.of("hpl", "lmbench-ctx", "linpack", "schbench");
    private static final int POINTS = 2;

    /** What an answer on equals may say wrongly. */
    private record Said(boolean tooGood, boolean claim, boolean ahead, boolean crossing, boolean suspected) {}

    private final Path folder;

    private Equals(Path folder) {
        this.folder = folder;
    }

    static void measure(Path folder) throws IOException {
        var equals = new Equals(folder);
        System.out.printf(
                "%n| comparisons of equals, %,d each: a host and three guests, %d programs at %d points, noise 5 %% | called too"
                        + " good to be true | a claim supported or mixed | one guest ahead of another | curves cross"
                        + " |%n|---|---|---|---|---|%n",
                ROUNDS, PROGRAMS.size(), POINTS);
        for (int n : new int[] {1, 2, 3, 5, 10, 30}) equals.row(n);
        System.out.printf(
                "%n| ten equal guests, %,d comparisons each, %d programs at %d points | somebody ranked | called \"not the"
                        + " platform\" or a large overhead |%n|---|---|---|%n",
                ROUNDS_OF_MANY, PROGRAMS.size(), POINTS);
        var all = new ArrayList<Said>();
        for (Shape shape : Shape.values()) for (int n : new int[] {4, 5, 10}) all.addAll(equals.many(shape, n));
        System.out.printf("| all %,d | %s | %s |%n", all.size(), share(all, Said::ahead), share(all, Said::suspected));
        System.out.printf(
                "%n| equals on the whole, %,d comparisons each, n = 10, noise 1 %%: two guests, which"
                        + " each of %d programs changes by about | one guest ahead of the other |%n|---|---|%n",
                ROUNDS, PROGRAMS.size());
        for (double scatter : new double[] {0.05, 0.2, 0.5}) equals.scatter(scatter);
    }

    private void row(int n) throws IOException {
        List<Said> said = said(ROUNDS, n, Shape.NORMAL, 0, PLATFORMS);
        System.out.printf(
                "| n = %d | %s | %s | %s | %s |%n",
                n,
                share(said, Said::tooGood),
                share(said, Said::claim),
                share(said, Said::ahead),
                share(said, Said::crossing));
    }

    private List<Said> many(Shape shape, int n) throws IOException {
        List<Said> said = said(ROUNDS_OF_MANY, n, shape, 0, MANY);
        System.out.printf(
                "| %s, n = %d | %s | %s |%n",
                shape.says, n, share(said, Said::ahead), share(said, Said::suspected));
        return said;
    }

    /** How values scatter around their centre. */
    private enum Shape {
        NORMAL("normal, 5 %") {
            @Override
            double draw(Random random) {
                return Math.exp(0.05 * random.nextGaussian());
            }
        },
        NARROW("normal, 1 %") {
            @Override
            double draw(Random random) {
                return Math.exp(0.01 * random.nextGaussian());
            }
        },
        BIMODAL("two modes 20 % apart") {
            @Override
            double draw(Random random) {
                return (random.nextBoolean() ? 1 : 1.2) * Math.exp(0.001 * random.nextGaussian());
            }
        },
        EXPONENTIAL("exponential, 20 %") {
            @Override
            double draw(Random random) {
                return 1 - 0.2 * Math.log(1 - random.nextDouble());
            }
        },
        LOGNORMAL("lognormal, 20 %") {
            @Override
            double draw(Random random) {
                return Math.exp(0.2 * random.nextGaussian());
            }
        };

        private final String says;

        Shape(String says) {
            this.says = says;
        }

        abstract double draw(Random random);
    }

    private void scatter(double scatter) throws IOException {
        System.out.printf(
                "| %.0f %% | %s |%n",
                100 * scatter, share(said(ROUNDS, 10, Shape.NARROW, scatter, PLATFORMS.subList(0, 3)), Said::ahead));
    }

    private static String share(List<Said> said, Predicate<Said> what) {
        return "%.1f %%".formatted(100.0 * said.stream().filter(what).count() / said.size());
    }

    private List<Said> said(int rounds, int n, Shape shape, double scatter, List<String> platforms) throws IOException {
        Path csv = folder.resolve("equals.csv");
        write(csv, rounds, n, shape, scatter, platforms);
        try (Workbench workbench = Workbench.open("jdbc:h2:" + Files.createTempDirectory(folder, "store").resolve("s"))) {
            workbench.importing().read(Content.of(csv), Request.AUTOMATIC, Progress.SILENT);
            var sources = workbench.sources(Workbench.catalogue().matrix(), ClaimFile.bundled());
            return IntStream.range(0, rounds)
                    .mapToObj(round -> said(sources, Need.of(Purpose.PROFILE_CPU).withSets(new TreeSet<>(List.of("s" + round)))))
                    .toList();
        }
    }

    private static Said said(Answer.Sources sources, Need need) {
        Answer answer = Answer.of(need, sources, Evidence.read(sources.store(), need, BOOTSTRAP));
        return new Said(
                answer.findings().stream().anyMatch(finding -> finding.kind() == Finding.Kind.TOO_GOOD),
                answer.claims().stream()
                        .anyMatch(claim -> claim.verdict() == Claim.Verdict.SUPPORTED
                                || claim.verdict() == Claim.Verdict.MIXED),
                answer.ranking().stream().anyMatch(ranked -> ranked.rank() > 1 && ranked.reasons().stream()
                        .anyMatch(reason -> reason.startsWith("Behind "))),
                !answer.crossovers().isEmpty(),
                answer.findings().stream()
                        .anyMatch(finding -> finding.kind() == Finding.Kind.IMPLAUSIBLE
                                || finding.kind() == Finding.Kind.LARGE));
    }

    private static void write(Path file, int rounds, int n, Shape shape, double scatter, List<String> platforms) throws IOException {
        var random = new Random(42);
        // Curves of every two of ten guests would be looked at for crossings, which is not asked there
        String sweep = platforms.equals(MANY) ? "part " : "";
        try (var out = new PrintWriter(Files.newBufferedWriter(file))) {
            out.println("set,platform,configuration,benchmark,metric,unit,better,value,repetition,parameters");
            for (int round = 0; round < rounds; round++)
                for (String program : PROGRAMS) {
                    // All guests stay below their host, so that none is too good to be true by what it prefers
                    Map<String, Double> level = new TreeMap<>(Map.of("host", 1000.0));
                    for (String guest : platforms.subList(1, platforms.size()))
                        level.put(guest, scatter == 0 ? 1000 : 200 * Math.exp(scatter * random.nextGaussian()));
                    for (int point = 1; point <= POINTS; point++)
                        for (String platform : platforms)
                            for (int i = 1; i <= n; i++)
                                out.println("s" + round + "," + platform + "," + platform + "," + program + ",rate,x,higher,"
                                        + level.get(platform) * shape.draw(random) + "," + i + ",x=" + sweep + point);
                }
        }
    }
}
