package ringside.adapter.ssh;

import com.jcraft.jsch.ChannelExec;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Consumer;
import ringside.core.host.Answer;
import ringside.core.host.Command;
import ringside.core.host.Shell;

/**
 * One command on a remote host. Before the command a mark and the number of its process are printed: what a start-up file
 * of the remote shell may print comes before the mark and is dropped, and the process can be killed with all it started,
 * which closing the channel does not do.
 */
final class RemoteRun {
    private static final String SYSTEM = "/usr/local/sbin:/usr/sbin:/sbin";

    /** What a start-up file may print. */
    private static final int CHATTER = 64 << 10;

    /** Between two looks at a channel that has said nothing, once its output has ended and before. */
    private static final int LOOK_MS = 20;

    private static final int SELDOM_MS = 250;

    private static final int LOOKS_FOR_CUT = 25;

    /** For the exit code, which comes after the output. */
    private static final Duration GRACE = Duration.ofSeconds(2);

    private final SshShell shell;
    private final Command command;
    private final String mark =
            "ringside-" + HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextLong());
    private final Object change = new Object();
    private final Output out;
    private final Output err;
    private boolean ended;

    RemoteRun(SshShell shell, Command command, Shell.Output heard) {
        this.shell = shell;
        this.command = command;
        var said = new AfterMark(mark, bytes -> heard.printed(false, bytes));
        out = new Output(command.most() + CHATTER, said::take);
        err = new Output(command.most(), bytes -> heard.printed(true, bytes));
    }

    Answer answer() throws InterruptedException {
        long began = System.nanoTime();
        ChannelExec channel = shell.channel(line(), opened -> {
            // An attended one has an input that does not end
            if (!command.isAttended()) opened.setInputStream(new ByteArrayInputStream(command.input()));
            opened.setOutputStream(out);
            opened.setErrStream(err);
        });
        boolean cancelled = false;
        try {
            Answer.Ending ending = await(channel, began + command.limit().toNanos());
            if (ending != Answer.Ending.EXITED) kill();
            else if (!channel.isClosed() || isCut(channel)) throw shell.lost();
            int exit = ending == Answer.Ending.EXITED ? channel.getExitStatus() : -1;
            var took = Duration.ofNanos(System.nanoTime() - began);
            return new Answer(ending, exit, said(), err.text(), took);
        } catch (InterruptedException interrupt) {
            cancelled = true; // its channel has to stay until it is known which process to kill
            Thread.startVirtualThread(() -> {
                killAnyway();
                channel.disconnect();
            });
            throw interrupt;
        } finally {
            if (!cancelled) channel.disconnect();
        }
    }

    private String line() {
        String script =
                "echo " + mark + " $$; PATH=\"$PATH:" + SYSTEM + "\"; LC_ALL=C; export PATH LC_ALL; exec \"$@\"";
        return "exec /bin/sh -c " + Command.quoted(script) + " sh " + command.line();
    }

    private Answer.Ending await(ChannelExec channel, long end) throws InterruptedException {
        synchronized (change) {
            while (!channel.isClosed() && shell.isOpen()) {
                if (out.isFull() || err.isFull()) return Answer.Ending.TOO_LONG;
                long left = (end - System.nanoTime()) / 1_000_000;
                if (left <= 0) return Answer.Ending.TIMED_OUT;
                change.wait(Math.clamp(left, 1, ended ? LOOK_MS : SELDOM_MS));
            }
        }
        return out.isFull() || err.isFull() ? Answer.Ending.TOO_LONG : Answer.Ending.EXITED;
    }

    /** A channel goes with its connection, and may do so a moment before the connection says that it is gone. */
    private boolean isCut(ChannelExec channel) throws InterruptedException {
        boolean told = channel.getExitStatus() >= 0; // of a command that a signal ended the server tells no status
        for (int look = 0; !told && look < LOOKS_FOR_CUT && shell.isOpen(); look++) Thread.sleep(LOOK_MS);
        return !shell.isOpen();
    }

    /** What came after the mark. */
    private String said() {
        String all = out.text();
        int at = all.indexOf(mark + " ");
        int end = at < 0 ? -1 : all.indexOf('\n', at);
        return end < 0 ? "" : all.substring(end + 1);
    }

    private void killAnyway() {
        try {
            kill();
        } catch (InterruptedException nobodyInterruptsThis) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException lost) {
            // With the connection the way to kill it is gone
        }
    }

    /** The number that stands after the mark, as soon as it has come; empty if it does not. */
    private String process() throws InterruptedException {
        long patience = System.nanoTime() + GRACE.toNanos();
        while (true) {
            String all = out.text();
            int at = all.indexOf(mark + " ");
            int end = at < 0 ? -1 : all.indexOf('\n', at);
            if (end >= 0) return all.substring(at + mark.length() + 1, end).strip();
            if (!shell.isOpen() || System.nanoTime() > patience) return "";
            Thread.sleep(LOOK_MS);
        }
    }

    /** Its whole process group: a server starts each command as the first of its own. */
    private void kill() throws InterruptedException {
        String process = process();
        if (!process.matches("[1-9]\\d{0,9}")) return;
        String line = "kill -s KILL -- -" + process + " 2>/dev/null || kill -s KILL " + process;
        ChannelExec killing = shell.channel("exec /bin/sh -c " + Command.quoted(line), (ChannelExec opened) -> {});
        try {
            long patience = System.nanoTime() + GRACE.toNanos();
            while (!killing.isClosed() && shell.isOpen() && System.nanoTime() < patience) Thread.sleep(LOOK_MS);
        } finally {
            killing.disconnect();
        }
    }

    /** One of its two outputs. The connection's own thread writes here and must never wait. */
    private final class Output extends OutputStream {
        private final int most;
        private final Consumer<byte[]> heard;
        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        private boolean full;

        Output(int most, Consumer<byte[]> heard) {
            this.most = most;
            this.heard = heard;
        }

        @Override
        public void write(int one) {
            write(new byte[] {(byte) one}, 0, 1);
        }

        @Override
        public void write(byte[] more, int offset, int length) {
            heard.accept(Arrays.copyOfRange(more, offset, offset + length));
            synchronized (change) {
                int room = Math.min(length, most - bytes.size());
                bytes.write(more, offset, room);
                if (room == length) return;
                full = true;
                change.notifyAll();
            }
        }

        @Override
        public void close() {
            synchronized (change) {
                ended = true;
                change.notifyAll();
            }
        }

        boolean isFull() {
            synchronized (change) {
                return full;
            }
        }

        String text() {
            synchronized (change) {
                return bytes.toString(StandardCharsets.UTF_8);
            }
        }
    }
}
