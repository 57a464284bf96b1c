package ringside.adapter.qemu;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import ringside.core.Progress;
import ringside.core.RingsideException;
import ringside.core.host.Answer;
import ringside.core.host.Command;
import ringside.core.host.Shell;
import ringside.core.host.Target;
import ringside.core.json.Json;

/**
 * The machine protocol (QMP) of a QEMU that runs, over its socket: one connection for each command, because QEMU speaks to
 * one at a time.
 */
final class Monitor {
    /** A guest that writes its memory into a snapshot keeps its monitor waiting. */
    static final Duration LONG = Duration.ofMinutes(5);

    static final Duration USUAL = Duration.ofSeconds(5);

    private static final String BEGIN = "{\"execute\":\"qmp_capabilities\"}\n";

    /** Hands lines to a socket and back until there are as many replies as questions. */
    private static final String TALK = """
            use IO::Socket::UNIX; $| = 1; my ($path, $wanted) = @ARGV;
            my $s = IO::Socket::UNIX->new(Type => SOCK_STREAM, Peer => $path) or die "$path: $!\\n";
            print $s join("", <STDIN>); $s->flush;
            while (my $line = <$s>) { print $line; last if $line =~ /^\\{"(return|error)"/ && --$wanted == 0; }""";

    private final Shell host;
    private final String guest;
    private final String socket;

    Monitor(Shell host, String guest, String socket) {
        this.host = host;
        this.guest = guest;
        this.socket = socket;
    }

    /** What a command without arguments returned. */
    Object ask(String command) {
        return ask(command, Map.of(), USUAL);
    }

    /** @throws RingsideException if QEMU does not answer in time, or refuses */
    Object ask(String command, Map<String, Object> arguments, Duration limit) {
        var question = new LinkedHashMap<String, Object>();
        question.put("execute", command);
        if (!arguments.isEmpty()) question.put("arguments", arguments);
        String text = Json.compact(question) + "\n";
        Map<String, Object> reply = host.target() instanceof Target.Local ? locally(text, limit) : there(text, limit);
        if (reply.get("error") instanceof Map<?, ?> error)
            throw new RingsideException(
                    "QEMU refuses " + command + " for guest \"" + guest + "\": " + error.get("desc"),
                    "see what 'ringside guest console' shows of it");
        return Objects.requireNonNullElse(reply.get("return"), Map.of());
    }

    /** A command of the monitor for people. What it prints is its complaint, or its answer. */
    String human(String line, Duration limit) {
        return String.valueOf(ask("human-monitor-command", Map.of("command-line", line), limit));
    }

    private Map<String, Object> locally(String question, Duration limit) {
        try (var channel = SocketChannel.open(StandardProtocolFamily.UNIX)) {
            Thread watch = Thread.ofVirtual().start(() -> closeAfter(channel, limit));
            try {
                channel.connect(UnixDomainSocketAddress.of(Path.of(socket)));
                channel.write(ByteBuffer.wrap((BEGIN + question).getBytes(StandardCharsets.UTF_8)));
                var lines = new BufferedReader(Channels.newReader(channel, StandardCharsets.UTF_8));
                int replies = 0;
                for (String line; (line = lines.readLine()) != null; ) {
                    Map<String, Object> map = Json.object(line);
                    if (isReply(map) && ++replies == 2) return map;
                }
                throw silent("it ended before it answered", null);
            } finally {
                watch.interrupt();
            }
        } catch (ClosedByInterruptException cancelled) {
            throw new Progress.Cancelled();
        } catch (IOException | IllegalArgumentException e) {
            throw silent(String.valueOf(e.getMessage()), e);
        }
    }

    private static void closeAfter(SocketChannel channel, Duration limit) {
        try {
            Thread.sleep(limit);
            channel.close();
        } catch (InterruptedException answered) {
            // nothing to end
        } catch (IOException alreadyClosed) {
            // as wanted
        }
    }

    private static boolean isReply(Map<String, Object> line) {
        return line.containsKey("return") || line.containsKey("error");
    }

    private Map<String, Object> there(String question, Duration limit) {
        Answer answer = host.run(Command.of("perl", "-e", TALK, socket, "2")
                .reading(BEGIN + question)
                .within(limit));
        if (answer.exit() == Answer.NOT_FOUND)
            throw new RingsideException(
                    "perl is not installed on " + host.name() + ": QEMU's socket is spoken to by it",
                    "install it there");
        List<Map<String, Object>> replies = answer.out()
                .lines()
                .filter(line -> line.startsWith("{"))
                .map(Json::object)
                .filter(Monitor::isReply)
                .toList();
        if (replies.size() < 2)
            throw silent(answer.ending() == Answer.Ending.EXITED ? answer.complaint() : "it is silent", null);
        return replies.get(1);
    }

    private RingsideException silent(String why, @org.jspecify.annotations.Nullable Throwable cause) {
        return new RingsideException(
                "The QEMU of guest \"" + guest + "\" on " + host.name() + " does not answer (" + why + ")",
                "see what 'ringside guest list' says of it; 'ringside guest destroy' ends it",
                cause);
    }
}
