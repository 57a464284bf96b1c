package ringside.core.format;

import java.util.List;

/** What an import did to the store. */
public record Outcome(
        String file,
        String format,
        List<String> sets,
        long runs,
        long samples,
        List<Reading.Skipped> skipped,
        List<String> warnings) {
    public Outcome {
        sets = List.copyOf(sets);
        skipped = List.copyOf(skipped);
        warnings = List.copyOf(warnings);
    }
}
