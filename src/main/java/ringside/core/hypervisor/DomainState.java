package ringside.core.hypervisor;

import java.util.Locale;

/** How it is with a guest. */
public enum DomainState {
    /** It is being made. */
    STARTING,
    RUNNING,
    PAUSED,
    /** It has been asked to power off and has not yet done so. */
    STOPPING,
    OFF,
    /** Its memory is on disk, and it goes on from there. */
    SAVED,
    CRASHED,
    /** It was begun and never came to be, or lost what it needs: there is nothing to do but to remove it. */
    BROKEN,
    /** The hypervisor does not say. */
    UNKNOWN;

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether it holds memory and CPUs of the host. */
    public boolean isAlive() {
        return this == STARTING || this == RUNNING || this == PAUSED || this == STOPPING || this == UNKNOWN;
    }
}
