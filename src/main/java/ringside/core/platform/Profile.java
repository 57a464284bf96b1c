package ringside.core.platform;

import java.util.List;

/**
 * What can be told of a platform without asking a host: how it is built, how it is used, and what it does to the machine
 * it is put on.
 *
 * @param id of the page, which may stand for several columns of the matrix: {@code xen}
 * @param kind its place among the types of monitors, for people
 * @param columns ids of the platforms it is about, as result sets and the matrix name them
 * @param mechanism what runs where, and what traps
 */
public record Profile(
        String id,
        String name,
        String kind,
        List<String> columns,
        Statement lead,
        List<Drawing> drawings,
        List<Statement> mechanism,
        List<Tool> tools,
        List<Aspect> intrusion,
        List<Version> versions) {
    public Profile {
        columns = List.copyOf(columns);
        drawings = List.copyOf(drawings);
        mechanism = List.copyOf(mechanism);
        tools = List.copyOf(tools);
        intrusion = List.copyOf(intrusion);
        versions = List.copyOf(versions);
    }

    /** A way to use it. @param kind {@code command line} or {@code graphical} */
    public record Tool(String name, String kind, Statement about, List<Command> commands) {
        public Tool {
            commands = List.copyOf(commands);
        }
    }

    /** @param line as a terminal or a file takes it; may have several lines */
    public record Command(String does, String line) {}

    /** One side of how much it intrudes on the host. */
    public record Aspect(String name, Statement says) {}

    /**
     * @param when {@code 2013} or {@code now}
     * @param date of that version, ISO 8601
     * @param note what else belongs to it; may be empty
     */
    public record Version(String when, String version, String date, String note, List<Reference> sources) {
        public Version {
            sources = List.copyOf(sources);
        }
    }
}
