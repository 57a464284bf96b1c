package ringside.core.guest.yaml;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import ringside.core.RingsideException;
import ringside.core.guest.Guest;

/** Guests as YAML files. Writing and reading again gives the same guest. */
public final class GuestFile {
    static final int LONGEST = 1 << 20;

    private GuestFile() {}

    /** @throws RingsideException naming the file, the line and what is allowed there */
    public static Guest read(Path file) {
        byte[] bytes;
        try (InputStream in = Files.newInputStream(file)) {
            bytes = in.readNBytes(LONGEST + 1);
        } catch (IOException e) {
            throw new RingsideException("Cannot read " + file, "check that the file is there and may be read", e);
        }
        if (bytes.length > LONGEST)
            throw new RingsideException(
                    file + " is longer than 1 MiB (" + LONGEST + " bytes)", "a guest's file is some hundred lines");
        return read(file.toString(), text(file, bytes));
    }

    private static String text(Path file, byte[] bytes) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new RingsideException(file + " is not UTF-8 text", "save it as UTF-8", e);
        }
    }

    /**
     * @param source the name that messages give to the text
     * @throws RingsideException naming the source, the line and what is allowed there
     */
    public static Guest read(String source, String text) {
        try {
            return new Reader(Document.read(text)).guest();
        } catch (Document.Unreadable e) {
            throw new RingsideException(
                    source + ", line " + e.line() + ": " + e.reason(), "correct that line; nothing was changed", e);
        }
    }

    /** Every key with a comment on what it sets; what is absent stands there as a comment. */
    public static String write(Guest guest) {
        return new Writer().guest(guest);
    }

    static String shown(String text) {
        String line = text.replaceAll("[\\p{Cntrl}\\p{Cs}]", "?");
        return line.length() <= 60 ? line : line.substring(0, 57) + "...";
    }
}
