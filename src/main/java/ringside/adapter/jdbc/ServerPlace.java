package ringside.adapter.jdbc;

import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.StringJoiner;
import ringside.core.RingsideException;

/**
 * A PostgreSQL server that a team shares, reached as PostgreSQL's own programs reach it: the user from the URL or {@code
 * PGUSER}, the password from {@code PGPASSWORD} or the password file ({@code PGPASSFILE}, else {@code ~/.pgpass}).
 */
final class ServerPlace {
    private static final String SCHEME = "jdbc:postgresql:";

    /** Seconds until a server that does not answer is given up. */
    private static final String CONNECT_LIMIT = "10";

    /** Seconds of silence after which a connection counts as lost. */
    private static final String SILENCE_LIMIT = "60";

    private ServerPlace() {}

    /** @param environment variables of this process */
    static StoreLocation of(String url, Map<String, String> environment) {
        int question = url.indexOf('?');
        String place = question < 0 ? url : url.substring(0, question);
        if (place.substring(SCHEME.length()).contains("@")) throw secret();
        var kept = new StringJoiner("&", "?", "").setEmptyValue("");
        var properties = new Properties();
        String user = environment.get("PGUSER");
        for (String option :
                question < 0 ? new String[0] : url.substring(question + 1).split("&", -1)) {
            String name = option.split("=", 2)[0];
            if (name.equals("password") || name.equals("sslpassword")) throw secret();
            if (name.equals("user")) user = option.substring(Math.min(option.length(), "user=".length()));
            else if (!option.isEmpty()) kept.add(option);
        }
        if (user != null && !user.isEmpty()) properties.setProperty("user", user);
        String password = environment.get("PGPASSWORD");
        if (password != null) properties.setProperty("password", password);
        properties.setProperty("ApplicationName", "Ringside");
        properties.setProperty("connectTimeout", CONNECT_LIMIT);
        properties.setProperty("socketTimeout", SILENCE_LIMIT);
        properties.setProperty("tcpKeepAlive", "true");
        return new StoreLocation(place + kept, properties, Optional.empty(), true);
    }

    private static RingsideException secret() {
        return new RingsideException(
                "A password does not belong in the address of a store, where others can read it",
                "leave it out there, and set PGPASSWORD or write it into ~/.pgpass (host:port:database:user:password)");
    }
}
