package ringside.core.trial;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * What a process in a guest wrote that counts, and looks at the guest's clock each time.
 *
 * @param ticks in the order in which they were written
 */
record Counting(List<Tick> ticks) {
    /**
     * @param number one more than the last
     * @param seconds since the guest's kernel started, by its own clock, in hundredths
     */
    record Tick(long number, double seconds) {}

    Counting {
        ticks = List.copyOf(ticks);
    }

    /** A number and seconds on each line; a last line that is cut off is left out. */
    static Counting parse(String text) {
        var ticks = new ArrayList<Tick>();
        for (String line : text.lines().toList())
            if (line.matches("\\d{1,15} \\d{1,12}\\.\\d{2}")) {
                String[] words = line.split(" ");
                ticks.add(new Tick(Long.parseLong(words[0]), Double.parseDouble(words[1])));
            }
        return new Counting(ticks);
    }

    long last() {
        return ticks.isEmpty() ? 0 : ticks.getLast().number();
    }

    /** Whether it counted from 1 without leaving a number out or saying one twice, and its clock never went back. */
    boolean isWhole() {
        for (int i = 0; i < ticks.size(); i++) {
            if (ticks.get(i).number() != i + 1) return false;
            if (i > 0 && ticks.get(i).seconds() < ticks.get(i - 1).seconds()) return false;
        }
        return !ticks.isEmpty();
    }

    /** The longest time between two ticks, by the guest's clock. */
    Duration longest() {
        double most = 0;
        for (int i = 1; i < ticks.size(); i++)
            most = Math.max(most, ticks.get(i).seconds() - ticks.get(i - 1).seconds());
        return Duration.ofMillis(Math.round(most * 1000));
    }
}
