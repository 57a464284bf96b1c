package ringside.ui.figure;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import ringside.core.figure.BenchmarkChart;
import ringside.core.figure.Figure;
import ringside.core.figure.View;
import ringside.ui.kit.Terminal;

/** The command line that exports the same figure. */
final class ExportCommand {
    private ExportCommand() {}

    /** @param options what follows the sets: {@code --format}, {@code png} … */
    static String of(Figure figure, View view, List<String> options) {
        if (BenchmarkChart.is(figure)) return compare(view);
        var words = new ArrayList<>(List.of("figures", "export", "--figure", figure.id()));
        view.sets().stream().sorted().forEach(set -> words.addAll(List.of("--set", set)));
        if (view.relative()) words.add("--relative");
        words.addAll(options);
        return Terminal.ringside(words);
    }

    /** The report of a comparison has what no figure of the catalogue shows. */
    private static String compare(View view) {
        var words = new ArrayList<>(List.of("compare"));
        view.sets().stream().sorted().forEach(set -> words.addAll(List.of("--set", set)));
        words.addAll(List.of("--out", "DIR"));
        return Terminal.ringside(words);
    }

    /** Whether the command draws all that the view shows; the rest can be set in the window only. */
    static boolean saysAllOf(View view) {
        return view.withSets(Set.of()).withRelative(false).equals(View.DEFAULT);
    }
}
