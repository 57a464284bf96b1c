package ringside.core.bench.suite;

import java.util.List;
import java.util.Optional;
import ringside.core.bench.Benchmark;

/** Every benchmark that can be measured, in the order of lists. */
public final class Suite {
    private static final List<Benchmark> ALL = List.of(
            new Hpl(),
            new LmbenchContextSwitch(),
            new ContextSwitching(),
            new LmbenchMemory(),
            new Cachebench(),
            new IozoneBenchmark(),
            new Fio(),
            new SysbenchBenchmark());

    private Suite() {}

    public static List<Benchmark> all() {
        return ALL;
    }

    public static Optional<Benchmark> byId(String id) {
        return ALL.stream().filter(benchmark -> benchmark.id().equals(id)).findFirst();
    }
}
