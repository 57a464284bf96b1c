package ringside.core.comparison;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import ringside.core.result.Configuration;
import ringside.core.stats.Comparison;

/** One platform in two set-ups that differ more than two platforms may. */
final class SettingsMatter implements SetCheck {
    /** Smaller contrasts are of less interest than what platforms cost. */
    private static final double LEAST = 1.25;

    @Override
    public List<Finding> findings(Studied set, Comparison.Rule rule) {
        var findings = new ArrayList<Finding>();
        List<Configuration> all = set.configurations();
        for (int i = 0; i < all.size(); i++)
            for (int j = i + 1; j < all.size(); j++)
                if (all.get(i).platform().equals(all.get(j).platform())
                        && !all.get(i).platform().equals(Subjects.HOST))
                    compare(set, all.get(i), all.get(j), rule, findings);
        return findings;
    }

    private static void compare(
            Studied set, Configuration a, Configuration b, Comparison.Rule rule, List<Finding> findings) {
        List<String> differences = differences(a, b);
        if (differences.isEmpty()) return;
        var cells = new ArrayList<Cell>();
        double most = 1;
        Cell first = null;
        Cell second = null;
        Map<Task, Cell> others = set.cellsOf(b);
        for (Cell one : set.cellsOf(a).values()) {
            Cell two = others.get(one.task());
            if (two == null || !two.hasRatio() || !one.hasRatio()) continue;
            if (TooGood.isBeyond(one, rule) || TooGood.isBeyond(two, rule)) continue;
            double contrast = Math.max(one.ratio() / two.ratio(), two.ratio() / one.ratio());
            if (contrast < LEAST) continue;
            cells.add(one);
            cells.add(two);
            if (contrast > most) {
                most = contrast;
                first = one;
                second = two;
            }
        }
        if (first == null || second == null) return;
        String text =
                "In " + first.task().text() + ", " + a.label() + " reaches " + Phrases.percent(first.ratio()) + " and "
                        + b.label() + " " + Phrases.percent(second.ratio()) + " of "
                        + first.reference().label() + ". They are stated to"
                        + " differ in " + Phrases.all(differences) + why(differences.size(), first, second);
        findings.add(new Finding(
                Finding.Kind.SETTINGS,
                set.name(),
                text,
                cells.stream().map(Cell::id).distinct().toList(),
                List.of(a.label(), b.label())));
    }

    /** No more than is known: one cause of several that are stated, or none of them, or chance. */
    private static String why(int differences, Cell first, Cell second) {
        boolean repeated = first.isSure() && second.isSure();
        String which = differences == 1
                ? ", and in nothing else: the set-up makes as much as platforms do."
                : ": the platform's name does not tell the two apart, but which of these does is not known.";
        return which + (repeated ? "" : " How far one more run would be from these values is not known either.");
    }

    /** What both state differently, versions too. Another kind of guest is not another way to set one up. */
    private static List<String> differences(Configuration a, Configuration b) {
        List<NotAlone.Difference> stated = NotAlone.differences(a, b);
        if (stated.stream().anyMatch(difference -> difference.topic() == Topic.INSIDE)) return List.of();
        var texts = new ArrayList<String>();
        for (NotAlone.Difference difference : stated)
            texts.add(difference.topic().title() + " (" + difference.one() + " against " + difference.other() + ")");
        a.versions().forEach((program, version) -> {
            String other = b.versions().get(program);
            if (other != null && !other.equals(version) && !program.contains("kernel") && !program.equals("guest"))
                texts.add(program + " (" + version + " against " + other + ")");
        });
        return texts;
    }
}
