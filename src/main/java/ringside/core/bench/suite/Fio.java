package ringside.core.bench.suite;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import ringside.core.bench.Benchmark;
import ringside.core.bench.Knob;
import ringside.core.bench.Machine;
import ringside.core.bench.Measurement;
import ringside.core.bench.Measurement.Cores;
import ringside.core.bench.Need;
import ringside.core.bench.Programs;
import ringside.core.bench.Settings;
import ringside.core.format.FioJson;
import ringside.core.format.ToolFormat;
import ringside.core.result.Metric;
import ringside.core.result.Parameters;

/** fio: throughput, operations and latencies of one file, past the page cache, for a time. */
public final class Fio implements Benchmark {
    private static final String PROGRAM = "fio";

    @Override
    public String id() {
        return "fio";
    }

    @Override
    public String title() {
        return "fio";
    }

    @Override
    public String summary() {
        return "Throughput, operations a second and latencies of a disk, by pattern, block size and queue depth.";
    }

    @Override
    public ToolFormat format(Programs programs) {
        return new FioJson();
    }

    @Override
    public boolean usesDisk() {
        return true;
    }

    @Override
    public List<Need> needs() {
        Need.Offer fio = Need.Offer.of(PROGRAM);
        return List.of(new Need.Packaged(
                PROGRAM,
                List.of(),
                Map.of("debian", fio, "ubuntu", fio, "fedora", fio, "rhel", fio, "opensuse", fio, "alpine", fio),
                false));
    }

    @Override
    public List<Knob> knobs() {
        return List.of(
                Knob.swept(
                        "rw",
                        new Knob.Kind.Word(List.of("read", "write", "randread", "randwrite", "randrw")),
                        "the pattern",
                        "read",
                        "write",
                        "randread",
                        "randwrite"),
                Knob.swept("bs", new Knob.Kind.Bytes(512, 64 << 20), "size of the blocks", "4k", "64k"),
                Knob.swept("iodepth", new Knob.Kind.Whole(1, 1024), "requests at the same time", "1", "16"),
                Knob.fixed("file", new Knob.Kind.Bytes(4 << 10, 1L << 40), "size of the file", "128m"),
                Knob.fixed("seconds", new Knob.Kind.Whole(1, 3600), "seconds that each point lasts", "5"));
    }

    @Override
    public List<Measurement> measurements(Settings settings, Machine machine, Programs programs) {
        var measurements = new ArrayList<Measurement>();
        for (String rw : settings.words("rw"))
            for (String bs : settings.words("bs"))
                for (String depth : settings.words("iodepth"))
                    measurements.add(measurement(rw, bs, depth, settings, machine, programs));
        return measurements;
    }

    @Override
    public List<Result> results(Measurement measurement) {
        return List.of(new Result(Metric.higher("throughput", "KiB/s"), measurement.point()));
    }

    private static Measurement measurement(
            String rw, String bs, String depth, Settings settings, Machine machine, Programs programs) {
        String disk = machine.facts().get(Machine.DISK);
        // The file is laid out first, and the program takes a moment to start and end
        Duration expected = Duration.ofMillis(1500 + 1000 * settings.only("seconds"));
        return new Measurement(
                "fio",
                Parameters.of("rw", rw, "bs", bs, "iodepth", depth, "size", settings.word("file")),
                disk == null ? Parameters.NONE : Parameters.of(Machine.DISK, disk),
                List.of(),
                List.of(
                        programs.path(PROGRAM),
                        "--output-format=json",
                        "--name=ringside",
                        "--filename=fio.tmp",
                        "--ioengine=libaio",
                        "--direct=1",
                        "--rw=" + rw,
                        "--bs=" + bs,
                        "--iodepth=" + depth,
                        "--size=" + settings.word("file"),
                        "--time_based",
                        "--runtime=" + settings.only("seconds")),
                Cores.started(1),
                new Measurement.Output.Standard(),
                expected,
                expected.multipliedBy(5).plusMinutes(2));
    }
}
