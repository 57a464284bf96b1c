package ringside.core.hypervisor;

import java.util.ArrayList;
import java.util.List;
import ringside.core.host.Command;
import ringside.core.host.Target;
import ringside.core.hypervisor.Hypervisors.Place;
import ringside.core.hypervisor.Register.Found;

/**
 * A guest of ours that nobody will remove any more, by what the register alone says of it.
 *
 * @param why in a clause
 * @param command that removes it
 */
public record Leftover(String guest, String why, String command) {
    /** @param here the name of this machine, whose guests they are */
    public static List<Leftover> of(Register register, String here) {
        var all = new ArrayList<Leftover>();
        for (Found found : register.all())
            found.leftover(here).ifPresent(why -> all.add(new Leftover(found.name(), why, removal(found))));
        return all;
    }

    private static String removal(Found found) {
        Place place = Place.of(found, Target.LOCAL);
        var words = new ArrayList<>(List.of(
                "ringside",
                "guest",
                "destroy",
                found.name(),
                "--on",
                place.driver().word()));
        place.connection().ifPresent(uri -> words.addAll(List.of("--connect", uri)));
        return Command.of(words).line();
    }
}
