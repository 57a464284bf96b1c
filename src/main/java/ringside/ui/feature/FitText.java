package ringside.ui.feature;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import ringside.core.feature.Fit;
import ringside.ui.kit.Texts;

/** Whether a platform fits, in words. */
final class FitText {
    private FitText() {}

    /** {@code ✗ Does not fit: Live migration}, {@code ? Unknown: nobody says whether: Secure Boot}. */
    static String brief(Fit fit) {
        String verdict = sign(fit) + fit.title();
        List<Fit.Reason> decisive = fit.decisive();
        if (fit.verdict() == Fit.Verdict.FITS || decisive.isEmpty())
            return fit.nice().isEmpty()
                    ? verdict
                    : Texts.of(
                            "feature.fit-text.nice-met",
                            verdict,
                            fit.niceMet(),
                            fit.nice().size());
        String first = decisive.getFirst().feature().name();
        String named = decisive.size() > 1 ? Texts.of("feature.fit-text.more", first, decisive.size() - 1) : first;
        return fit.isUnknown() ? Texts.of("feature.fit-text.unknown", verdict, named) : verdict + ": " + named;
    }

    private static String sign(Fit fit) {
        return switch (fit.verdict()) {
            case FITS -> "✓ ";
            case FITS_IF -> fit.isUnknown() ? "? " : "◐ ";
            case DOES_NOT -> "✗ ";
        };
    }

    /** The verdict and every reason for it, a line each. */
    static String full(Fit fit) {
        Stream<String> must = fit.reasons().stream().map(reason -> Texts.of("feature.fit-text.must", reason.text()));
        Stream<String> nice = fit.nice().stream().map(reason -> Texts.of("feature.fit-text.nice", reason.text()));
        return Stream.concat(Stream.of(fit.platform().name() + ": " + fit.title()), Stream.concat(must, nice))
                .collect(Collectors.joining("\n"));
    }
}
