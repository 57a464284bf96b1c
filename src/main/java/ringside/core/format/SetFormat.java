package ringside.core.format;

import java.io.IOException;
import ringside.core.result.ResultStore;

/** A file that carries result sets of its own, streamed into the store in bounded memory. */
public non-sealed interface SetFormat extends Format {
    /** Writes what the content holds; the caller commits, or closes the writing to leave the store as it was. */
    Outcome read(Content content, Request request, ResultStore.Writing writing) throws IOException;
}
