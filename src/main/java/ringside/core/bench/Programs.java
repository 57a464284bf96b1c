package ringside.core.bench;

import java.util.Map;

/** Where the programs were found on one host. */
public record Programs(Map<String, String> paths) {
    /** Nothing looked for yet: every program goes by its name. */
    public static final Programs BY_NAME = new Programs(Map.of());

    public Programs {
        paths = Map.copyOf(paths);
    }

    public boolean has(String program) {
        return paths.containsKey(program);
    }

    /** Its path, or its name where it was not found. */
    public String path(String program) {
        return paths.getOrDefault(program, program);
    }
}
