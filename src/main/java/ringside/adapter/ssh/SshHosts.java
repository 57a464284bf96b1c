package ringside.adapter.ssh;

import com.jcraft.jsch.AgentIdentityRepository;
import com.jcraft.jsch.AgentProxyException;
import com.jcraft.jsch.Identity;
import com.jcraft.jsch.JSch;
import com.jcraft.jsch.JSchException;
import com.jcraft.jsch.SSHAgentConnector;
import com.jcraft.jsch.Session;
import java.io.IOException;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Base64;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import ringside.core.Progress;
import ringside.core.RingsideException;
import ringside.core.host.AccessQuestions;
import ringside.core.host.Passed;
import ringside.core.host.Passed.Part;
import ringside.core.host.Target;

/**
 * Opens shells by SSH with what the user has for OpenSSH: configuration, known hosts, agent, keys, jump hosts. Nothing is
 * trusted and no secret used that OpenSSH would not have asked for.
 */
public final class SshHosts {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    /** A network that has died is noticed after three of these. */
    private static final Duration ALIVE = Duration.ofSeconds(5);

    // Certificates of hosts are not asked for: the authorities behind them are not read
    private static final String HOST_KEYS =
            "ssh-ed25519,ecdsa-sha2-nistp256,ecdsa-sha2-nistp384,ecdsa-sha2-nistp521,rsa-sha2-512,rsa-sha2-256";

    private final SshConfiguration configuration;

    /** @param configuration an OpenSSH configuration to use instead of the user's and the machine's */
    public SshHosts(Optional<Path> configuration) {
        this.configuration = new SshConfiguration(configuration);
    }

    /** @throws RingsideException if the host cannot be reached, is not the one it was, or lets nobody in */
    public SshShell open(Target.Ssh target, AccessQuestions questions) {
        var way = new ArrayDeque<Session>();
        var connecting = new FutureTask<SshShell>(() -> open(target, questions, way));
        Thread.ofVirtual().name("ssh to " + target.host()).start(connecting);
        try {
            return connecting.get();
        } catch (InterruptedException cancelled) {
            connecting.cancel(true);
            leave(way);
            Thread.currentThread().interrupt();
            throw new Progress.Cancelled();
        } catch (ExecutionException e) {
            leave(way);
            if (e.getCause() instanceof RuntimeException known) throw known;
            throw RingsideException.from(e);
        }
    }

    private SshShell open(Target.Ssh target, AccessQuestions questions, Deque<Session> way) {
        SshSettings settings = configuration.of(target);
        for (Target.Ssh jump : settings.jumps()) connect(configuration.of(jump), questions, way);
        connect(settings, questions, way);
        return new SshShell(target, way);
    }

    static void leave(Deque<Session> way) {
        synchronized (way) {
            while (!way.isEmpty()) way.removeLast().disconnect();
        }
    }

    private static void connect(SshSettings settings, AccessQuestions questions, Deque<Session> way) {
        var check = new HostKeyCheck(
                KnownHosts.read(settings.knownHosts(), settings.systemKnownHosts()), settings.unknownKeys(), questions);
        var prompts = new Prompts(questions, settings.user(), settings.host());
        try {
            Session session = session(settings);
            session.setHostKeyRepository(check);
            session.setUserInfo(prompts);
            check.whenShown(() -> tell(questions, Part.ROUTE, settings, String.valueOf(session.getServerVersion())));
            check.whenTaken(key -> tell(questions, Part.KEY, settings, key.type() + " " + key.fingerprint()));
            synchronized (way) {
                if (way.isEmpty())
                    session.setSocketFactory(new Direct(
                            PATIENCE, address -> tell(questions, Part.NAME, settings, address.getHostAddress())));
                else session.setProxy(through(way.getLast(), settings, questions));
                way.addLast(session);
            }
            session.connect((int) PATIENCE.toMillis());
            tell(questions, Part.LOGIN, settings, "as " + settings.user());
        } catch (JSchException e) {
            throw check.refusal().orElseGet(() -> trouble(settings, prompts, e));
        }
    }

    private static Jump through(Session gate, SshSettings settings, AccessQuestions questions) {
        // The host in between looks the name up, so that it is known only once it has
        return new Jump(gate, () -> tell(questions, Part.NAME, settings, "looked up by " + gate.getHost()));
    }

    private static void tell(AccessQuestions person, Part part, SshSettings settings, String says) {
        person.passed(new Passed(part, place(settings), says));
    }

    private static String place(SshSettings settings) {
        return settings.host() + (settings.port() == 22 ? "" : ":" + settings.port());
    }

    private static Session session(SshSettings settings) throws JSchException {
        var jsch = new JSch();
        addKeys(jsch, settings);
        Session session = jsch.getSession(settings.user(), settings.host(), settings.port());
        session.setConfig("StrictHostKeyChecking", "yes");
        session.setConfig("server_host_key", HOST_KEYS);
        session.setConfig("PreferredAuthentications", "publickey,keyboard-interactive,password");
        session.setDaemonThread(true);
        session.setThreadFactory(Thread.ofVirtual().factory());
        session.setServerAliveInterval((int) ALIVE.toMillis());
        session.setServerAliveCountMax(2);
        if (!settings.alias().isEmpty()) session.setHostKeyAlias(settings.alias());
        return session;
    }

    private static void addKeys(JSch jsch, SshSettings settings) throws JSchException {
        for (Identity identity : agentKeys(settings)) jsch.addIdentity(identity, null);
        for (Path file : settings.keys()) {
            if (!Files.isReadable(file)) continue;
            try {
                jsch.addIdentity(file.toString());
            } catch (JSchException ofAKindItDoesNotKnow) {
                // The other keys may do; if none does the host's refusal says so
            }
        }
    }

    private static List<Identity> agentKeys(SshSettings settings) {
        if (settings.agent().isEmpty()) return List.of();
        try {
            List<Identity> all = new AgentIdentityRepository(
                            new SSHAgentConnector(settings.agent().get()))
                    .getIdentities();
            return settings.keysOnly()
                    ? all.stream()
                            .filter(one -> isOfAFile(one, settings.keys()))
                            .toList()
                    : List.copyOf(all);
        } catch (AgentProxyException | RuntimeException noAgent) {
            return List.of();
        }
    }

    private static boolean isOfAFile(Identity identity, List<Path> keys) {
        return keys.stream().anyMatch(key -> {
            Path half = Path.of(key + ".pub");
            if (!Files.isReadable(half)) return false;
            try {
                String[] fields = Files.readString(half).strip().split("\\s+");
                return fields.length > 1
                        && Arrays.equals(
                                identity.getPublicKeyBlob(), Base64.getDecoder().decode(fields[1]));
            } catch (IOException | IllegalArgumentException unreadable) {
                return false;
            }
        });
    }

    private static RingsideException trouble(SshSettings settings, Prompts prompts, JSchException e) {
        String place = place(settings);
        String said = String.valueOf(e.getMessage());
        if (said.startsWith("Auth") || said.contains("USERAUTH"))
            return new RingsideException(
                    place + " does not let " + settings.user() + " in",
                    prompts.asked() > 0
                            ? "check the user's name and password, or give the host your public key by ssh-copy-id"
                            : "load the key into your agent by ssh-add, or name it in your SSH configuration",
                    e);
        if (e.getCause() instanceof UnknownHostException)
            return new RingsideException(
                    "No host is called " + settings.host(), "check the name, or write its address", e);
        return new RingsideException(
                place + " cannot be reached by SSH (" + reason(e) + ")",
                "check that the host is on, that its name and port are right, and that its SSH server runs",
                e);
    }

    private static String reason(JSchException e) {
        return e.getCause() instanceof IOException network && network.getMessage() != null
                ? network.getMessage()
                : String.valueOf(e.getMessage()).replaceFirst("^[a-z.A-Z]+Exception: ", "");
    }
}
