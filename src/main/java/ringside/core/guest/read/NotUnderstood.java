package ringside.core.guest.read;

/**
 * A part of a configuration that is not in the guest that was read from it.
 *
 * @param line where it begins, from 1
 * @param text as the file has it, shortened
 * @param reason why the guest has it not, for people
 */
public record NotUnderstood(int line, String text, String reason) {
    private static final int LONGEST = 200;

    public NotUnderstood {
        text = text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…";
    }

    @Override
    public String toString() {
        return "line " + line + ": " + text + ": " + reason;
    }
}
