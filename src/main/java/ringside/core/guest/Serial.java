package ringside.core.guest;

import java.nio.charset.StandardCharsets;

/** Where the guest's first serial port ends: its text console. */
public sealed interface Serial {
    record None() implements Serial {}

    /** A terminal of the host. */
    record Pty() implements Serial {}

    /** A socket that a program of the host connects to. */
    record Socket(@Key(says = "path of the socket") String path) implements Serial {
        private static final int LONGEST = 107; // what Linux has room for in a socket's address

        public Socket {
            Refusal.path("path", path);
            int length = path.getBytes(StandardCharsets.UTF_8).length;
            Refusal.unless(
                    length <= LONGEST,
                    "path",
                    () -> length + " bytes; allowed for a socket are up to " + LONGEST + " bytes");
        }
    }

    /** A file that what the guest prints is written to. */
    record File(@Key(says = "path of the file") String path) implements Serial {
        public File {
            Refusal.path("path", path);
        }
    }
}
