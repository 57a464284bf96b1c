package ringside.core.format;

import java.util.Optional;
import ringside.core.result.Parameters;

/**
 * How the user wants a file imported.
 *
 * @param set the set to import into; otherwise the file says, or its name does
 * @param format a format id, or empty to recognise it
 * @param platform the platform that ran it, where the file does not say
 * @param label the configuration's label, where the file does not say
 * @param given parameters that the output does not print
 */
public record Request(
        Optional<String> set,
        Optional<String> format,
        Optional<String> platform,
        Optional<String> label,
        Parameters given) {
    public static final Request AUTOMATIC =
            new Request(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Parameters.NONE);
}
