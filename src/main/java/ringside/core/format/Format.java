package ringside.core.format;

import java.io.IOException;
import java.util.List;

/** A kind of file that Ringside can import. Known by its content; the name of a file is a hint for a label, never data. */
public sealed interface Format permits ToolFormat, SetFormat, StreamFormat {
    /** The id used with {@code import --format}. */
    String id();

    /** What it is, for people: {@code IOzone table}. */
    String title();

    /** Whether this content is of this format. At most one format may say so of the same content. */
    boolean recognises(Head head);

    /** Of which machines the user should be asked where they ran, because the content leaves it open. */
    default List<PlatformQuestion> asks(Content content) throws IOException {
        return List.of();
    }
}
