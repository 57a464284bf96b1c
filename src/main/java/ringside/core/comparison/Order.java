package ringside.core.comparison;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Who is shown to be ahead of whom among candidates of one fit. Where measurements of several sets put each of some
 * ahead of one and behind another of them, round in a circle, they contradict each other, and order none of these.
 */
final class Order {
    private final List<Candidate> candidates;
    private final boolean[][] ahead;
    private final boolean[][] reaches;

    /** Who is ahead of whom where nothing contradicts it, by way of others too. */
    private final boolean[][] above;

    Order(List<Candidate> candidates, Standing standing, Map<Area, Double> shares) {
        this.candidates = List.copyOf(candidates);
        int n = candidates.size();
        ahead = new boolean[n][n];
        reaches = new boolean[n][n];
        for (int i = 0; i < n; i++)
            for (int j = 0; j < n; j++)
                ahead[i][j] = reaches[i][j] = i != j && standing.isShown(candidates.get(i), candidates.get(j), shares);
        close(reaches);
        above = new boolean[n][n];
        for (int i = 0; i < n; i++) for (int j = 0; j < n; j++) above[i][j] = ahead[i][j] && !reaches[j][i];
        close(above);
    }

    /** S. Warshall, "A theorem on Boolean matrices", Journal of the ACM 9 (1962). */
    private static void close(boolean[][] relation) {
        int n = relation.length;
        for (int via = 0; via < n; via++)
            for (int i = 0; i < n; i++)
                if (relation[i][via]) for (int j = 0; j < n; j++) relation[i][j] |= relation[via][j];
    }

    /** How many are ahead of it, by way of others too. */
    int above(Candidate one) {
        int i = candidates.indexOf(one);
        return (int)
                IntStream.range(0, candidates.size()).filter(j -> above[j][i]).count();
    }

    /** How many it is ahead of, by way of others too. */
    int below(Candidate one) {
        int i = candidates.indexOf(one);
        return (int)
                IntStream.range(0, candidates.size()).filter(j -> above[i][j]).count();
    }

    /** Whether measurements of both show the first ahead, and nothing contradicts that. */
    boolean isAhead(Candidate one, Candidate other) {
        int i = candidates.indexOf(one);
        int j = candidates.indexOf(other);
        return i >= 0 && j >= 0 && ahead[i][j] && !reaches[j][i];
    }

    /** Whether each is ahead of the other, by way of others. */
    boolean isContradicted(Candidate one, Candidate other) {
        int i = candidates.indexOf(one);
        int j = candidates.indexOf(other);
        return i >= 0 && j >= 0 && i != j && reaches[i][j] && reaches[j][i];
    }

    /** The candidate and those with which it stands in a circle, in the order of lists; empty where there is none. */
    List<Candidate> circle(Candidate one) {
        List<Candidate> others =
                candidates.stream().filter(other -> isContradicted(one, other)).toList();
        if (others.isEmpty()) return List.of();
        return candidates.stream()
                .filter(each -> each.equals(one) || others.contains(each))
                .toList();
    }

    /** Those that each is shown to be ahead of, within a circle. */
    List<Candidate> beaten(Candidate one) {
        int i = candidates.indexOf(one);
        var beaten = new ArrayList<Candidate>();
        for (int j = 0; j < candidates.size(); j++) if (ahead[i][j] && reaches[j][i]) beaten.add(candidates.get(j));
        return beaten;
    }

    /** What nothing is ahead of, then what nothing else is ahead of, and so on. */
    List<List<Candidate>> layers() {
        var layers = new ArrayList<List<Candidate>>();
        var rest = new ArrayList<>(candidates);
        while (!rest.isEmpty()) {
            List<Candidate> layer = rest.stream()
                    .filter(one -> rest.stream().noneMatch(other -> isAhead(other, one)))
                    .toList();
            layers.add(layer);
            rest.removeAll(layer);
        }
        return layers;
    }
}
