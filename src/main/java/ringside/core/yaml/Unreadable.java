package ringside.core.yaml;

/** A file that is not YAML as it is allowed here, or does not say what such a file says. */
public final class Unreadable extends Exception {
    private static final long serialVersionUID = 1L;

    private final int line;

    public Unreadable(int line, String reason) {
        super(reason);
        this.line = line;
    }

    public int line() {
        return line;
    }

    public String reason() {
        return String.valueOf(getMessage());
    }
}
