package ringside.adapter.local;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import ringside.core.Progress;
import ringside.core.host.Answer;
import ringside.core.host.Command;
import ringside.core.host.Shell;

/** A process, from its start to its answer. */
final class Running {
    /**
     * How long a process that has ended, but gave its outputs to another, may keep them open. On a busy machine what it
     * printed last may not be read any sooner.
     */
    private static final Duration GRACE = Duration.ofSeconds(2);

    private static final Duration GRACE_OF_KILLED = Duration.ofMillis(300);

    private final Process process;
    private final Command command;
    private final Shell.Output heard;
    private final long began = System.nanoTime();
    private volatile boolean tooLong;

    Running(Process process, Command command, Shell.Output heard) {
        this.process = process;
        this.command = command;
        this.heard = heard;
    }

    Answer answer() {
        var out = new Output(process.getInputStream(), false);
        var err = new Output(process.getErrorStream(), true);
        thread(this::feed);
        try {
            boolean ended = process.waitFor(command.limit().toNanos(), TimeUnit.NANOSECONDS);
            if (!ended) kill();
            out.end(ended ? GRACE : GRACE_OF_KILLED);
            err.end(ended ? GRACE : GRACE_OF_KILLED);
            Answer.Ending ending =
                    tooLong ? Answer.Ending.TOO_LONG : ended ? Answer.Ending.EXITED : Answer.Ending.TIMED_OUT;
            int exit = ending == Answer.Ending.EXITED ? process.exitValue() : -1;
            return new Answer(ending, exit, out.text(), err.text(), Duration.ofNanos(System.nanoTime() - began));
        } catch (InterruptedException cancelled) {
            Thread.currentThread().interrupt();
            throw new Progress.Cancelled();
        } finally {
            kill();
            if (command.isAttended()) leave();
        }
    }

    /**
     * A pipe that is waited on holds its thread of the system, also under a virtual one: a few silent processes would stop
     * all virtual threads of a small machine, and with them the limits of time and whoever wants to cancel.
     */
    private static Thread thread(Runnable work) {
        return Thread.ofPlatform().daemon().name("pipe").start(work);
    }

    private void feed() {
        try {
            OutputStream in = process.getOutputStream();
            in.write(command.input());
            if (command.isAttended()) in.flush();
            else in.close();
        } catch (IOException ended) {
            // It had read enough, or was killed: its answer tells
        }
    }

    private void leave() {
        try {
            process.getOutputStream().close();
        } catch (IOException ended) {
            // Nobody reads it any more
        }
    }

    /** With all it started; its own end comes last, for until then it is known whose they are. */
    private void kill() {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }

    /** One of its two outputs, read as it comes. */
    private final class Output {
        private final InputStream in;
        private final boolean error;
        private final Thread reader;
        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

        Output(InputStream in, boolean error) {
            this.in = in;
            this.error = error;
            reader = thread(this::read);
        }

        private void read() {
            byte[] buffer = new byte[16 << 10];
            try {
                for (int n; (n = in.read(buffer)) >= 0; ) {
                    heard.printed(error, Arrays.copyOf(buffer, n));
                    synchronized (bytes) {
                        bytes.write(buffer, 0, Math.min(n, command.most() - bytes.size()));
                        if (bytes.size() < command.most()) continue;
                    }
                    tooLong = true;
                    kill();
                    return;
                }
            } catch (IOException closed) {
                // What came until then is its answer
            }
        }

        void end(Duration grace) throws InterruptedException {
            if (reader.join(grace)) return;
            reader.interrupt(); // something the process left behind still holds the output
        }

        String text() {
            synchronized (bytes) {
                return bytes.toString(StandardCharsets.UTF_8);
            }
        }
    }
}
