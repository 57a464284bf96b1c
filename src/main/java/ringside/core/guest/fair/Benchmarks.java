package ringside.core.guest.fair;

import java.util.ArrayList;
import java.util.List;

/** The ids of benchmarks by what they load. */
final class Benchmarks {
    static final List<String> CPU = List.of("hpl", "hpcc", "lmbench", "lmbench-ctx", "context-switch", "sysbench");
    static final List<String> MEMORY = List.of("lmbench-mem", "cachebench", "hpcc", "lmbench");
    static final List<String> DISK = List.of("iozone", "fio");
    static final List<String> NETWORK = List.of("lmbench");
    static final List<String> CPU_AND_MEMORY = together(CPU, MEMORY);
    static final List<String> MEMORY_AND_DISK = together(together(MEMORY, DISK), List.of("hpl"));
    static final List<String> ALL = together(CPU_AND_MEMORY, DISK);

    private Benchmarks() {}

    private static List<String> together(List<String> first, List<String> second) {
        var all = new ArrayList<>(first);
        second.stream().filter(one -> !all.contains(one)).forEach(all::add);
        return List.copyOf(all);
    }
}
