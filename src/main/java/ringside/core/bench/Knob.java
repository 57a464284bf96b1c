package ringside.core.bench;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * One thing that a plan may set of a benchmark.
 *
 * @param name key in the plan, with its unit where its values do not say it: {@code size_kb}
 * @param kind what its values are
 * @param many whether it is swept over several values
 * @param usual values where the plan sets none; may be empty for what is left to the benchmark
 * @param about what it is, in a sentence
 */
public record Knob(String name, Kind kind, boolean many, List<String> usual, String about) {
    public Knob {
        usual = List.copyOf(usual);
    }

    /** Swept over its values. */
    public static Knob swept(String name, Kind kind, String about, String... usual) {
        return new Knob(name, kind, true, List.of(usual), about);
    }

    /** The same in the whole sweep. */
    public static Knob fixed(String name, Kind kind, String about, String usual) {
        return new Knob(name, kind, false, List.of(usual), about);
    }

    /** What a value may be. */
    public sealed interface Kind {
        /** A whole number. */
        record Whole(long least, long most) implements Kind {}

        /** Bytes: a whole number, which may end in {@code k}, {@code m} or {@code g}, counted in 1024s. */
        record Bytes(long least, long most) implements Kind {}

        record Word(List<String> allowed) implements Kind {
            public Word {
                allowed = List.copyOf(allowed);
            }
        }
    }

    /** What is wrong with a value; empty where it is allowed. */
    public Optional<String> refusal(String value) {
        return switch (kind) {
            case Kind.Whole(var least, var most) -> {
                boolean sound = value.matches("\\d{1,15}") && within(Long.parseLong(value), least, most);
                yield sound ? Optional.empty() : Optional.of("a whole number from %s to %s".formatted(least, most));
            }
            case Kind.Bytes(var least, var most) -> {
                OptionalLong bytes = Settings.bytes(value);
                yield bytes.isPresent() && within(bytes.getAsLong(), least, most)
                        ? Optional.empty()
                        : Optional.of("bytes from %s to %s, as in 512, 64k, 8m or 1g".formatted(least, most));
            }
            case Kind.Word(var allowed) ->
                allowed.contains(value) ? Optional.empty() : Optional.of("one of " + String.join(", ", allowed));
        };
    }

    private static boolean within(long value, long least, long most) {
        return value >= least && value <= most;
    }
}
