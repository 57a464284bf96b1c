package ringside.core.guest.yaml;

import java.nio.file.Path;
import ringside.core.RingsideException;
import ringside.core.guest.Guest;
import ringside.core.yaml.Document;
import ringside.core.yaml.Unreadable;

/** Guests as YAML files. Writing and reading again gives the same guest. */
public final class GuestFile {
    private GuestFile() {}

    /** @throws RingsideException naming the file, the line and what is allowed there */
    public static Guest read(Path file) {
        return read(file.toString(), Document.text(file, "a guest's file is some hundred lines"));
    }

    /**
     * @param source the name that messages give to the text
     * @throws RingsideException naming the source, the line and what is allowed there
     */
    public static Guest read(String source, String text) {
        try {
            return new Reader(Document.read(text)).guest();
        } catch (Unreadable e) {
            throw new RingsideException(
                    source + ", line " + e.line() + ": " + e.reason(), "correct that line; nothing was changed", e);
        }
    }

    /** Every key with a comment on what it sets; what is absent stands there as a comment. */
    public static String write(Guest guest) {
        return new Writer().guest(guest);
    }
}
