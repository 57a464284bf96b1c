package ringside.core.feature;

/** How strongly its source holds a cell up. */
public enum Evidence {
    /** The source says it. */
    STATED("stated", "Stated by the source"),
    /** A complete list of that version (options, commands, support statement) lacks it: weaker than a statement. */
    ABSENT_FROM_LIST("absent", "Absent from a complete list; no source says so outright"),
    /** Of what is not known there is none. */
    NONE("none", "No finding");

    private final String word;
    private final String title;

    Evidence(String word, String title) {
        this.word = word;
        this.title = title;
    }

    /** As files and scripts read it. */
    public String word() {
        return word;
    }

    /** As people read it. */
    public String title() {
        return title;
    }
}
