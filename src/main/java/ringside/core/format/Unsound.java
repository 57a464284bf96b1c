package ringside.core.format;

import ringside.core.RingsideException;

/** A document (XML, JSON, CSV) that is damaged in one line, and so is refused as a whole. */
final class Unsound extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final long line;
    private final String what;
    private final String remedy;

    /** @param what the damage, as in "it holds the byte 0xFF" */
    Unsound(long line, String what, String remedy) {
        super("line " + line + ": " + what);
        this.line = line;
        this.what = what;
        this.remedy = remedy;
    }

    static Unsound cut(long line, String what) {
        return new Unsound(line, what, "get the whole file from where it came");
    }

    long line() {
        return line;
    }

    String what() {
        return what;
    }

    RingsideException trouble(String file) {
        return new RingsideException(
                file + ", line " + line + ": " + what, remedy + "; nothing of it was stored", this);
    }
}
