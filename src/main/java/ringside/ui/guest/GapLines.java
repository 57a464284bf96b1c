package ringside.ui.guest;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import ringside.core.guest.render.Gap;

/** What the chosen platforms make of one field: a line for each reason, with all outputs it holds for. */
final class GapLines {
    private GapLines() {}

    static List<String> of(WizardModel.State state, String path) {
        Map<String, Set<String>> platforms = new LinkedHashMap<>();
        state.printouts().forEach((output, printout) -> {
            if (!(output instanceof Output.Configuration configuration)) return;
            for (Gap gap : printout.gaps())
                if (FieldRow.isAbout(gap, path))
                    platforms
                            .computeIfAbsent(gap.kind().word() + ": " + gap.reason(), any -> new LinkedHashSet<>())
                            .add(platform(configuration));
        });
        var lines = new ArrayList<String>();
        platforms.forEach((reason, names) -> lines.add(String.join(", ", names) + ": " + reason));
        return lines;
    }

    private static String platform(Output.Configuration configuration) {
        return ringside.core.platform.Platforms.of(
                        configuration.target().platform().id())
                .name();
    }
}
