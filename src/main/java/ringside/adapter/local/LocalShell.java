package ringside.adapter.local;

import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import ringside.core.RingsideException;
import ringside.core.host.Answer;
import ringside.core.host.Command;
import ringside.core.host.Shell;
import ringside.core.host.Target;

/** This machine. */
public final class LocalShell implements Shell {
    private static final String LINUX = "Linux";

    /** Where system tools are that a user's PATH often lacks. */
    private static final List<String> SYSTEM = List.of("/usr/local/sbin", "/usr/sbin", "/sbin");

    private static final Path OWN_NAME = Path.of("/proc/sys/kernel/hostname");
    private static final boolean WINDOWS = File.separatorChar == '\\';

    /**
     * This machine as a host, where it can be one.
     *
     * @throws RingsideException where it runs another system than Linux
     */
    public static LocalShell asHost() {
        String system = System.getProperty("os.name", LINUX);
        if (system.equals(LINUX)) return new LocalShell();
        throw new RingsideException(
                "This machine runs " + system + ", and only Linux hosts are measured, asked what they can do, and run"
                        + " guests",
                "name one that is reached by SSH, as ssh://user@host");
    }

    @Override
    public Target target() {
        return Target.LOCAL;
    }

    @Override
    public String name() {
        try {
            return Files.exists(OWN_NAME)
                    ? Files.readString(OWN_NAME).strip()
                    : InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException nameless) {
            return "localhost";
        } catch (IOException unreadable) {
            return "localhost";
        }
    }

    @Override
    public Answer run(Command command) {
        return run(command, Output.UNHEARD);
    }

    @Override
    public Answer run(Command command, Output output) {
        long began = System.nanoTime();
        Optional<String> program = program(command.words().getFirst());
        if (program.isEmpty()) return ended(Answer.NOT_FOUND, command.words().getFirst() + ": not found", began);
        var words = new ArrayList<>(command.words());
        words.set(0, program.get());
        var builder = new ProcessBuilder(words);
        builder.environment().put("LC_ALL", "C");
        builder.environment()
                .merge(
                        "PATH",
                        String.join(File.pathSeparator, SYSTEM),
                        (own, system) -> own + File.pathSeparator + system);
        try {
            return new Running(builder.start(), command, output).answer();
        } catch (IOException e) {
            return ended(Answer.NOT_PERMITTED, String.valueOf(e.getMessage()), began);
        }
    }

    /** The file a program's name stands for; a name that is a path already is taken as it is. */
    private static Optional<String> program(String name) {
        if (name.indexOf(File.separatorChar) >= 0)
            return Files.exists(Path.of(name)) ? Optional.of(name) : Optional.empty();
        String path = System.getenv("PATH");
        Stream<String> own = path == null ? Stream.empty() : Stream.of(path.split(File.pathSeparator));
        return Stream.concat(own, SYSTEM.stream())
                .filter(folder -> WINDOWS ? !folder.isBlank() && !SYSTEM.contains(folder) : folder.startsWith("/"))
                .map(folder -> Path.of(folder, WINDOWS ? name + ".exe" : name))
                .filter(file -> Files.isRegularFile(file) && Files.isExecutable(file))
                .map(Path::toString)
                .findFirst();
    }

    @Override
    public Answer read(String path) {
        long began = System.nanoTime();
        try (var in = Files.newInputStream(Path.of(path))) {
            byte[] bytes = in.readNBytes(Command.USUAL_MOST + 1);
            boolean whole = bytes.length <= Command.USUAL_MOST;
            return new Answer(
                    whole ? Answer.Ending.EXITED : Answer.Ending.TOO_LONG,
                    whole ? 0 : -1,
                    new String(bytes, StandardCharsets.UTF_8),
                    "",
                    Duration.ofNanos(System.nanoTime() - began));
        } catch (NoSuchFileException e) {
            return ended(1, path + ": No such file or directory", began);
        } catch (AccessDeniedException e) {
            return ended(1, path + ": Permission denied", began);
        } catch (IOException e) {
            return ended(1, path + ": " + e.getMessage(), began);
        }
    }

    private static Answer ended(int exit, String err, long began) {
        return new Answer(Answer.Ending.EXITED, exit, "", err, Duration.ofNanos(System.nanoTime() - began));
    }

    @Override
    public boolean isOpen() {
        return true;
    }

    @Override
    public void close() {}
}
