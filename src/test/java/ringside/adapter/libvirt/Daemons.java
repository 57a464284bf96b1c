package ringside.adapter.libvirt;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import ringside.Lab;
import ringside.adapter.local.LocalShell;
import ringside.core.host.Command;

/** libvirt's daemons on this machine: those that run, or ones that a test started by hand and ends. */
public final class Daemons implements AutoCloseable {
    private static final LocalShell HERE = new LocalShell();

    private final List<Process> started = new ArrayList<>();

    private Daemons() {}

    /** Skips the test where there are none and none can be started. */
    public static Daemons running() throws IOException, InterruptedException {
        Lab.needs("virsh");
        var daemons = new Daemons();
        if (answers()) return daemons;
        Lab.needsRoot();
        daemons.start("virtlogd");
        daemons.start("libvirtd");
        for (int i = 0; i < 120 && !answers(); i++) Thread.sleep(250);
        assertTrue(answers(), "libvirtd does not answer");
        return daemons;
    }

    /** Whether they are the test's own, and may be ended. */
    boolean areOurs() {
        return !started.isEmpty();
    }

    /** Ends libvirtd at once, as a crash would. */
    void kill() throws InterruptedException {
        Process libvirtd = started.removeLast();
        libvirtd.destroyForcibly().waitFor();
    }

    void startAgain() throws IOException, InterruptedException {
        start("libvirtd");
        for (int i = 0; i < 120 && !answers(); i++) Thread.sleep(250);
        assertTrue(answers(), "libvirtd does not answer");
    }

    void start(String program) throws IOException {
        Path file = Lab.needs(program);
        started.add(new ProcessBuilder(file.toString())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start());
    }

    private static boolean answers() {
        return HERE.run(Command.of("virsh", "-r", "-c", "qemu:///system", "version")
                        .within(Duration.ofSeconds(20)))
                .succeeded();
    }

    @Override
    public void close() {
        started.reversed().forEach(Process::destroy);
    }
}
