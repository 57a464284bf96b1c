package ringside.adapter.jdbc;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import ringside.core.RingsideException;

/**
 * Where a store is.
 *
 * @param url for JDBC, without secrets
 * @param holder the file in which whoever has an embedded store open says so; empty for a server
 * @param shared whether other programs may write to it at the same time
 */
record StoreLocation(String url, Properties properties, Optional<Path> holder, boolean shared) {
    private static final String ENDING = ".mv.db";
    private static final String HOLDER = ".holder";

    /** @param location a JDBC URL of H2 or PostgreSQL, or the path of an embedded store */
    static StoreLocation of(String location) {
        if (location.startsWith("jdbc:h2:file:")) return embedded(location.substring("jdbc:h2:file:".length()));
        if (location.startsWith("jdbc:h2:mem:"))
            return new StoreLocation(location + ";DB_CLOSE_DELAY=-1", h2(), Optional.empty(), false);
        if (location.startsWith("jdbc:postgresql:")) return ServerPlace.of(location, System.getenv());
        if (location.startsWith("jdbc:h2:"))
            return new StoreLocation(location, new Properties(), Optional.empty(), true);
        if (location.startsWith("jdbc:"))
            throw new RingsideException(
                    "Ringside keeps its store in H2 or PostgreSQL, not in " + location.split(":", 3)[1],
                    "use --store with a path, a jdbc:h2: or a jdbc:postgresql: URL");
        if (location.matches("[A-Za-z][A-Za-z0-9+.-]*://.*"))
            // Not shown whole: there may be a password in it
            throw new RingsideException(
                    "A store has no address that begins with " + location.split(":", 2)[0] + "://",
                    "use --store with a path, or a server's address as jdbc:postgresql://host/database");
        return embedded(location);
    }

    private static StoreLocation embedded(String place) {
        int options = place.indexOf(';');
        String plain = options < 0 ? place : place.substring(0, options);
        Path path = Path.of(plain.endsWith(ENDING) ? plain.substring(0, plain.length() - ENDING.length()) : plain)
                .toAbsolutePath()
                .normalize();
        if (path.toString().indexOf(';') >= 0)
            throw new RingsideException("The path of a store cannot hold a ';'", "name another by --store PATH");
        if (Files.isDirectory(path)) path = path.resolve("store");
        try {
            Files.createDirectories(path.getParent());
        } catch (IOException e) {
            throw new RingsideException(
                    "The folder " + path.getParent() + " of the store cannot be made (" + e.getMessage() + ")",
                    "name a place where you may write by --store PATH",
                    e);
        }
        String rest = options < 0 ? "" : place.substring(options);
        // Cancelling interrupts a thread, and an interrupted thread closes H2's usual file under everybody's feet:
        // after it, the database was seen to come back empty. Asynchronous files stay open.
        String url = "jdbc:h2:async:" + path
                + ";DB_CLOSE_DELAY=-1;DB_CLOSE_ON_EXIT=FALSE;WRITE_DELAY=0;TRACE_LEVEL_FILE=0" + rest;
        return new StoreLocation(url, h2(), Optional.of(Path.of(path + HOLDER)), false);
    }

    /** Of an embedded store; it need not be there yet. */
    Optional<Path> file() {
        return holder.map(Path::toString)
                .map(place -> Path.of(place.substring(0, place.length() - HOLDER.length()) + ENDING));
    }

    /** For a look at an embedded store that leaves its file as it is; empty where there is no file. */
    Optional<String> untouchedUrl() {
        return file().filter(Files::exists)
                .map(Path::toString)
                .map(file -> "jdbc:h2:async:" + file.substring(0, file.length() - ENDING.length())
                        + ";ACCESS_MODE_DATA=r;IFEXISTS=TRUE;TRACE_LEVEL_FILE=0");
    }

    /** Null where the driver finds it out. */
    @Nullable
    String user() {
        return properties.getProperty("user");
    }

    /** Null where the driver looks into the password file. */
    @Nullable
    String password() {
        return properties.getProperty("password");
    }

    /** The address with no more than tells stores apart, for messages. */
    String shown() {
        return url.replaceAll("[?;].*", "");
    }

    private static Properties h2() {
        var properties = new Properties();
        properties.setProperty("user", "ringside");
        properties.setProperty("password", "");
        return properties;
    }
}
