package ringside.adapter.ssh;

import com.jcraft.jsch.ConfigRepository;
import com.jcraft.jsch.OpenSSHConfig;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import ringside.core.Progress;
import ringside.core.RingsideException;
import ringside.core.host.Target;

/**
 * The user's OpenSSH configuration. OpenSSH itself is asked what it comes to for a host ({@code ssh -G}), for only it
 * knows all of {@code Include}, {@code Match} and its defaults; where there is no OpenSSH the file alone is read.
 */
final class SshConfiguration {
    private static final int PORT = 22;
    private static final List<String> KEYS = List.of("id_ed25519", "id_ecdsa", "id_rsa");

    private final Optional<Path> file;
    private final Path home = Path.of(System.getProperty("user.home"));

    /** @param file instead of the user's and the machine's */
    SshConfiguration(Optional<Path> file) {
        this.file = file;
    }

    SshSettings of(Target.Ssh target) {
        return settings(target, openSsh(target).orElseGet(() -> read(target)));
    }

    private Optional<Map<String, List<String>>> openSsh(Target.Ssh target) {
        var words = new ArrayList<>(List.of("ssh", "-G"));
        file.ifPresent(path -> words.addAll(List.of("-F", path.toString())));
        target.user().ifPresent(user -> words.addAll(List.of("-l", user)));
        target.port().ifPresent(port -> words.addAll(List.of("-p", Integer.toString(port))));
        words.add("--");
        words.add(target.host());
        try {
            Process ssh = new ProcessBuilder(words)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .redirectInput(ProcessBuilder.Redirect.from(nothing()))
                    .start();
            try (var out = ssh.getInputStream()) {
                String said = new String(out.readNBytes(1 << 20), StandardCharsets.UTF_8);
                if (!ssh.waitFor(5, TimeUnit.SECONDS) || ssh.exitValue() != 0) return Optional.empty();
                return Optional.of(options(said));
            } finally {
                ssh.destroyForcibly();
            }
        } catch (IOException notInstalled) {
            return Optional.empty();
        } catch (InterruptedException cancelled) {
            Thread.currentThread().interrupt();
            throw new Progress.Cancelled();
        }
    }

    private static java.io.File nothing() {
        return new java.io.File(System.getProperty("os.name", "").startsWith("Windows") ? "NUL" : "/dev/null");
    }

    /** Lines of a name and its value; a name may come more than once. */
    private static Map<String, List<String>> options(String said) {
        var options = new HashMap<String, List<String>>();
        said.lines().forEach(line -> {
            int space = line.indexOf(' ');
            if (space > 0)
                options.computeIfAbsent(line.substring(0, space).toLowerCase(Locale.ROOT), name -> new ArrayList<>())
                        .add(line.substring(space + 1).strip());
        });
        return options;
    }

    private Map<String, List<String>> read(Target.Ssh target) {
        Path path = file.orElse(home.resolve(".ssh").resolve("config"));
        var options = new HashMap<String, List<String>>();
        if (!Files.isReadable(path)) return options;
        try {
            ConfigRepository.Config config =
                    OpenSSHConfig.parseFile(path.toString()).getConfig(target.host());
            for (String name : List.of(
                    "HostName",
                    "User",
                    "Port",
                    "IdentityFile",
                    "UserKnownHostsFile",
                    "GlobalKnownHostsFile",
                    "ProxyJump",
                    "ProxyCommand",
                    "HostKeyAlias",
                    "StrictHostKeyChecking",
                    "IdentityAgent",
                    "IdentitiesOnly")) {
                String[] values = config.getValues(name);
                if (values != null && values.length > 0) options.put(name.toLowerCase(Locale.ROOT), List.of(values));
            }
            return options;
        } catch (IOException e) {
            throw new RingsideException(
                    "The SSH configuration " + path + " cannot be read (" + e.getMessage() + ")",
                    "mend it or its rights",
                    e);
        }
    }

    private SshSettings settings(Target.Ssh target, Map<String, List<String>> options) {
        if (isSet(first(options, "proxycommand")))
            throw new RingsideException(
                    "The SSH configuration reaches " + target.host()
                            + " by a ProxyCommand, which Ringside does not run",
                    "use ProxyJump for it, or name a host that is reached directly");
        return new SshSettings(
                target.user().orElse(first(options, "user").orElse(System.getProperty("user.name"))),
                first(options, "hostname").orElse(target.host()),
                target.port()
                        .orElse(first(options, "port").map(Integer::parseInt).orElse(PORT)),
                first(options, "hostkeyalias")
                        .filter(name -> !name.equals("none"))
                        .orElse(""),
                paths(options, "identityfile", KEYS),
                agent(first(options, "identityagent")),
                first(options, "identitiesonly").filter("yes"::equals).isPresent(),
                paths(options, "userknownhostsfile", List.of("known_hosts", "known_hosts2")),
                systemFiles(options),
                jumps(first(options, "proxyjump")),
                SshSettings.UnknownKeys.of(
                        first(options, "stricthostkeychecking").orElse("ask")));
    }

    private static boolean isSet(Optional<String> value) {
        return value.isPresent() && !value.get().equals("none");
    }

    private static Optional<String> first(Map<String, List<String>> options, String name) {
        return options.getOrDefault(name, List.of()).stream().findFirst();
    }

    /** @param usual names in the user's .ssh, where the configuration names none */
    private List<Path> paths(Map<String, List<String>> options, String name, List<String> usual) {
        List<String> named = options.getOrDefault(name, List.of()).stream()
                .flatMap(value -> Stream.of(value.split("\\s+")))
                .filter(value -> !value.equals("none"))
                .toList();
        return options.containsKey(name)
                ? named.stream().map(this::path).toList()
                : usual.stream().map(home.resolve(".ssh")::resolve).toList();
    }

    private static List<Path> systemFiles(Map<String, List<String>> options) {
        return options.getOrDefault("globalknownhostsfile", List.of("/etc/ssh/ssh_known_hosts")).stream()
                .flatMap(value -> Stream.of(value.split("\\s+")))
                .filter(value -> !value.equals("none"))
                .map(Path::of)
                .toList();
    }

    private Path path(String text) {
        return text.startsWith("~/") ? home.resolve(text.substring(2)) : Path.of(text);
    }

    private Optional<Path> agent(Optional<String> named) {
        String name = named.orElse("SSH_AUTH_SOCK");
        if (name.equals("none")) return Optional.empty();
        String socket = name.equals("SSH_AUTH_SOCK")
                ? System.getenv("SSH_AUTH_SOCK")
                : name.startsWith("$") ? System.getenv(name.substring(1)) : name;
        return Optional.ofNullable(socket).filter(path -> !path.isBlank()).map(this::path);
    }

    private static List<Target.Ssh> jumps(Optional<String> named) {
        if (!isSet(named)) return List.of();
        return Stream.of(named.get().split(","))
                .map(one -> one.startsWith("ssh://") ? one : "ssh://" + one)
                .map(one -> (Target.Ssh) Target.parse(one))
                .toList();
    }
}
