package ringside.ui.guest;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import ringside.core.guest.Guest;
import ringside.core.guest.GuestPlatform;
import ringside.core.guest.fair.Fairness;
import ringside.core.guest.fair.Finding;
import ringside.core.guest.fair.Subject;
import ringside.core.guest.render.Target;
import ringside.core.platform.Platforms;

/**
 * The outputs of a guest, each made when it is first asked for: after a keystroke the one in view has to be there within
 * a frame, and all the others a moment later. For one thread.
 */
final class Printouts {
    private final Guest guest;
    private final Map<Output, Printout> made = new HashMap<>();
    private @Nullable List<Finding> findings;

    Printouts(Guest guest) {
        this.guest = guest;
    }

    Printout of(Output output) {
        return made.computeIfAbsent(output, wanted -> wanted.of(guest));
    }

    /** Everything that is saved together, in that order. */
    Map<Output, Printout> chosen() {
        var all = new LinkedHashMap<Output, Printout>();
        for (Output output : Output.chosen(guest)) all.put(output, of(output));
        return Collections.unmodifiableMap(all);
    }

    /** What differs between the chosen platforms and would make a comparison unfair. */
    List<Finding> findings() {
        if (findings == null) findings = Fairness.findings(subjects());
        return findings;
    }

    private List<Subject> subjects() {
        var subjects = new ArrayList<Subject>();
        for (GuestPlatform platform : guest.platforms().chosen()) {
            Printout printout = of(new Output.Configuration(Target.of(platform), Optional.empty()));
            subjects.add(new Subject(Platforms.of(platform.id()).name(), guest, platform, printout.gaps()));
        }
        return subjects;
    }
}
