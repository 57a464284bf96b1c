package ringside.core.host;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import ringside.core.RingsideException;

/** Where a host is: this machine, or one that is reached by SSH. */
public sealed interface Target {
    /** The machine this program runs on. */
    Target LOCAL = new Local();

    /** As the user writes it and {@link #parse} reads it. */
    String text();

    /** For people: {@code this machine}, or {@code user@host:port} with what is set of it. */
    String words();

    /** The host without its user: {@code local}, {@code host} or {@code host:port}. */
    String place();

    /** Whether it is on this machine for all one can tell: it, or a guest of it that is reached by a port of its own. */
    boolean isHere();

    record Local() implements Target {
        @Override
        public boolean isHere() {
            return true;
        }

        @Override
        public String text() {
            return "local";
        }

        @Override
        public String place() {
            return text();
        }

        @Override
        public String words() {
            return "this machine";
        }

        @Override
        public String toString() {
            return text();
        }
    }

    /**
     * A host reached by SSH. What is left out is taken from the user's OpenSSH configuration.
     *
     * @param host a name, an address, or an alias of the OpenSSH configuration
     */
    record Ssh(Optional<String> user, String host, OptionalInt port) implements Target {
        // Neither may begin with '-', nor hold what a shell or a configuration file would take for more than a name
        private static final Pattern USER = Pattern.compile("[A-Za-z0-9_][A-Za-z0-9_.@$-]*");
        private static final Pattern LOOPBACK = Pattern.compile("localhost|127(\\.\\d{1,3}){3}|::1");
        private static final Pattern HOST =
                Pattern.compile("[A-Za-z0-9_][A-Za-z0-9_.-]*|[0-9A-Fa-f:.]+(%[A-Za-z0-9]+)?");

        public Ssh {
            if (host.isEmpty()) throw new IllegalArgumentException("the name of the host is missing");
            if (!HOST.matcher(host).matches()) throw new IllegalArgumentException("not the name of a host: " + host);
            if (user.isPresent() && !USER.matcher(user.get()).matches())
                throw new IllegalArgumentException("not the name of a user: " + user.get());
            if (port.isPresent() && (port.getAsInt() < 1 || port.getAsInt() > 65535))
                throw new IllegalArgumentException("not a port: " + port.getAsInt());
        }

        @Override
        public boolean isHere() {
            return LOOPBACK.matcher(host).matches();
        }

        @Override
        public String place() {
            String bracketed = host.indexOf(':') >= 0 ? "[" + host + "]" : host;
            return port.isPresent() ? bracketed + ":" + port.getAsInt() : bracketed;
        }

        @Override
        public String words() {
            return text().substring("ssh://".length());
        }

        @Override
        public String text() {
            return "ssh://" + user.map(name -> name + "@").orElse("") + place();
        }

        @Override
        public String toString() {
            return text();
        }
    }

    Pattern SSH = Pattern.compile("ssh://(?:([^@/]*)@)?(\\[[^]]*]|[^:/@\\[\\]]*)(?::(\\d{1,6}))?/?");

    /** As people write a host: {@code user@host}, an alias of the SSH configuration, or what {@link #parse} reads. */
    static Target written(String text) {
        String plain = text.strip();
        if (plain.isEmpty() || plain.equals("localhost")) return LOCAL;
        return parse(plain.equals("local") || plain.startsWith("ssh://") ? plain : "ssh://" + plain);
    }

    /** @param text {@code local} or {@code ssh://[user@]host[:port]} */
    static Target parse(String text) {
        if (text.equals("local")) return LOCAL;
        Matcher ssh = SSH.matcher(text);
        if (!ssh.matches()) throw unreadable(text, "it is neither of the two");
        String host = ssh.group(2).startsWith("[")
                ? ssh.group(2).substring(1, ssh.group(2).length() - 1)
                : ssh.group(2);
        try {
            return new Ssh(
                    Optional.ofNullable(ssh.group(1)),
                    host,
                    ssh.group(3) == null ? OptionalInt.empty() : OptionalInt.of(Integer.parseInt(ssh.group(3))));
        } catch (IllegalArgumentException e) {
            throw unreadable(text, String.valueOf(e.getMessage()));
        }
    }

    private static RingsideException unreadable(String text, String why) {
        return new RingsideException(
                "\"" + text + "\" names no host (" + why + ")",
                "write local, or ssh://user@host or ssh://user@host:port");
    }
}
