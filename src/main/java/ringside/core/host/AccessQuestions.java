package ringside.core.host;

import java.util.Optional;

/**
 * What a person may have to be asked on the way to a host, and can be told of it. Called on the thread that opens the
 * shell, which waits for the answer.
 */
public interface AccessQuestions {
    /** Nobody is there to ask: unknown hosts are not trusted, and there is no password. */
    AccessQuestions NOBODY = new AccessQuestions() {
        @Override
        public boolean trusts(HostKey unknown) {
            return false;
        }

        @Override
        public Optional<String> secret(Secret wanted) {
            return Optional.empty();
        }
    };

    /**
     * Whether the key of a host that is met for the first time is the host's own. If so it is written into the user's
     * {@code known_hosts}. Of a key that has changed nobody is asked: it is refused.
     */
    boolean trusts(HostKey unknown);

    /** The secret, or empty to give up. It is used at once, and neither stored nor logged. */
    Optional<String> secret(Secret wanted);

    /** A part of the way lies behind. */
    default void passed(Passed part) {}

    /** A secret that opens the way. */
    sealed interface Secret {
        /** For people. */
        String prompt();

        /** The password of a user on a host, or what the host asks for in its place. */
        record Password(String user, String host, String prompt) implements Secret {}

        /** The passphrase of a private key. */
        record Passphrase(String keyFile) implements Secret {
            @Override
            public String prompt() {
                return "Passphrase of the key " + keyFile;
            }
        }
    }
}
