package ringside.core.format;

import java.util.List;
import ringside.core.result.Parameters;

/** What a benchmark tool prints. Reading is a pure function, so stored raw output can be read again and compared. */
public non-sealed interface ToolFormat extends Format {
    /**
     * Takes every sound row, and says of every other why not.
     *
     * @param lines the whole output, cleaned of escape sequences
     * @param given parameters the output does not print and the caller states; they join every sample that lacks them
     */
    Reading read(List<Line> lines, Parameters given);

    /** What becomes of bytes that belong in no text. */
    enum OddBytes {
        /** They are left out of a log, or read as Latin-1, and the user is told. */
        NOTED,
        REFUSED,
        /** It is no text. */
        EXPECTED
    }

    default OddBytes oddBytes(byte[] output) {
        return OddBytes.NOTED;
    }

    /** The same from the output's bytes; a format that is not text reads them itself. */
    default Reading read(byte[] output, Parameters given) {
        return read(Content.lines(output), given);
    }

    @Override
    default List<PlatformQuestion> asks(Content content) {
        return List.of(PlatformQuestion.OPEN);
    }
}
