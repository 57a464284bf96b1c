package ringside.cli;

import java.io.Console;
import java.util.Optional;
import ringside.core.RingsideException;
import ringside.core.host.AccessQuestions;
import ringside.core.host.HostKey;

/** The way to a host without a window: a fingerprint given beforehand, a password from the environment or a terminal. */
record AccessByCommandLine(Optional<String> fingerprint) implements AccessQuestions {
    private static final String PASSWORD = "RINGSIDE_SSH_PASSWORD";

    @Override
    public boolean trusts(HostKey unknown) {
        if (fingerprint.isPresent() && fingerprint.get().equals(unknown.fingerprint())) return true;
        String is = unknown.type() + " " + unknown.fingerprint();
        throw fingerprint.isPresent()
                ? new RingsideException(
                        "The key of " + unknown.host() + " is " + is + ", not the one you accept",
                        "find out whose key that is before you go on")
                : new RingsideException(
                        "The key of " + unknown.host() + " is not known yet: " + is,
                        "compare it with the host's own (ssh-keygen -lf there), then run this again with"
                                + " --accept-host-key " + unknown.fingerprint());
    }

    @Override
    public Optional<String> secret(Secret wanted) {
        String given = System.getenv(PASSWORD);
        if (given != null && wanted instanceof Secret.Password) return Optional.of(given);
        Console console = System.console();
        if (console == null || !console.isTerminal()) return Optional.empty();
        char[] typed = console.readPassword("%s: ", wanted.prompt());
        return Optional.ofNullable(typed).map(String::new);
    }
}
