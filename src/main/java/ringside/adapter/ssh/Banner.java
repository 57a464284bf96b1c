package ringside.adapter.ssh;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;

/** Whether an SSH server greets. A VMM that forwards a port takes connections long before the guest's server does. */
public final class Banner {
    private Banner() {}

    /** @param patience for the connection and for the greeting, each */
    public static boolean greets(String host, int port, Duration patience) {
        try (var socket = new Socket()) {
            socket.connect(new InetSocketAddress(host, port), (int) patience.toMillis());
            socket.setSoTimeout((int) patience.toMillis());
            return new String(socket.getInputStream().readNBytes(4), java.nio.charset.StandardCharsets.US_ASCII)
                    .equals("SSH-");
        } catch (IOException notYet) {
            return false;
        }
    }
}
