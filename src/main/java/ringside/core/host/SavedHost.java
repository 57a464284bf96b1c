package ringside.core.host;

/**
 * A host that a person wants to find again.
 *
 * @param note what it is, in that person's words; one line, may be empty
 */
public record SavedHost(Target target, String note) {
    public static final SavedHost HERE = new SavedHost(Target.LOCAL, "");

    private static final int LONGEST = 200;

    public SavedHost {
        note = note.replaceAll("\\s+", " ").strip();
        if (note.length() > LONGEST) note = note.substring(0, LONGEST);
    }
}
