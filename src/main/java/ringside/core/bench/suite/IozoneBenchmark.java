package ringside.core.bench.suite;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.IntStream;
import ringside.core.bench.Benchmark;
import ringside.core.bench.Knob;
import ringside.core.bench.Machine;
import ringside.core.bench.Measurement;
import ringside.core.bench.Measurement.Cores;
import ringside.core.bench.Need;
import ringside.core.bench.Programs;
import ringside.core.bench.Settings;
import ringside.core.format.Iozone;
import ringside.core.format.ToolFormat;
import ringside.core.result.Metric;
import ringside.core.result.Parameters;

/** IOzone: throughput of reading and writing one file in records. */
public final class IozoneBenchmark implements Benchmark {
    private static final String PROGRAM = "iozone";
    private static final String DIRECT = "direct";
    private static final String LARGER = "larger-than-memory";

    /** Its tests by number; each measures one or two operations. */
    private static final List<List<String>> TESTS = List.of(
            List.of("write", "rewrite"),
            List.of("read", "reread"),
            List.of("random-read", "random-write"),
            List.of("backward-read"),
            List.of("record-rewrite"),
            List.of("stride-read"),
            List.of("fwrite", "frewrite"),
            List.of("fread", "freread"));

    /** What a disk moves in a second at least, for a first estimate. */
    private static final double SLOW_DISK = 100e6;

    @Override
    public String id() {
        return "iozone";
    }

    @Override
    public String title() {
        return "IOzone";
    }

    @Override
    public String summary() {
        return "Throughput of reading and writing files, by their size and that of the records.";
    }

    @Override
    public ToolFormat format(Programs programs) {
        return new Iozone();
    }

    @Override
    public boolean usesDisk() {
        return true;
    }

    @Override
    public List<Need> needs() {
        return List.of(new Need.Packaged(
                PROGRAM,
                List.of(),
                Map.of(
                        "debian",
                        new Need.Offer("iozone3", "it is in the archive area non-free"),
                        "ubuntu",
                        new Need.Offer("iozone3", "it is in the archive area multiverse"),
                        "opensuse",
                        new Need.Offer("iozone", "it is in the repository non-oss"),
                        "alpine",
                        new Need.Offer("iozone", "it is in the repository community")),
                false));
    }

    @Override
    public List<Knob> knobs() {
        return List.of(
                Knob.swept(
                        "operation",
                        new Knob.Kind.Word(TESTS.stream().flatMap(List::stream).toList()),
                        "what is done with the file; it is written first in any case",
                        "write",
                        "read",
                        "random-read",
                        "random-write"),
                Knob.swept(
                        "file",
                        new Knob.Kind.Bytes(4 << 10, 1L << 40),
                        "size of the file",
                        "1m",
                        "2m",
                        "4m",
                        "8m",
                        "16m",
                        "32m",
                        "64m",
                        "128m",
                        "256m",
                        "512m"),
                Knob.swept("record", new Knob.Kind.Bytes(4 << 10, 16 << 20), "size of the records", "64k"),
                Knob.fixed(
                        "caching",
                        new Knob.Kind.Word(List.of(DIRECT, LARGER, "page-cache")),
                        "how the page cache of the measured system is kept out: O_DIRECT, a file of twice its"
                                + " memory instead of the sizes told, or not at all",
                        DIRECT));
    }

    /** One call measures all operations. */
    @Override
    public List<Measurement> measurements(Settings settings, Machine machine, Programs programs) {
        long larger = ((2 * machine.memory()) >> 20) << 20;
        List<Long> files = settings.word("caching").equals(LARGER) ? List.of(larger) : settings.numbers("file");
        var measurements = new ArrayList<Measurement>();
        for (long file : files)
            for (long record : settings.numbers("record"))
                if (record <= file) measurements.add(measurement(file, record, settings, machine, programs));
        return measurements;
    }

    @Override
    public List<Result> results(Measurement measurement) {
        List<String> command = measurement.command();
        return IntStream.range(1, command.size())
                .filter(i -> command.get(i - 1).equals("-i"))
                .mapToObj(i -> TESTS.get(Integer.parseInt(command.get(i))))
                .flatMap(List::stream)
                .map(operation -> new Result(
                        Metric.higher("throughput", "KB/s"),
                        measurement.point().with(measurement.given()).with("operation", operation)))
                .toList();
    }

    private static Measurement measurement(
            long file, long record, Settings settings, Machine machine, Programs programs) {
        var tests = new TreeSet<Integer>(List.of(0));
        for (int test = 0; test < TESTS.size(); test++)
            if (TESTS.get(test).stream().anyMatch(settings.words("operation")::contains)) tests.add(test);
        Duration expected = Duration.ofMillis((long) (50 + 1000 * tests.size() * 2.0 * file / SLOW_DISK));
        return new Measurement(
                "iozone",
                Parameters.of("caching", settings.word("caching"), "file_kb", file >> 10, "record_kb", record >> 10),
                given(settings, machine),
                List.of(),
                command(file, record, List.copyOf(tests), settings, programs),
                Cores.started(1),
                new Measurement.Output.Standard(),
                expected,
                expected.multipliedBy(20).plusMinutes(2));
    }

    private static Parameters given(Settings settings, Machine machine) {
        Parameters caching = Parameters.of("caching", settings.word("caching"));
        String disk = machine.facts().get(Machine.DISK);
        return disk == null ? caching : caching.with(Machine.DISK, disk);
    }

    /** Flushing belongs to the time of a write: without it the page cache would be measured. */
    private static List<String> command(
            long file, long record, List<Integer> tests, Settings settings, Programs programs) {
        var command = new ArrayList<String>(List.of(programs.path(PROGRAM), "-e"));
        if (settings.word("caching").equals(DIRECT)) command.add("-I");
        for (int test : tests) command.addAll(List.of("-i", String.valueOf(test)));
        command.addAll(List.of("-s", (file >> 10) + "k", "-r", (record >> 10) + "k", "-f", "iozone.tmp"));
        return command;
    }
}
