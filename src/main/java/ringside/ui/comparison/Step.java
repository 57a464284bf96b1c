package ringside.ui.comparison;

import ringside.ui.kit.Texts;

/** The guide's pages, in their order. All can be gone to at any time. */
enum Step {
    PURPOSE(Texts.of("comparison.step.purpose"), Texts.of("comparison.step.purpose-title")),
    NEEDS(Texts.of("comparison.step.must"), Texts.of("comparison.step.needs-title")),
    CANDIDATES(Texts.of("comparison.step.candidates"), Texts.of("comparison.step.candidates-title")),
    EVIDENCE(Texts.of("comparison.step.evidence"), Texts.of("comparison.step.evidence-title")),
    ANSWER(Texts.of("comparison.step.answer"), Texts.of("comparison.step.answer-title")),
    REPORT(Texts.of("comparison.step.report"), Texts.of("comparison.step.report-title"));

    private final String mnemonic;
    private final String heading;

    Step(String mnemonic, String heading) {
        this.mnemonic = mnemonic;
        this.heading = heading;
    }

    /** The title with the letter that, with Alt, goes there. */
    String mnemonic() {
        return mnemonic;
    }

    /** What is asked or told there. */
    String heading() {
        return heading;
    }

    /** The page so many places away, or the first or last. */
    Step neighbour(int places) {
        Step[] all = values();
        return all[Math.clamp(ordinal() + places, 0, all.length - 1)];
    }
}
