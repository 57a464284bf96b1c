package ringside.core.bench.suite;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import ringside.core.bench.Knob;
import ringside.core.bench.Need;
import ringside.core.bench.Programs;
import ringside.core.bench.Settings;

/**
 * How a program of LMbench is called. Left to itself it first finds out how long it has to measure for a clear result,
 * which takes seconds, and then repeats; here the plan says how long, and the runner repeats. Less than 10 ms is not
 * allowed: several processes at a time then often never find a timing that is long enough.
 */
final class LmbenchProgram {
    static final Knob ENOUGH = Knob.fixed(
            "enough_us",
            new Knob.Kind.Whole(10_000, 10_000_000),
            "microseconds that one timing lasts at least",
            "10000");

    private LmbenchProgram() {}

    static Need need(String program) {
        return new Need.Packaged(
                program,
                List.of(
                        "/usr/lib/lmbench/bin/*/" + program,
                        "/usr/lib/lmbench/bin/" + program,
                        "/usr/libexec/lmbench/" + program),
                Map.of(
                        "debian",
                        new Need.Offer("lmbench", "it is in the archive area non-free"),
                        "ubuntu",
                        new Need.Offer("lmbench", "it is in the archive area multiverse")),
                false);
    }

    static List<String> call(String program, Programs programs, Settings settings, String... arguments) {
        return Stream.concat(
                        Stream.of(
                                "env",
                                "ENOUGH=" + settings.only(ENOUGH.name()),
                                programs.path(program),
                                "-W",
                                "0",
                                "-N",
                                "1"),
                        Stream.of(arguments))
                .toList();
    }
}
