package ringside.ui.feature;

import java.util.Locale;
import ringside.core.feature.Era;
import ringside.ui.kit.Texts;

/** Which time the matrix shows. */
public enum Period {
    NOW(Texts.of("feature.period.now")),
    SPRING_2013(Texts.of("feature.period.spring-2013")),
    CHANGES(Texts.of("feature.period.changes"));

    private final String title;

    Period(String title) {
        this.title = title;
    }

    public String title() {
        return title;
    }

    /** In names of nodes and in the remembered state. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The time whose cells are compared and fitted. */
    public Era era() {
        return this == SPRING_2013 ? Era.SPRING_2013 : Era.NOW;
    }
}
