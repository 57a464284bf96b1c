package ringside.adapter.ssh;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import ringside.core.host.Target;

/**
 * How one host is reached: what the user's OpenSSH configuration says of it.
 *
 * @param host its real name or address
 * @param alias the name its key is known by where that is another; else empty
 * @param keys private key files, in the order of trying; not all need to be there
 * @param agent the agent's socket
 * @param keysOnly use of the agent's keys only those of the files
 * @param knownHosts the user's files of known host keys; a new one is written into the first
 * @param systemKnownHosts those of the machine
 * @param jumps hosts to go through, the nearest first
 * @param unknownKeys what to do about a host that is met for the first time
 */
record SshSettings(
        String user,
        String host,
        int port,
        String alias,
        List<Path> keys,
        Optional<Path> agent,
        boolean keysOnly,
        List<Path> knownHosts,
        List<Path> systemKnownHosts,
        List<Target.Ssh> jumps,
        UnknownKeys unknownKeys) {

    /** OpenSSH's StrictHostKeyChecking. A key that has changed is refused under each. */
    enum UnknownKeys {
        ASK,
        REFUSE,
        ACCEPT;

        static UnknownKeys of(String word) {
            return switch (word) {
                case "yes", "true" -> REFUSE;
                case "accept-new", "no", "off", "false" -> ACCEPT;
                default -> ASK;
            };
        }
    }
}
