package ringside.workbench;

import java.nio.file.Path;
import java.util.Map;

/**
 * Where a person's files lie, by the manners of their system: on Linux those of the XDG base directory specification, which
 * says that a relative path is to be ignored. {@code HOME} goes before the home directory of the account, as for every other
 * program there; Java itself does not ask it.
 *
 * @param environment of the process
 * @param account the home directory of the account
 * @param system as in {@code os.name}
 */
public record Folders(Map<String, String> environment, Path account, String system) {
    /** Those of this process. */
    public static Folders usual() {
        return new Folders(
                System.getenv(), Path.of(System.getProperty("user.home")), System.getProperty("os.name", "Linux"));
    }

    /** Result sets, guests, sessions, and what a person wrote. */
    public Path data() {
        if (windows()) return windows("LOCALAPPDATA", "AppData/Local");
        return mac() ? support() : xdg("XDG_DATA_HOME", ".local/share");
    }

    /** How the window was left. */
    public Path config() {
        if (windows()) return windows("APPDATA", "AppData/Roaming");
        return mac() ? support() : xdg("XDG_CONFIG_HOME", ".config");
    }

    /** What can be made again, such as images of guests. */
    public Path cache() {
        return windows() || mac() ? data().resolve("cache") : xdg("XDG_CACHE_HOME", ".cache");
    }

    private Path xdg(String variable, String inHome) {
        String given = environment.getOrDefault(variable, "");
        return (given.startsWith("/") ? Path.of(given) : home().resolve(inHome)).resolve("ringside");
    }

    private Path home() {
        String given = environment.getOrDefault("HOME", "");
        return given.startsWith("/") ? Path.of(given) : account;
    }

    private Path windows(String variable, String inHome) {
        String given = environment.getOrDefault(variable, "");
        return (given.isBlank() ? account.resolve(inHome) : Path.of(given)).resolve("Ringside");
    }

    private Path support() {
        return home().resolve("Library/Application Support/Ringside");
    }

    private boolean windows() {
        return system.startsWith("Windows");
    }

    private boolean mac() {
        return system.startsWith("Mac");
    }
}
