package ringside.core.host;

/**
 * A part of the way to a host that lies behind.
 *
 * @param host whose part it is: the host's own, or that of one it is reached through
 * @param says what was found there, such as an address or a key; may be empty
 */
public record Passed(Part part, String host, String says) {
    /** The parts of every way by SSH, in their order; on this machine commands are all there is. */
    public enum Part {
        /** Its name has an address. */
        NAME,
        /** A server for SSH answers there. */
        ROUTE,
        /** Its key is the one it is known by. */
        KEY,
        /** It lets this user in. */
        LOGIN,
        /** Commands run there. */
        COMMANDS;

        /** The part behind this one; behind the last there is none other. */
        public Part next() {
            return switch (this) {
                case NAME -> ROUTE;
                case ROUTE -> KEY;
                case KEY -> LOGIN;
                case LOGIN, COMMANDS -> COMMANDS;
            };
        }
    }
}
