package ringside.core.format;

import java.util.Map;
import java.util.Optional;
import ringside.core.result.Parameters;

/**
 * How the user wants a file imported.
 *
 * @param set the set to import into; otherwise the file says, or its name does
 * @param format a format id, or empty to recognise it
 * @param platform the platform that ran it, if the file does not say it, or only what a program saw from inside
 * @param platforms the platforms of machines that the file names, whatever the file says of these
 * @param label the configuration's label, where the file does not say
 * @param given parameters that the output does not print
 */
public record Request(
        Optional<String> set,
        Optional<String> format,
        Optional<String> platform,
        Map<String, String> platforms,
        Optional<String> label,
        Parameters given) {
    public Request {
        platforms = Map.copyOf(platforms);
    }

    /** Nothing is said of single machines. */
    public Request(
            Optional<String> set,
            Optional<String> format,
            Optional<String> platform,
            Optional<String> label,
            Parameters given) {
        this(set, format, platform, Map.of(), label, given);
    }

    /** The same, with what is said of single machines. */
    public Request with(Map<String, String> machines) {
        return new Request(set, format, platform, machines, label, given);
    }

    /** What the user says of a machine that the file names; empty if nothing. */
    Optional<String> platformOf(String machine) {
        return Optional.ofNullable(platforms.get(machine)).or(() -> platform);
    }

    public static final Request AUTOMATIC =
            new Request(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Parameters.NONE);
}
