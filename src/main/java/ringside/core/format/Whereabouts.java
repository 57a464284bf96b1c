package ringside.core.format;

import java.util.List;

/** On which platform a machine ran, as far as the file tells. */
public sealed interface Whereabouts {
    /** Somebody wrote it down. */
    record Told(String platform) implements Whereabouts {}

    /** A program found it from inside, where not everything can be seen; the user may know better. */
    record Seen(String platform) implements Whereabouts {}

    /** The file says nothing of it, and this is what that usually means. */
    record Assumed(String platform) implements Whereabouts {}

    /**
     * What the file says may mean several platforms.
     *
     * @param said in the file's words
     * @param choices the platforms it may mean, two or more
     */
    record Unclear(String said, List<String> choices) implements Whereabouts {
        public Unclear {
            choices = List.copyOf(choices);
        }
    }

    /** Nothing is known. */
    Whereabouts UNKNOWN = new Assumed("unknown");
}
