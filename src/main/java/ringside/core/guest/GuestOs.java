package ringside.core.guest;

/** What runs in the guest; hypervisors that ask adapt small things to it. */
public enum GuestOs {
    LINUX,
    WINDOWS,
    OTHER
}
