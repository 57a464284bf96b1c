package ringside.core.bench.run;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;

/**
 * What a host said of itself at one moment; counters count from its start.
 *
 * @param offset its clock against ours; empty if it has none that says fractions of seconds
 * @param uncertainty of the offset, to both sides: half the time that asking took
 * @param busy ticks in which its processors did something, all together
 * @param ticks all of them
 * @param stolen ticks that a hypervisor gave to others
 * @param load of the last minute
 * @param worked seconds of processor time that the run's own processes used
 */
record Look(
        Optional<Duration> offset,
        Duration uncertainty,
        long busy,
        long ticks,
        long stolen,
        int cores,
        long swapped,
        long throttled,
        String load,
        double worked) {

    /**
     * Reads what the host printed.
     *
     * @param sentNanos when it was asked, by our clock
     * @param heardNanos when its first words came
     */
    static Look parse(String text, long sentNanos, long heardNanos) {
        var reader = new Reading(sentNanos, heardNanos);
        text.lines().forEach(line -> reader.take(line.strip().split("\\s+")));
        return reader.look();
    }

    /** What it lost against ours since then, beyond what is uncertain; below zero if it gained. */
    Duration drift(Look before) {
        if (offset.isEmpty() || before.offset.isEmpty()) return Duration.ZERO;
        Duration moved = offset.get().minus(before.offset.get());
        Duration certain = moved.abs().minus(uncertainty).minus(before.uncertainty);
        if (certain.isNegative()) return Duration.ZERO;
        return moved.isNegative() ? certain.negated() : certain;
    }

    private static final class Reading {
        private static final int IDLE = 3;
        private static final int WAITING = 4;
        private static final int STEAL = 7;

        private final long sent;
        private final long heard;
        private Optional<Duration> offset = Optional.empty();
        private long[] cpu = new long[0];
        private int cores;
        private long swapped;
        private long throttled;
        private String load = "";
        private double worked;

        Reading(long sent, long heard) {
            this.sent = sent;
            this.heard = heard;
        }

        void take(String[] words) {
            if (words.length < 2) return;
            try {
                switch (words[0]) {
                    case "clock" -> offset = Optional.of(offset(words[1]));
                    case "cpu" ->
                        cpu = Arrays.stream(words)
                                .skip(1)
                                .limit(8)
                                .mapToLong(Long::parseLong)
                                .toArray();
                    case "cores" -> cores = Integer.parseInt(words[1]);
                    case "pswpin", "pswpout" -> swapped += Long.parseLong(words[1]);
                    case "throttled" -> throttled += Long.parseLong(words[1]);
                    case "load" -> load = words[1];
                    case "times" -> worked = worked(words); // the last line is the children's
                    default -> {}
                }
            } catch (NumberFormatException notAsLinuxSaysIt) {
                // What is not known is not shown
            }
        }

        private Duration offset(String seconds) {
            if (!seconds.matches("\\d{1,12}\\.\\d{9}")) throw new NumberFormatException(seconds);
            long theirs = new BigDecimal(seconds).movePointRight(9).longValueExact();
            return Duration.ofNanos(theirs - (sent + (heard - sent) / 2));
        }

        private double worked(String[] words) {
            return words.length < 3 ? worked : seconds(words[1]) + seconds(words[2]);
        }

        /** As a shell prints times: {@code 1m2.34s}. */
        private static double seconds(String text) {
            int minutes = text.indexOf('m');
            if (minutes < 0 || !text.endsWith("s")) throw new NumberFormatException(text);
            return 60 * Double.parseDouble(text.substring(0, minutes))
                    + Double.parseDouble(text.substring(minutes + 1, text.length() - 1));
        }

        Look look() {
            long ticks = Arrays.stream(cpu).sum();
            long idle = at(IDLE) + at(WAITING);
            return new Look(
                    offset,
                    Duration.ofNanos((heard - sent) / 2),
                    ticks - idle - at(STEAL),
                    ticks,
                    at(STEAL),
                    cores,
                    swapped,
                    throttled,
                    load,
                    worked);
        }

        private long at(int index) {
            return index < cpu.length ? cpu[index] : 0;
        }
    }
}
