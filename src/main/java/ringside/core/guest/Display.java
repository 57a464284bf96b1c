package ringside.core.guest;

/** Where the guest's screen can be seen. */
public sealed interface Display {
    /** Nowhere: nothing is drawn, nothing costs CPU. */
    record None() implements Display {}

    record Vnc(
            @Key(says = "IPv4 address it listens on", or = "127.0.0.1")
            String listen,

            @Key(says = "port, 5900 to 5999", or = "5901") int port)
            implements Display {
        public static final Vnc LOCAL = new Vnc("127.0.0.1", 5901);

        public Vnc {
            address(listen);
            Refusal.within("port", port, 5900, 5999, "");
        }

        /** VNC's own count of screens: port 5900 is number 0. */
        public int number() {
            return port - 5900;
        }
    }

    record Spice(
            @Key(says = "IPv4 address it listens on", or = "127.0.0.1")
            String listen,

            @Key(says = "port, 1024 to 65535", or = "5930") int port)
            implements Display {
        public static final Spice LOCAL = new Spice("127.0.0.1", 5930);

        public Spice {
            address(listen);
            Refusal.within("port", port, 1024, 65535, "");
        }
    }

    private static void address(String listen) {
        Refusal.unless(
                Network.Forward.ADDRESS.matcher(listen).matches(),
                "listen",
                "\"" + Refusal.shown(listen) + "\"; allowed is an IPv4 address: 127.0.0.1, or 0.0.0.0 for all");
    }
}
