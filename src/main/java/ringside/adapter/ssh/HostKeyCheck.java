package ringside.adapter.ssh;

import com.jcraft.jsch.HostKeyRepository;
import com.jcraft.jsch.JSchException;
import com.jcraft.jsch.UserInfo;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import ringside.core.RingsideException;
import ringside.core.host.AccessQuestions;
import ringside.core.host.HostKey;

/** Whether a host is the one it was: a key that is known goes through, an unknown one is asked about, another is refused. */
final class HostKeyCheck implements HostKeyRepository {
    private final KnownHosts known;
    private final SshSettings.UnknownKeys unknown;
    private final AccessQuestions questions;
    private Optional<RuntimeException> refusal = Optional.empty();
    private Runnable shown = () -> {};
    private Consumer<HostKey> taken = key -> {};

    HostKeyCheck(KnownHosts known, SshSettings.UnknownKeys unknown, AccessQuestions questions) {
        this.known = known;
        this.unknown = unknown;
        this.questions = questions;
    }

    /** What follows when the host has shown its first key, whatever is thought of it. */
    void whenShown(Runnable action) {
        shown = action;
    }

    /** What follows when its key is taken for its own. */
    void whenTaken(Consumer<HostKey> action) {
        taken = action;
    }

    /** Why the last key was refused, in the user's words. */
    Optional<RuntimeException> refusal() {
        return refusal;
    }

    @Override
    public int check(String host, byte[] key) {
        shown.run();
        shown = () -> {};
        var its = new HostKey(host, type(key), fingerprint(key));
        try {
            int answer = check(its, key);
            taken.accept(its);
            taken = again -> {};
            return answer;
        } catch (RuntimeException e) {
            refusal = Optional.of(e);
            return NOT_INCLUDED;
        }
    }

    private int check(HostKey shown, byte[] key) {
        if (known.isRevoked(shown.host(), key)) throw revoked(shown);
        List<KnownHosts.Entry> entries = entries(shown.host());
        if (entries.stream().anyMatch(entry -> Arrays.equals(entry.key(), key))) return OK;
        if (!known.of(shown.host()).isEmpty())
            throw changed(shown, known.of(shown.host()).getFirst());
        if (!isTrusted(shown)) throw unknown(shown);
        known.add(shown.host(), shown.type(), key);
        return OK;
    }

    /** A host on another port may have the key its name is known by; it need not. */
    private List<KnownHosts.Entry> entries(String host) {
        var entries = new ArrayList<>(known.of(host));
        int end = host.indexOf("]:");
        if (host.startsWith("[") && end > 0) entries.addAll(known.of(host.substring(1, end)));
        return entries;
    }

    private boolean isTrusted(HostKey shown) {
        return switch (unknown) {
            case ACCEPT -> true;
            case REFUSE -> false;
            case ASK -> questions.trusts(shown);
        };
    }

    private static RingsideException unknown(HostKey shown) {
        return new RingsideException(
                "The key of " + shown.host() + " is not known yet: " + shown.type() + " " + shown.fingerprint(),
                "compare it with what ssh-keygen -lf /etc/ssh/ssh_host_*_key.pub prints on that host, and accept it"
                        + " if they are the same");
    }

    private static RingsideException changed(HostKey shown, KnownHosts.Entry entry) {
        return new RingsideException(
                "The key of " + shown.host() + " has changed: it is now " + shown.type() + " " + shown.fingerprint()
                        + ", but " + entry.place() + " knows it by " + entry.type() + " " + fingerprint(entry.key()),
                "somebody may be listening in between; if the host was set up anew, remove the old key by ssh-keygen -R '"
                        + shown.host() + "'");
    }

    private static RingsideException revoked(HostKey shown) {
        return new RingsideException(
                "The key of " + shown.host() + " is marked as revoked: " + shown.fingerprint(),
                "do not use this host before its key has been replaced");
    }

    private static String type(byte[] key) {
        int length = key.length < 4 ? -1 : ByteBuffer.wrap(key).getInt();
        return length < 1 || length > Math.min(100, key.length - 4)
                ? "unknown"
                : new String(key, 4, length, StandardCharsets.US_ASCII);
    }

    static String fingerprint(byte[] key) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(key);
            return "SHA256:" + Base64.getEncoder().withoutPadding().encodeToString(hash);
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }

    /** Asked so that of the key types a host offers one it is known by is taken. */
    @Override
    public com.jcraft.jsch.HostKey[] getHostKey(@Nullable String host, @Nullable String type) {
        if (host == null) return new com.jcraft.jsch.HostKey[0];
        return entries(host).stream()
                .filter(entry -> type == null || type.equals(entry.type()))
                .map(entry -> key(host, entry))
                .flatMap(Optional::stream)
                .toArray(com.jcraft.jsch.HostKey[]::new);
    }

    private static Optional<com.jcraft.jsch.HostKey> key(String host, KnownHosts.Entry entry) {
        try {
            return Optional.of(new com.jcraft.jsch.HostKey(host, entry.key()));
        } catch (JSchException | RuntimeException ofATypeItDoesNotKnow) {
            return Optional.empty();
        }
    }

    @Override
    public com.jcraft.jsch.HostKey[] getHostKey() {
        return new com.jcraft.jsch.HostKey[0];
    }

    @Override
    public String getKnownHostsRepositoryID() {
        return known.own().toString();
    }

    @Override
    public void add(com.jcraft.jsch.HostKey key, UserInfo user) {
        // Done above, once it is trusted
    }

    @Override
    public void remove(String host, String type) {
        // Keys are removed by their owner alone
    }

    @Override
    public void remove(String host, String type, byte[] key) {
        // Keys are removed by their owner alone
    }
}
