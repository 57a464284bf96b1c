package ringside.core.format;

import java.util.List;
import java.util.Optional;
import ringside.core.result.Run;

/** Every import format there is. Adding one is a class and a line here. */
public final class Formats {
    private final List<Format> all;

    public Formats(List<Format> all) {
        this.all = List.copyOf(all);
    }

    /** The formats of benchmark tools' own outputs. */
    public static List<ToolFormat> tools() {
        return List.of(
                new Hpcc(),
                new Hpl(),
                new LmbenchResults(),
                new Lmbench(),
                new ContextSwitch(),
                new CacheBench(),
                new Iozone(),
                new IozoneReport(),
                new FioJson(),
                new Sysbench(),
                new Hyperfine(),
                new GoogleBenchmark(),
                new Jmh());
    }

    /** The formats of files that describe the machines they come from. */
    public static List<StreamFormat> streams() {
        return List.of(new Pts(), new PerfKit());
    }

    public List<Format> all() {
        return all;
    }

    public Optional<Format> byId(String id) {
        return all.stream().filter(format -> format.id().equals(id)).findFirst();
    }

    /** The format that read a run's raw output; of a table that is its mapping as well. */
    public Optional<Format> reader(Run.Raw raw) {
        Optional<Format> table = MappedTable.reader(raw).map(Format.class::cast);
        return table.or(() -> byId(raw.format()));
    }

    public Optional<Format> recognise(Head head) {
        return all.stream().filter(format -> format.recognises(head)).findFirst();
    }
}
