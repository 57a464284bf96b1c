package ringside.core.guest;

/** What becomes of the guest when its operating system ends. */
public record Lifecycle(
        @Key(says = "when it reboots: restart or destroy", or = "restart")
        Ending reboot,

        @Key(says = "when it shuts down: destroy or restart", or = "destroy")
        Ending poweroff,

        @Key(says = "when it crashes: destroy, restart or preserve (for a look at it)", or = "destroy")
        Ending crash) {
    public enum Ending {
        RESTART,
        DESTROY,
        PRESERVE
    }

    public Lifecycle {
        Refusal.unless(reboot != Ending.PRESERVE, "reboot", "preserve; allowed are restart and destroy");
        Refusal.unless(
                reboot != Ending.DESTROY || poweroff != Ending.RESTART,
                "reboot",
                "destroy; a guest that starts again when it shuts down restarts when it reboots, too: restart");
        Refusal.unless(poweroff != Ending.PRESERVE, "poweroff", "preserve; allowed are destroy and restart");
    }
}
