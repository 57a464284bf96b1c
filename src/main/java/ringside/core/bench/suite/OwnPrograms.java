package ringside.core.bench.suite;

import java.util.List;

/** How Ringside's own programs are compiled: the same everywhere, whatever a compiler would do by itself. */
final class OwnPrograms {
    static final List<String> FLAGS = List.of("-std=c11", "-O2", "-fno-tree-vectorize");

    private OwnPrograms() {}
}
