package ringside.ui.kit;

import java.util.BitSet;
import java.util.List;

/** Which lines of a text another one lacks. */
public final class Lines {
    /** Beyond this many pairs of lines between the common ends, lines are looked up instead of aligned. */
    private static final int MOST = 400_000;

    private Lines() {}

    /** @return the indexes of lines of {@code text} outside the longest sequence of lines that both have */
    public static BitSet notIn(List<String> other, List<String> text) {
        int start = 0;
        int a = other.size();
        int b = text.size();
        while (start < a && start < b && other.get(start).equals(text.get(start))) start++;
        while (a > start && b > start && other.get(a - 1).equals(text.get(b - 1))) {
            a--;
            b--;
        }
        var only = new BitSet(text.size());
        if ((long) (a - start) * (b - start) > MOST) {
            for (int i = start; i < b; i++) only.set(i, !other.contains(text.get(i)));
            return only;
        }
        mark(other.subList(start, a), text.subList(start, b), start, only);
        return only;
    }

    private static void mark(List<String> other, List<String> text, int offset, BitSet only) {
        int[][] common = new int[other.size() + 1][text.size() + 1]; // of what is left from here on
        for (int i = other.size() - 1; i >= 0; i--)
            for (int j = text.size() - 1; j >= 0; j--)
                common[i][j] = other.get(i).equals(text.get(j))
                        ? common[i + 1][j + 1] + 1
                        : Math.max(common[i + 1][j], common[i][j + 1]);
        int i = 0;
        for (int j = 0; j < text.size(); ) {
            if (i < other.size() && other.get(i).equals(text.get(j))) {
                i++;
                j++;
            } else if (i < other.size() && common[i + 1][j] >= common[i][j + 1]) i++;
            else only.set(offset + j++);
        }
    }
}
