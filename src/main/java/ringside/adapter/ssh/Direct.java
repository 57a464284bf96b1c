package ringside.adapter.ssh;

import com.jcraft.jsch.SocketFactory;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.function.Consumer;

/** The way to a host over the network: its name is looked up, then its addresses are called, one after another. */
final class Direct implements SocketFactory {
    private final Duration patience;
    private final Consumer<InetAddress> named;

    /** @param named told the first address the name stands for */
    Direct(Duration patience, Consumer<InetAddress> named) {
        this.patience = patience;
        this.named = named;
    }

    @Override
    public Socket createSocket(String host, int port) throws IOException {
        InetAddress[] addresses = InetAddress.getAllByName(host);
        named.accept(addresses[0]);
        for (int i = 0; ; i++) {
            try {
                return connected(new InetSocketAddress(addresses[i], port));
            } catch (IOException unreachable) {
                if (i == addresses.length - 1) throw unreachable;
            }
        }
    }

    private Socket connected(InetSocketAddress address) throws IOException {
        var socket = new Socket();
        try {
            socket.connect(address, (int) patience.toMillis());
            return socket;
        } catch (IOException unreachable) {
            socket.close();
            throw unreachable;
        }
    }

    @Override
    public InputStream getInputStream(Socket socket) throws IOException {
        return socket.getInputStream();
    }

    @Override
    public OutputStream getOutputStream(Socket socket) throws IOException {
        return socket.getOutputStream();
    }
}
