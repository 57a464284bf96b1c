package ringside.core.format;

import java.io.IOException;
import java.util.function.UnaryOperator;
import ringside.core.Progress;
import ringside.core.result.ResultStore;

/** A file that carries result sets of its own, streamed into the store in bounded memory. */
public non-sealed interface SetFormat extends Format {
    /** Writes what the content holds; the caller commits, or closes the writing to leave the store as it was. */
    Outcome read(Content content, Task task, ResultStore.Writing writing) throws IOException;

    /**
     * What a set format needs beside the content.
     *
     * @param free makes of a set's name one that the store does not have yet
     */
    record Task(Request request, UnaryOperator<String> free, Progress progress) {}
}
