package ringside.core.format;

import java.util.List;

/**
 * A machine whose platform the file leaves open, so that the user is to say it.
 *
 * @param machine its name in the file; empty where the file names none
 * @param said what the file says of its platform; may be empty
 * @param choices the platforms that this may mean; empty if it may be any
 */
public record PlatformQuestion(String machine, String said, List<String> choices) {
    /** Of a file that says nothing of where it was made. */
    public static final PlatformQuestion OPEN = new PlatformQuestion("", "", List.of());

    public PlatformQuestion {
        choices = List.copyOf(choices);
    }

    /** Whether there is no way to take the machine's results without an answer. */
    public boolean needsAnswer() {
        return !choices.isEmpty();
    }

    /** Such as {@code kvm or docker}. */
    static String either(List<String> choices) {
        int last = choices.size() - 1;
        return String.join(", ", choices.subList(0, last)) + (last > 0 ? " or " : "") + choices.get(last);
    }
}
