package ringside.core.bench;

import java.util.List;

/**
 * One thing that a plan may set of a benchmark.
 *
 * @param name key in the plan, with its unit: {@code size_kb}
 * @param kind what its values are
 * @param many whether it is swept over several values
 * @param usual values where the plan sets none
 * @param about what it is, in a sentence
 */
public record Knob(String name, Kind kind, boolean many, List<String> usual, String about) {
    public Knob {
        usual = List.copyOf(usual);
    }

    /** What a value may be. */
    public sealed interface Kind {
        record Whole(long least, long most) implements Kind {}

        record Share(double least, double most) implements Kind {}

        record Word(List<String> allowed) implements Kind {
            public Word {
                allowed = List.copyOf(allowed);
            }
        }

        record Text() implements Kind {}
    }
}
