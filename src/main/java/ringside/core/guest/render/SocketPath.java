package ringside.core.guest.render;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import ringside.core.guest.Guest;

/** Paths of sockets that are ours to choose: a socket's path has room for 107 bytes, less than a guest's name can have. */
final class SocketPath {
    private static final int ROOM = 107;

    private SocketPath() {}

    /** Between the two parts the guest's name, or where that is too long an identifier made from it. */
    static String named(String before, Guest guest, String after) {
        String path = before + guest.name() + after;
        byte[] name = guest.name().getBytes(StandardCharsets.UTF_8);
        return path.getBytes(StandardCharsets.UTF_8).length <= ROOM
                ? path
                : before + UUID.nameUUIDFromBytes(name) + after;
    }
}
