package ringside.core.format;

import java.io.IOException;
import java.util.Optional;
import ringside.core.result.Parameters;
import ringside.core.result.ResultSet;

/** Results of machines that the file itself describes. Read as a stream: its size costs time, not memory. */
public non-sealed interface StreamFormat extends Format {
    /**
     * Gives everything sound to the intake, and says of the rest why not.
     *
     * @param given parameters the file does not hold and the caller states; they join every sample that lacks them
     */
    void read(Content content, Parameters given, Intake intake) throws IOException;

    /**
     * The set that begins with this content.
     *
     * @param plain what is said of a set where the file says nothing of its own
     */
    default ResultSet begin(ResultSet plain, Content content) throws IOException {
        return plain;
    }

    /** The name that the content gives itself, for a set of its own; empty if it gives none. */
    default Optional<String> called(Content content) throws IOException {
        return Optional.empty();
    }

    /** What a run keeps so that its raw output can be read again; {@link Formats#reader} understands it. */
    default String reader() {
        return id();
    }
}
