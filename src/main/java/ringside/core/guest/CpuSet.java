package ringside.core.guest;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * Numbers of CPUs or NUMA nodes, as Linux writes them: {@code 0-3,8}.
 *
 * @param numbers at least one, 0 to 4095, ascending
 */
public record CpuSet(List<Integer> numbers) {
    private static final Pattern TEXT = Pattern.compile("\\d{1,4}(-\\d{1,4})?(,\\d{1,4}(-\\d{1,4})?)*");
    private static final int HIGHEST = 4095;

    public CpuSet {
        numbers = List.copyOf(new TreeSet<>(numbers));
        Refusal.unless(!numbers.isEmpty(), "", "no number; allowed are numbers and ranges: 0-3,8");
        for (int number : numbers) Refusal.within("", number, 0, HIGHEST, "");
    }

    public static CpuSet of(String text) {
        String packed = text.replace(" ", "");
        Refusal.unless(
                TEXT.matcher(packed).matches(),
                "",
                () -> "\"" + Refusal.shown(text) + "\"; allowed are numbers and ranges: 0-3,8");
        var numbers = new TreeSet<Integer>();
        for (String range : packed.split(",", -1)) {
            String[] ends = range.split("-", -1);
            int first = Integer.parseInt(ends[0]);
            int last = Integer.parseInt(ends[ends.length - 1]);
            Refusal.unless(first <= last && last <= HIGHEST, "", () -> range + "; allowed are ranges up to " + HIGHEST);
            for (int number = first; number <= last; number++) numbers.add(number);
        }
        return new CpuSet(List.copyOf(numbers));
    }

    public static CpuSet single(int number) {
        return new CpuSet(List.of(number));
    }

    /** The numbers from 0 up to, not including, the count. */
    public static CpuSet upTo(int count) {
        SortedSet<Integer> numbers = new TreeSet<>();
        for (int number = 0; number < count; number++) numbers.add(number);
        return new CpuSet(List.copyOf(numbers));
    }

    @Override
    public String toString() {
        var ranges = new ArrayList<String>();
        for (int i = 0; i < numbers.size(); ) {
            int first = i;
            while (i + 1 < numbers.size() && numbers.get(i + 1) == numbers.get(i) + 1) i++;
            ranges.add(first == i ? "" + numbers.get(i) : numbers.get(first) + "-" + numbers.get(i));
            i++;
        }
        return String.join(",", ranges);
    }
}
