package ringside.adapter.ssh;

import com.jcraft.jsch.ChannelDirectTCPIP;
import com.jcraft.jsch.JSchException;
import com.jcraft.jsch.Proxy;
import com.jcraft.jsch.Session;
import com.jcraft.jsch.SocketFactory;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import org.jspecify.annotations.Nullable;

/** The way to a host through another, which carries the bytes and cannot read them. */
final class Jump implements Proxy {
    private final Session through;
    private final Runnable connected;
    private @Nullable ChannelDirectTCPIP channel;
    private @Nullable InputStream in;
    private @Nullable OutputStream out;

    /** @param connected told when it has found the host */
    Jump(Session through, Runnable connected) {
        this.through = through;
        this.connected = connected;
    }

    @Override
    public void connect(@Nullable SocketFactory sockets, String host, int port, int timeout)
            throws JSchException, IOException {
        var opened = (ChannelDirectTCPIP) SshShell.opened(through, "direct-tcpip");
        opened.setHost(host);
        opened.setPort(port);
        in = opened.getInputStream();
        out = opened.getOutputStream();
        opened.connect(timeout);
        channel = opened;
        connected.run();
    }

    @Override
    public @Nullable InputStream getInputStream() {
        return in;
    }

    @Override
    public @Nullable OutputStream getOutputStream() {
        return out;
    }

    @Override
    public @Nullable Socket getSocket() {
        return null;
    }

    @Override
    public void close() {
        if (channel != null) channel.disconnect();
    }
}
