package ringside.core.bench;

import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What to measure, and how well. It says nothing about where: the same plan on several hosts gives comparable results.
 *
 * @param id short name
 * @param version counts the plan's own changes
 * @param affinity which cores the commands may use
 * @param directory where files for I/O are made on the measured host; empty for its usual scratch directory
 * @param longest one run is given up after this, whatever its benchmark says
 */
public record Plan(
        String id,
        int version,
        String title,
        String description,
        Repetitions repetitions,
        Affinity affinity,
        String directory,
        Duration longest,
        List<Stage> stages) {
    public Plan {
        stages = List.copyOf(stages);
        if (stages.isEmpty()) throw new IllegalArgumentException("a plan measures something");
    }

    /** The same, each measurement made so often, and none to warm up. */
    public Plan repeated(int times) {
        return new Plan(
                id,
                version,
                title,
                description,
                new Repetitions(0, times, times, repetitions.target()),
                affinity,
                directory,
                longest,
                stages);
    }

    /** One benchmark with its settings. */
    public record Stage(String benchmark, Settings settings) {}

    /**
     * How often each measurement is repeated: at least so often, and on until the interval of every median is within the
     * target or the cap is reached.
     *
     * @param warmUp calls before, whose samples do not count
     * @param target half width of the median's 95 % interval, as a share of the median
     */
    public record Repetitions(int warmUp, int atLeast, int atMost, double target) {
        public Repetitions {
            if (warmUp < 0 || atLeast < 1 || atMost < atLeast)
                throw new IllegalArgumentException(
                        "repetitions: 0 or more to warm up, then at least 1 and at most as many or more");
            if (!(target > 0 && target < 1)) throw new IllegalArgumentException("a target is between 0 % and 100 %");
        }
    }

    /** Which cores a command may use. */
    public sealed interface Affinity {
        /** As the operating system likes, except for what has to be told how many it may use. */
        record Free() implements Affinity {}

        /** The first cores of the host, as many as the measurement uses. */
        record FirstCores() implements Affinity {}

        /** The first of these, as many as the measurement uses. */
        record Listed(List<Integer> cores) implements Affinity {
            public Listed {
                cores = List.copyOf(cores);
                if (cores.isEmpty() || cores.stream().anyMatch(core -> core < 0))
                    throw new IllegalArgumentException("cores are counted from 0, not " + cores);
            }
        }

        /** Of the cores that are listed, those that a machine of so many does not have; they are counted from 0. */
        default List<Integer> beyond(int count) {
            return this instanceof Listed(var listed)
                    ? listed.stream().filter(core -> core >= count).toList()
                    : List.of();
        }

        /** A measurement's command as it is run: {@code taskset} in front where it is bound to cores. */
        default List<String> command(Measurement measurement) {
            List<Integer> cores = switch (this) {
                case Free free when !measurement.cores().confined() -> List.of();
                case Free free -> first(measurement.cores());
                case FirstCores firstCores -> first(measurement.cores());
                case Listed(var listed) ->
                    listed.subList(
                            0, Math.min(listed.size(), measurement.cores().count()));
            };
            if (cores.isEmpty()) return measurement.command();
            String list = cores.stream().map(String::valueOf).collect(Collectors.joining(","));
            return Stream.concat(Stream.of("taskset", "-c", list), measurement.command().stream())
                    .toList();
        }

        private static List<Integer> first(Measurement.Cores cores) {
            return IntStream.range(0, cores.count()).boxed().toList();
        }
    }
}
