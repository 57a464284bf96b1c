package ringside.core.trial;

import java.util.Set;
import ringside.core.guest.Guest;
import ringside.core.hypervisor.Operation;

/** Is made with a guest that is there for nothing else. */
non-sealed interface GuestTrial extends Trial {
    /** What the hypervisor must be able to do. */
    Set<Operation> needs();

    /** The guest with what this needs of it. */
    default Guest fitted(Guest guest) {
        return guest;
    }

    /** @throws ringside.core.RingsideException saying what could not be done, or did not hold */
    Outcome prove(Scene scene);
}
