package ringside.ui.feature;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import ringside.core.feature.Cell;
import ringside.core.feature.Column;
import ringside.core.feature.Era;
import ringside.core.feature.Evidence;
import ringside.core.feature.Feature;
import ringside.core.feature.FeatureMatrix;
import ringside.core.feature.Probed;
import ringside.core.feature.Support;
import ringside.ui.kit.Texts;

/**
 * What a cell of the matrix shows.
 *
 * @param says sign and word, so that neither colour nor sign has to be known
 * @param flags what limits or strengthens it
 * @param spoken all of it in one sentence
 */
record CellText(Support support, String says, String note, List<Flag> flags, String spoken) {

    /** A remark too long for a cell; the legend explains each. */
    enum Flag {
        WEAK("≈", Texts.of("feature.cell-text.weak")),
        WHOLE("⊃", Texts.of("feature.cell-text.whole")),
        CONFLICT("≠", Texts.of("feature.cell-text.conflict")),
        TRIED("◆", Texts.of("feature.cell-text.tried")),
        VERIFIED("●", Texts.of("feature.cell-text.verified")),
        OFFERED("◇", Texts.of("feature.cell-text.offered")),
        NOT_HERE("○", Texts.of("feature.cell-text.not-here"));

        private final String sign;
        private final String meaning;

        Flag(String sign, String meaning) {
            this.sign = sign;
            this.meaning = meaning;
        }

        String sign() {
            return sign;
        }

        String meaning() {
            return meaning;
        }
    }

    CellText {
        flags = List.copyOf(flags);
    }

    /** @param probed what a host said of it, which is of today */
    static CellText of(FeatureMatrix matrix, Feature feature, Column column, Period period, Optional<Probed> probed) {
        if (!matrix.existed(column.id(), period.era())) return nothing(feature, column, period);
        Cell cell = matrix.cell(feature.id(), column.id(), period.era());
        List<Flag> flags = flags(cell, period == Period.SPRING_2013 ? Optional.empty() : probed);
        boolean changed = period == Period.CHANGES && matrix.changed(feature.id(), column.id());
        String says = says(cell.support());
        if (changed)
            says = says(matrix.cell(feature.id(), column.id(), Era.SPRING_2013).support()) + " → " + says;
        String spoken = "%s, %s: %s%s%s"
                .formatted(
                        feature.name(),
                        column.name(),
                        changed
                                ? spokenChange(matrix, feature, column)
                                : cell.support().title(),
                        cell.note().isEmpty() ? "" : ". " + cell.note(),
                        flags.stream()
                                .map(flag -> ". " + sentence(flag.meaning()))
                                .collect(Collectors.joining()));
        return new CellText(cell.support(), says, cell.note(), flags, spoken);
    }

    /** The platform was not there: what is said above the table need not be said in each of its cells. */
    private static CellText nothing(Feature feature, Column column, Period period) {
        String spoken = Texts.of(
                "feature.cell-text.not-there",
                feature.name(),
                column.name(),
                period.era().title().toLowerCase(Locale.ROOT));
        return new CellText(Support.NOT_APPLICABLE, Support.NOT_APPLICABLE.sign(), "", List.of(), spoken);
    }

    private static String spokenChange(FeatureMatrix matrix, Feature feature, Column column) {
        return Texts.of(
                "feature.cell-text.changed",
                matrix.cell(feature.id(), column.id(), Era.SPRING_2013)
                        .support()
                        .title()
                        .toLowerCase(Locale.ROOT),
                matrix.cell(feature.id(), column.id(), Era.NOW)
                        .support()
                        .title()
                        .toLowerCase(Locale.ROOT));
    }

    static String says(Support support) {
        return support.sign() + " "
                + switch (support) {
                    case YES -> Texts.of("feature.cell-text.yes");
                    case PARTIAL -> Texts.of("feature.cell-text.partly");
                    case NO -> Texts.of("feature.cell-text.no");
                    case NOT_APPLICABLE -> "n/a";
                    case UNKNOWN -> Texts.of("feature.cell-text.not-known");
                };
    }

    /** Names the looks of a support in the style sheet. */
    static String style(Support support) {
        return "support-" + support.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static List<Flag> flags(Cell cell, Optional<Probed> probed) {
        var flags = new ArrayList<Flag>();
        if (cell.evidence() == Evidence.ABSENT_FROM_LIST) flags.add(Flag.WEAK);
        if (cell.inherited()) flags.add(Flag.WHOLE);
        if (!cell.conflict().isEmpty()) flags.add(Flag.CONFLICT);
        probed.map(Probed::verdict).ifPresent(verdict -> {
            switch (verdict) {
                case TRIED -> flags.add(Flag.TRIED);
                case VERIFIED -> flags.add(Flag.VERIFIED);
                case OFFERED -> flags.add(Flag.OFFERED);
                case NOT_HERE -> flags.add(Flag.NOT_HERE);
                case NOT_ASKED -> {}
            }
        });
        return flags;
    }

    String signs() {
        return flags.stream().map(Flag::sign).collect(Collectors.joining(" "));
    }

    private static String sentence(String words) {
        return Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }
}
