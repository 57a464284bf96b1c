package ringside.core.bench.suite;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import ringside.core.bench.Benchmark;
import ringside.core.bench.Knob;
import ringside.core.bench.Machine;
import ringside.core.bench.Measurement;
import ringside.core.bench.Measurement.Cores;
import ringside.core.bench.Measurement.InputFile;
import ringside.core.bench.Need;
import ringside.core.bench.Programs;
import ringside.core.bench.Settings;
import ringside.core.format.Hpcc;
import ringside.core.format.ToolFormat;
import ringside.core.result.Metric;
import ringside.core.result.Parameters;

/**
 * High Performance Linpack: dense linear equations, one MPI process a core. Where there is no {@code xhpl}, HPC
 * Challenge's {@code hpcc} is run, which contains it and measures more.
 */
public final class Hpl implements Benchmark {
    private static final String XHPL = "xhpl";
    private static final String HPCC = "hpcc";

    /** What a core computes at least, for a first estimate. */
    private static final double SLOW_CORE = 4e9;

    /** The tuning that HPL's own sample file has, but for one combination instead of many. */
    private static final String TUNING = """
            16.0         threshold
            1            # of panel fact
            2            PFACTs (0=left, 1=Crout, 2=Right)
            1            # of recursive stopping criterium
            4            NBMINs (>= 1)
            1            # of panels in recursion
            2            NDIVs
            1            # of recursive panel fact.
            1            RFACTs (0=left, 1=Crout, 2=Right)
            1            # of broadcast
            1            BCASTs (0=1rg,1=1rM,2=2rg,3=2rM,4=Lng,5=LnM)
            1            # of lookahead depth
            1            DEPTHs (>=0)
            2            SWAP (0=bin-exch,1=long,2=mix)
            64           swapping threshold
            0            L1 in (0=transposed,1=no-transposed) form
            0            U  in (0=transposed,1=no-transposed) form
            1            Equilibration (0=no,1=yes)
            8            memory alignment in double (> 0)
            """;

    @Override
    public String id() {
        return "hpl";
    }

    @Override
    public String title() {
        return "HPL (Linpack)";
    }

    @Override
    public String summary() {
        return "Floating point speed of all cores together, solving a large system of linear equations.";
    }

    @Override
    public ToolFormat format(Programs programs) {
        return programs.has(XHPL) ? new ringside.core.format.Hpl() : new Hpcc();
    }

    @Override
    public List<Need> needs() {
        return List.of(
                new Need.Packaged(
                        "mpirun",
                        List.of("/usr/lib64/openmpi/bin/mpirun", "/usr/lib64/mpich/bin/mpirun"),
                        Map.of(
                                "debian", Need.Offer.of("openmpi-bin"),
                                "ubuntu", Need.Offer.of("openmpi-bin"),
                                "fedora", Need.Offer.of("openmpi"),
                                "rhel", Need.Offer.of("openmpi"),
                                "arch", Need.Offer.of("openmpi"),
                                "alpine", Need.Offer.of("openmpi")),
                        false),
                new Need.Packaged(
                        XHPL,
                        List.of("/usr/lib64/openmpi/bin/xhpl_openmpi", "/usr/lib64/mpich/bin/xhpl_mpich"),
                        Map.of("fedora", Need.Offer.of("hpl-openmpi")),
                        true),
                new Need.Packaged(
                        HPCC,
                        List.of(),
                        Map.of("debian", Need.Offer.of("hpcc"), "ubuntu", Need.Offer.of("hpcc")),
                        true));
    }

    @Override
    public List<Knob> knobs() {
        return List.of(
                Knob.swept("cores", new Knob.Kind.Whole(1, 4096), "MPI processes, one a core", "1", "2", "4", "8"),
                Knob.swept(
                        "n",
                        new Knob.Kind.Whole(1, 10_000_000),
                        "size of the problem; without it, as large as the share of memory holds"),
                Knob.swept("nb", new Knob.Kind.Whole(1, 4096), "size of the blocks", "128"),
                Knob.fixed("memory_percent", new Knob.Kind.Whole(1, 95), "memory that the matrix fills", "80"));
    }

    @Override
    public List<Measurement> measurements(Settings settings, Machine machine, Programs programs) {
        var measurements = new ArrayList<Measurement>();
        for (long nb : settings.numbers("nb"))
            for (long n : sizes(settings, machine, nb))
                for (int cores : machine.cores(settings.numbers("cores")))
                    measurements.add(measurement(new Problem(n, nb, cores), programs));
        return measurements;
    }

    private static List<Long> sizes(Settings settings, Machine machine, long nb) {
        List<Long> told = settings.numbers("n");
        if (!told.isEmpty()) return told;
        double elements = machine.memory() / 100.0 * settings.only("memory_percent") / Double.BYTES;
        return List.of(Math.max(1, (long) Math.sqrt(elements) / nb) * nb);
    }

    @Override
    public List<Result> results(Measurement measurement) {
        int cores = measurement.cores().count();
        int rows = Problem.rows(cores);
        Parameters grid = Parameters.of("p", rows, "q", cores / rows);
        return List.of(new Result(
                Metric.higher("performance", "Gflop/s"), measurement.point().with(grid)));
    }

    private static Measurement measurement(Problem problem, Programs programs) {
        boolean alone = programs.has(XHPL);
        double seconds = problem.operations() / (SLOW_CORE * problem.cores());
        Duration expected = Duration.ofMillis((long) (1000 * (alone ? 1 + seconds : 2 + 3 * seconds)));
        return new Measurement(
                "hpl",
                Parameters.of("cores", problem.cores(), "n", problem.n(), "nb", problem.nb()),
                Parameters.NONE,
                List.of(new InputFile(alone ? "HPL.dat" : "hpccinf.txt", problem.text())),
                command(problem.cores(), programs, programs.path(alone ? XHPL : HPCC)),
                Cores.started(problem.cores()),
                alone ? new Measurement.Output.Standard() : new Measurement.Output.File("hpccoutf.txt"),
                expected,
                expected.multipliedBy(10).plusMinutes(2));
    }

    /** BLAS would start threads of its own, and Open MPI refuses to be run by root unless it is told twice. */
    private static List<String> command(int cores, Programs programs, String program) {
        Stream<String> environment = Stream.of(
                "OMP_NUM_THREADS=1",
                "OPENBLAS_NUM_THREADS=1",
                "OMPI_ALLOW_RUN_AS_ROOT=1",
                "OMPI_ALLOW_RUN_AS_ROOT_CONFIRM=1");
        Stream<String> started = Stream.of(programs.path("mpirun"), "-n", String.valueOf(cores), program);
        return Stream.of(Stream.of("env"), environment, started)
                .flatMap(part -> part)
                .toList();
    }

    /** One problem on a grid of processes that is as square as may be, with P not above Q. */
    private record Problem(long n, long nb, int cores) {
        static int rows(int cores) {
            int rows = (int) Math.sqrt(cores);
            while (cores % rows != 0) rows--;
            return rows;
        }

        double operations() {
            return 2.0 / 3 * n * n * n + 2.0 * n * n;
        }

        String text() {
            return """
                    HPLinpack benchmark input file
                    Written by Ringside
                    HPL.out      output file name (if any)
                    6            device out (6=stdout,7=stderr,file)
                    1            # of problems sizes (N)
                    %-12s Ns
                    1            # of NBs
                    %-12s NBs
                    0            PMAP process mapping (0=Row-,1=Column-major)
                    1            # of process grids (P x Q)
                    %-12s Ps
                    %-12s Qs
                    """.formatted(n, nb, rows(cores), cores / rows(cores)) + TUNING;
        }
    }
}
