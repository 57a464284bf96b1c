package ringside.core.comparison;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import ringside.core.stats.Comparison;

/** Values of which nobody knows how they vary, and means whose runs are not there. */
final class SingleRuns implements SetCheck {
    private enum Reason {
        SUMMARY(
                Finding.Kind.SUMMARIES,
                "rest on published means: their single runs are not there, so there is no interval and no verdict."),
        UNSAID(
                Finding.Kind.ONE_FIGURE,
                "rest on one figure each: how many runs it stands for, and how far they spread, is not stated, so there is"
                        + " no interval and no verdict."),
        SINGLE(
                Finding.Kind.SINGLE_RUNS,
                "rest on a single run: how much they vary is not known, so there is no interval and no verdict."),
        FEW(
                Finding.Kind.FEW_RUNS,
                "rest on fewer than " + Comparison.FEWEST
                        + " repetitions: their interval is a guess, and there is no verdict.");

        private final Finding.Kind kind;
        private final String text;

        Reason(Finding.Kind kind, String text) {
            this.kind = kind;
            this.text = text;
        }

        static Optional<Reason> of(Studied set, Cell cell) {
            if (!cell.hasRatio() || cell.isSure()) return Optional.empty();
            if (cell.interval().isPresent()) return Optional.of(FEW);
            if (cell.own().isSummary() || cell.other().isSummary()) return Optional.of(SUMMARY);
            boolean unsaid = cell.own().isUnsaid() || cell.other().isUnsaid();
            return Optional.of(unsaid && Evidence.isTranscribed(set.stored().set()) ? UNSAID : SINGLE);
        }
    }

    @Override
    public List<Finding> findings(Studied set, Comparison.Rule rule) {
        var findings = new ArrayList<Finding>();
        for (Reason reason : Reason.values())
            add(
                    set,
                    reason.kind,
                    set.cells().stream()
                            .filter(cell ->
                                    Reason.of(set, cell).filter(reason::equals).isPresent())
                            .toList(),
                    reason.text,
                    findings);
        return findings;
    }

    private static void add(Studied set, Finding.Kind kind, List<Cell> cells, String text, List<Finding> findings) {
        if (cells.isEmpty()) return;
        String how = cells.size() == set.cells().size()
                ? "All " + cells.size() + " cells "
                : cells.size() + " of " + set.cells().size() + " cells ";
        findings.add(new Finding(
                kind,
                set.name(),
                how + text,
                cells.stream().map(Cell::id).toList(),
                cells.stream()
                        .map(cell -> cell.configuration().label())
                        .distinct()
                        .toList()));
    }
}
