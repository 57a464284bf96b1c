package ringside.adapter.libvirt;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.libvirt.LibvirtException;
import ringside.core.RingsideException;
import ringside.core.host.Command;
import ringside.core.probe.Unanswered;

/**
 * A connection to libvirt that is used for long. A daemon that hangs or dies costs the call that met it; the next one makes
 * a new connection.
 */
final class Link implements AutoCloseable {
    private static final Duration USUAL = Duration.ofSeconds(10);

    /** The way to another host is part of it, and a daemon that was just started asks its emulators first what they can do. */
    private static final Duration FAR = Duration.ofSeconds(60);

    /** A daemon that says nothing for so long, twice, is given up. */
    private static final int ALIVE_SECONDS = 5;

    private final String uri;

    /** No lock is held while native code is called: whoever waited for it would hang with it. */
    private final AtomicReference<Optional<Connection>> held = new AtomicReference<>(Optional.empty());

    Link(String uri) {
        this.uri = uri;
    }

    @FunctionalInterface
    interface Call<T> {
        T on(Connection connection) throws LibvirtException;
    }

    String uri() {
        return uri;
    }

    /** What a person types to do the like. */
    String command(String... words) {
        return Command.of("virsh", "-c", uri).line() + " " + String.join(" ", words);
    }

    /** Asks for something; an interrupt ends the waiting. */
    <T> T ask(String what, Call<T> call) {
        return patiently(what, work -> new Patience(isFar() ? FAR : USUAL).of(command(), work), call);
    }

    /** As libvirt's URIs have it: {@code qemu+ssh://host/system}. */
    private boolean isFar() {
        return uri.indexOf('+') >= 0 && uri.indexOf('+') < uri.indexOf(':');
    }

    /** Has something done: that is waited for to its end, whoever interrupts, for nobody could say else how it ended. */
    <T> T order(Duration limit, String what, Call<T> call) {
        return patiently(what, work -> new Patience(limit).toTheEnd(command(), work), call);
    }

    private <T> T patiently(String what, Function<Callable<T>, T> wait, Call<T> call) {
        try {
            return wait.apply(() -> {
                try {
                    return call.on(connection());
                } catch (LibvirtException e) {
                    throw refusal(what, e);
                }
            });
        } catch (Unanswered silent) {
            forget();
            throw new RingsideException("On " + uri + ": " + silent.problem(), silent.remedy(), silent);
        }
    }

    private Connection connection() throws LibvirtException {
        Optional<Connection> last = held.get();
        if (last.isPresent() && last.get().isAlive()) return last.get();
        Connection.load();
        Events.begin();
        var fresh = new Connection(uri, false);
        try {
            fresh.setKeepAlive(ALIVE_SECONDS, 2);
        } catch (LibvirtException inProcess) {
            // A driver without a daemon has nobody to be kept alive by
        }
        held.set(Optional.of(fresh));
        return fresh;
    }

    private RingsideException refusal(String what, LibvirtException e) {
        // Of what its QEMU said when it ended, the device in JSON and the time tell a person nothing
        String said = String.valueOf(e.getMessage())
                .strip()
                .replaceFirst("(?s)^.*closed the monitor: \\S+ qemu-\\S+: (-\\S+ \\{.*\\}: )?", "its QEMU ended: ");
        if (!alive())
            return new RingsideException(
                    "libvirt at " + uri + " cannot be reached (" + said + ")",
                    "start its daemon (systemctl start libvirtd), be in the group libvirt, and try again",
                    e);
        return new RingsideException("libvirt refuses to " + what + ": " + said, Remedies.of(said), e);
    }

    private boolean alive() {
        Optional<Connection> last = held.get();
        try {
            return last.isPresent() && last.get().isAlive();
        } catch (LibvirtException dead) {
            return false;
        }
    }

    /** Leaves a connection that hangs to itself: to close it would hang, too. */
    private void forget() {
        held.set(Optional.empty());
    }

    @Override
    public void close() {
        Optional<Connection> last = held.getAndSet(Optional.empty());
        last.ifPresent(open -> Thread.ofPlatform().daemon().start(() -> {
            try {
                open.close();
            } catch (LibvirtException gone) {
                // With the daemon the connection has ended
            }
        }));
    }
}
