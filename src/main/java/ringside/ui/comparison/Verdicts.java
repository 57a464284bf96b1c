package ringside.ui.comparison;

import ringside.core.comparison.Claim;
import ringside.core.feature.Fit;

/** Signs that do not rest on colour. */
final class Verdicts {
    private Verdicts() {}

    static String sign(Fit.Verdict verdict) {
        return switch (verdict) {
            case FITS -> "✓";
            case FITS_IF -> "◐";
            case DOES_NOT -> "✗";
        };
    }

    static String sign(Claim.Verdict verdict) {
        return switch (verdict) {
            case SUPPORTED -> "✓";
            case CONTRADICTED -> "✗";
            case MIXED -> "◐";
            case NOT_TESTED -> "–";
        };
    }
}
