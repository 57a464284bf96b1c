package ringside.core.comparison;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** A class of benchmarks: what part of a machine they load. */
public enum Area {
    CPU("CPU", "programs that compute, switch between processes or call the kernel"),
    MEMORY("Memory", "programs that read and write memory as fast as they can"),
    DISK("Disk", "programs that read and write files or block devices"),
    NETWORK("Network", "programs that exchange data or serve requests"),
    START("Start and size", "how long a guest takes to start and how much memory it takes"),
    OTHER("Other", "programs that Ringside does not know");

    private final String title;
    private final String says;

    Area(String title, String says) {
        this.title = title;
        this.says = says;
    }

    /** As files and scripts name it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** As people read it. */
    public String title() {
        return title;
    }

    /** What is in it, for people. */
    public String says() {
        return says;
    }

    public static Optional<Area> of(String word) {
        return Stream.of(values()).filter(area -> area.word().equals(word)).findFirst();
    }
}
