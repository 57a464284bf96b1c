package ringside.core.stats;

/** What a comparison lets one say. */
public enum Verdict {
    FASTER("faster"),
    SLOWER("slower"),
    /** A difference that anybody would care about is ruled out. */
    SAME("same"),
    CANNOT_TELL("cannot tell");

    private final String word;

    Verdict(String word) {
        this.word = word;
    }

    /** As people and files read it. */
    public String word() {
        return word;
    }
}
