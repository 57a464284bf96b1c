package ringside.ui.comparison;

/** The guide's pages, in their order. All can be gone to at any time. */
enum Step {
    PURPOSE("_Purpose", "What the platform is for"),
    NEEDS("_Must-haves", "What it must be able to do"),
    CANDIDATES("_Candidates", "Who fits, who does not, and by which cell"),
    EVIDENCE("_Evidence", "What was measured, and how far to trust it"),
    ANSWER("_Answer", "Which platform, and how sure that is"),
    REPORT("_Report", "The answer, to hand on");

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
