package ringside.core.guest;

/** Where the guest's first serial port ends: its text console. */
public sealed interface Serial {
    record None() implements Serial {}

    /** A terminal of the host. */
    record Pty() implements Serial {}

    /** A socket that a program of the host connects to. */
    record Socket(@Key(says = "path of the socket") String path) implements Serial {
        public Socket {
            Refusal.path("path", path);
        }
    }

    /** A file that what the guest prints is written to. */
    record File(@Key(says = "path of the file") String path) implements Serial {
        public File {
            Refusal.path("path", path);
        }
    }
}
