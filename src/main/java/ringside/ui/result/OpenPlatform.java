package ringside.ui.result;

import java.util.List;
import ringside.core.format.PlatformQuestion;
import ringside.ui.kit.Texts;

/**
 * A platform that files leave open in one way: the user is asked once, for all their systems.
 *
 * @param choices what it may be
 * @param question for people
 */
public record OpenPlatform(List<String> choices, String question) {
    static OpenPlatform of(List<PlatformQuestion> alike) {
        PlatformQuestion first = alike.getFirst();
        long systems = alike.stream().map(PlatformQuestion::machine).distinct().count();
        String which = systems == 1 ? first.machine() : Texts.of("result.open-platform.systems", systems);
        return new OpenPlatform(first.choices(), Texts.of("result.open-platform.means", first.said(), which));
    }
}
