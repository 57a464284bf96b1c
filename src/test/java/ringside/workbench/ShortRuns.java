package ringside.workbench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import ringside.Lab;
import ringside.adapter.local.LocalShell;
import ringside.core.bench.preflight.ProgramSearch;
import ringside.core.bench.suite.LmbenchMemory;

/** A plan of runs of bw_mem that take a moment each, for experiments that are about something else. */
final class ShortRuns {
    /** Of the plan. */
    static final int MEASUREMENTS = 4;

    private static final String PLAN = """
            ringside-plan: 1
            id: short
            version: 1
            title: Short
            description: Short runs.
            repetitions: {warm_up: 0, at_least: COUNT, at_most: COUNT, target_percent: 99}
            affinity: free
            longest_s: 20
            directory: DIRECTORY
            benchmarks:
              - {benchmark: lmbench-mem, operation: [rd, wr], size: [1k, 4k], cores: 1, enough_us: 10000}
            """;

    private ShortRuns() {}

    /** Skips the test where they cannot be made. */
    static void needed() {
        var programs = ProgramSearch.find(new LocalShell(), new LmbenchMemory().needs());
        if (!programs.has("bw_mem")) Lab.missing("lmbench is not installed");
    }

    /** The file of the plan, whose runs work in that folder. */
    static Path plan(Path folder, int repetitions) throws IOException {
        return Files.writeString(
                folder.resolve("plan.yaml"),
                PLAN.replace("COUNT", "" + repetitions).replace("DIRECTORY", folder.toString()));
    }
}
