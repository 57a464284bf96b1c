package ringside.core.guest.read;

/** A text that breaks the syntax of its kind of file, at one place. */
public final class SyntaxFault extends Exception {
    private static final long serialVersionUID = 1L;

    private final int line;

    public SyntaxFault(int line, String what) {
        super(what);
        this.line = line;
    }

    /** Where, from 1. */
    public int line() {
        return line;
    }

    /** What is wrong there, without the place. */
    public String what() {
        return String.valueOf(getMessage());
    }
}
