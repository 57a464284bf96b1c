package ringside.adapter.ssh;

import com.jcraft.jsch.ChannelExec;
import com.jcraft.jsch.JSchException;
import com.jcraft.jsch.Session;
import java.time.Duration;
import java.util.Deque;
import java.util.concurrent.Semaphore;
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

    private static final Duration OPENING = Duration.ofSeconds(5);
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
        return target.host() + (target.port().isPresent() ? ":" + target.port().getAsInt() : "");
    }

    @Override
    public Answer run(Command command) {
        try {
            places.acquire();
            try {
                return new RemoteRun(this, command).answer();
            } finally {
                places.release();
            }
        } catch (InterruptedException cancelled) {
            Thread.currentThread().interrupt();
            throw new Progress.Cancelled();
        }
    }

    /** A new channel; a server that allows fewer than we would use is asked again until one of ours has ended. */
    ChannelExec channel(String line, java.util.function.Consumer<ChannelExec> prepare) throws InterruptedException {
        long end = System.nanoTime() + OPENING.toNanos();
        while (true) {
            if (!session.isConnected()) throw lost();
            try {
                var channel = (ChannelExec) session.openChannel("exec");
                channel.setCommand(line);
                prepare.accept(channel);
                channel.connect((int) OPENING.toMillis());
                return channel;
            } catch (JSchException e) {
                if (!session.isConnected()) throw lost();
                if (System.nanoTime() > end)
                    throw new RingsideException(
                            name() + " opens no further channel (" + e.getMessage() + ")",
                            "raise MaxSessions in its sshd_config",
                            e);
                Thread.sleep(AGAIN);
            }
        }
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
