package ringside.core.feature.export;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import ringside.core.feature.Cell;
import ringside.core.feature.Evidence;
import ringside.core.feature.Probed;
import ringside.core.feature.Support;

/** What a word in a table cannot say is said by a mark behind it. */
enum Mark {
    ABSENT("*", "absent from a complete list; weaker than a statement"),
    WHOLE("^", "stated for the whole product or for the hypervisor, not for this column"),
    CONFLICT("!", "sources contradict each other"),
    TRIED("#", "tried: proven with a guest on a host"),
    VERIFIED("+", "verified: seen at work on a host that was asked"),
    OFFERED("~", "offered by the software of a host that was asked; nobody tried"),
    NOT_HERE("-", "not so on the host that was asked");

    /** In the place of a cell, where the platform was not there at all. */
    static final String ABSENT_PLATFORM = "–";

    private final String sign;
    private final String meaning;

    Mark(String sign, String meaning) {
        this.sign = sign;
        this.meaning = meaning;
    }

    static String brief(Cell cell, Optional<Probed> probed) {
        var text = new StringBuilder(word(cell.support()));
        for (Mark mark : values()) if (mark.isOn(cell, probed)) text.append(mark.sign);
        return text.toString();
    }

    /** Short enough for a column. */
    private static String word(Support support) {
        return switch (support) {
            case YES -> "yes";
            case PARTIAL -> "part";
            case NO -> "no";
            case NOT_APPLICABLE -> "n/a";
            case UNKNOWN -> "?";
        };
    }

    private boolean isOn(Cell cell, Optional<Probed> probed) {
        return switch (this) {
            case ABSENT -> cell.evidence() == Evidence.ABSENT_FROM_LIST;
            case WHOLE -> cell.inherited();
            case CONFLICT -> !cell.conflict().isEmpty();
            case TRIED -> verdict(probed, Probed.Verdict.TRIED);
            case VERIFIED -> verdict(probed, Probed.Verdict.VERIFIED);
            case OFFERED -> verdict(probed, Probed.Verdict.OFFERED);
            case NOT_HERE -> verdict(probed, Probed.Verdict.NOT_HERE);
        };
    }

    private static boolean verdict(Optional<Probed> probed, Probed.Verdict verdict) {
        return probed.filter(answer -> answer.verdict() == verdict).isPresent();
    }

    static List<String> legend(List<String> shown) {
        Stream<String> words = Stream.of("part", "n/a", "?")
                .filter(word -> shown.stream().anyMatch(cell -> cell.contains(word)))
                .map(word -> switch (word) {
                    case "part" -> "part  only for some guests, hosts or drivers, or as a preview";
                    case "n/a" -> "n/a   does not apply";
                    default -> "?     not known";
                });
        Stream<String> marks = Stream.of(values())
                .filter(mark -> shown.stream().anyMatch(cell -> cell.contains(mark.sign)))
                .map(mark -> mark.sign + "     " + mark.meaning);
        return Stream.concat(words, marks).toList();
    }
}
