package ringside.core.platform;

import java.util.List;

/** A piece of the theory behind the platforms. */
public record Topic(String id, String title, List<Statement> text, List<Drawing> drawings) {
    public Topic {
        text = List.copyOf(text);
        drawings = List.copyOf(drawings);
    }
}
