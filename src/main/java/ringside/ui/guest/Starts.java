package ringside.ui.guest;

import java.util.List;
import ringside.core.guest.Guest;

/** The guests one can begin with. */
final class Starts {
    private Starts() {}

    static List<Start> all() {
        return List.of(
                new Start("Presets", "Defaults", "What an expert would take for a Linux guest.", Guest.named("guest")));
    }
}
