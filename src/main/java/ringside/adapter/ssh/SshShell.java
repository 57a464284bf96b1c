package ringside.adapter.ssh;

import com.jcraft.jsch.Channel;
import com.jcraft.jsch.ChannelExec;
import com.jcraft.jsch.ChannelSftp;
import com.jcraft.jsch.JSchException;
import com.jcraft.jsch.Session;
import java.time.Duration;
import java.util.Deque;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import ringside.core.Progress;
import ringside.core.RingsideException;
import ringside.core.host.Answer;
import ringside.core.host.Command;
import ringside.core.host.Shell;
import ringside.core.host.Target;

/** A host reached by SSH. */
public final class SshShell implements Shell {
    /** OpenSSH's servers allow ten at a time unless told otherwise; some are left to stop others by. */
    private static final int AT_ONCE = 8;

    private static final Duration OPENING = Duration.ofSeconds(15); // a host that is very busy is not lost
    private static final Duration AGAIN = Duration.ofMillis(40);

    private final Target.Ssh target;
    private final Deque<Session> way;
    private final Session session;
    private final Semaphore places = new Semaphore(AT_ONCE, true);

    /** @param way the connections to it, through which one reaches the next; the last is its own */
    SshShell(Target.Ssh target, Deque<Session> way) {
        this.target = target;
        this.way = way;
        this.session = way.getLast();
    }

    @Override
    public Target target() {
        return target;
    }

    @Override
    public String name() {
        return target.place();
    }

    @Override
    public Answer run(Command command) {
        return run(command, Output.UNHEARD);
    }

    @Override
    public Answer run(Command command, Output output) {
        return placed(() -> new RemoteRun(this, command, output).answer());
    }

    @Override
    public void put(String path, byte[] content, boolean executable) {
        if (!placed(() -> new RemoteFile(this, path).write(content, executable)))
            Shell.super.put(path, content, executable);
    }

    @Override
    public byte[] fetch(String path, int most) {
        return placed(() -> new RemoteFile(this, path).read(most)).orElseGet(() -> Shell.super.fetch(path, most));
    }

    private interface Work<T> {
        T done() throws InterruptedException;
    }

    private <T> T placed(Work<T> work) {
        try {
            places.acquire();
            try {
                return work.done();
            } finally {
                places.release();
            }
        } catch (InterruptedException cancelled) {
            Thread.currentThread().interrupt();
            throw new Progress.Cancelled();
        }
    }

    ChannelExec channel(String line, Consumer<ChannelExec> prepare) throws InterruptedException {
        return channel("exec", ChannelExec.class, opened -> {
            opened.setCommand(line);
            prepare.accept(opened);
        });
    }

    /** A new channel; a server that allows fewer than we would use is asked again until one of ours has ended. */
    <C extends Channel> C channel(String kind, Class<C> type, Consumer<C> prepare) throws InterruptedException {
        long end = System.nanoTime() + OPENING.toNanos();
        while (true) {
            if (!session.isConnected()) throw lost();
            try {
                C channel = type.cast(opened(session, kind));
                prepare.accept(channel);
                connect(channel);
                return channel;
            } catch (JSchException e) {
                if (!session.isConnected()) throw lost();
                boolean refused = type.equals(ChannelSftp.class)
                        && !String.valueOf(e.getMessage()).contains("not opened");
                if (refused || System.nanoTime() > end)
                    throw new RingsideException(
                            name() + " opens no further channel (" + e.getMessage() + ")",
                            "raise MaxSessions in its sshd_config",
                            e);
                Thread.sleep(AGAIN);
            }
        }
    }

    /** The library gives none, without a word, where the session is cut while it prepares one. */
    static Channel opened(Session session, String kind) throws JSchException {
        Channel opened = session.openChannel(kind);
        if (opened == null) throw new JSchException("the connection was cut while a channel was opened");
        return opened;
    }

    /**
     * Waits for the server to open a channel. The library does so deaf to interrupts and forgets them, so a thread of its
     * own waits: of one that is called away here the channel is opened still, and the interrupt stands.
     */
    private static void connect(Channel channel) throws JSchException {
        var opening = new CompletableFuture<@Nullable JSchException>();
        Thread.startVirtualThread(() -> {
            try {
                channel.connect((int) OPENING.toMillis());
                opening.complete(null);
            } catch (JSchException refused) {
                opening.complete(refused);
            } catch (Throwable fault) {
                opening.completeExceptionally(fault);
            }
        });
        JSchException refused = opening.join();
        if (refused != null) throw refused;
    }

    RingsideException lost() {
        return new RingsideException("The connection to " + name() + " was lost", "check the network, and try again");
    }

    @Override
    public boolean isOpen() {
        return session.isConnected();
    }

    @Override
    public void close() {
        SshHosts.leave(way);
    }
}
