package ringside.ui.feature;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import ringside.core.feature.Fit;

/** Whether a platform fits, in words. */
final class FitText {
    private FitText() {}

    /** {@code ✗ Does not fit: Live migration}, {@code ? Unknown: nobody says whether: Secure Boot}. */
    static String brief(Fit fit) {
        List<Fit.Reason> decisive = fit.decisive();
        String sign = switch (fit.verdict()) {
            case FITS -> "✓ ";
            case FITS_IF -> fit.isUnknown() ? "? " : "◐ ";
            case DOES_NOT -> "✗ ";
        };
        String more = decisive.size() > 1 ? " and " + (decisive.size() - 1) + " more" : "";
        String because = fit.verdict() == Fit.Verdict.FITS || decisive.isEmpty()
                ? nice(fit)
                : (fit.isUnknown() ? ": nobody says whether: " : ": ")
                        + decisive.getFirst().feature().name()
                        + more;
        return sign + fit.title() + because;
    }

    private static String nice(Fit fit) {
        return fit.nice().isEmpty()
                ? ""
                : ", " + fit.niceMet() + " of " + fit.nice().size() + " nice to have";
    }

    /** The verdict and every reason for it, a line each. */
    static String full(Fit fit) {
        Stream<String> must = fit.reasons().stream().map(reason -> "Must: " + reason.text());
        Stream<String> nice = fit.nice().stream().map(reason -> "Nice: " + reason.text());
        return Stream.concat(Stream.of(fit.platform().name() + ": " + fit.title()), Stream.concat(must, nice))
                .collect(Collectors.joining("\n"));
    }
}
