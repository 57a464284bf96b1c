package ringside.core.hypervisor;

import java.util.Locale;

/** What may be asked of a hypervisor for a guest. */
public enum Operation {
    START,
    /** Ask its operating system to power off. */
    STOP,
    /** End it at once, and take away what was made for it. */
    DESTROY,
    PAUSE,
    /** What it printed on its first serial port. */
    CONSOLE,
    /** Where it answers by SSH. */
    ADDRESS,
    /** Keep memory and disks as they are now, under a name. */
    SNAPSHOT,
    /** Go back to a snapshot. */
    REVERT,
    /** Write its memory to disk, and end it. */
    SAVE,
    /** Go on from what was saved. */
    RESTORE,
    /** Move it to another VMM or host while it runs. */
    MIGRATE,
    /** Give it a vCPU more while it runs. */
    PLUG_CPU,
    /** Give it more memory while it runs. */
    PLUG_MEMORY;

    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
