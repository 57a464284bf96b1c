package ringside.core.comparison;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import ringside.core.result.Configuration;

/** A circumstance that has to be the same in configurations that are compared for their platform. */
enum Topic {
    INSIDE("what runs inside", List.of(), Area.values()),
    KERNEL("kernel", List.of(), Area.CPU, Area.MEMORY, Area.DISK, Area.NETWORK),
    WORD("word size", List.of(), Area.CPU, Area.MEMORY, Area.DISK, Area.NETWORK),
    CPU_MODEL("CPU model", List.of("cpu model", "qemu cpu model", "cpu"), Area.CPU, Area.MEMORY),
    VCPUS("virtual CPUs", List.of("vcpus", "cpus"), Area.CPU, Area.MEMORY, Area.NETWORK),
    TOPOLOGY("CPU topology", List.of("cpu topology", "topology"), Area.CPU, Area.MEMORY),
    PINNING("pinning", List.of("pinning"), Area.CPU, Area.MEMORY),
    GOVERNOR("clock governor", List.of("host governor", "governor"), Area.CPU, Area.MEMORY, Area.NETWORK),
    MEMORY_SIZE("memory", List.of("memory"), Area.MEMORY, Area.DISK),
    GUESTS("number of guests", List.of("guests"), Area.CPU, Area.MEMORY, Area.NETWORK),
    DISK("disk", List.of("disk", "storage"), Area.DISK),
    CACHE("cache mode", List.of("cache"), Area.DISK),
    FILES("file system", List.of("filesystem"), Area.DISK),
    SCHEDULER("I/O scheduler", List.of("i/o scheduler"), Area.DISK),
    NETWORK("network", List.of("network"), Area.NETWORK),
    TUNING("tuning", List.of("tuning"), Area.CPU, Area.MEMORY, Area.DISK, Area.NETWORK),
    CLOCK("clock source", List.of("clocksource", "clock source"), Area.CPU);

    private static final Pattern KERNEL_OF = Pattern.compile("kernel (\\d+\\.\\d+(?:\\.\\d+)*)");
    private static final Pattern NUMBER = Pattern.compile("\\d+");
    private static final Pattern RELEASE = Pattern.compile("^(?:Linux )?(\\d+\\.\\d+(?:\\.\\d+)*)");

    private final String title;
    private final List<String> keys;
    private final List<Area> bends;

    Topic(String title, List<String> keys, Area... bends) {
        this.title = title;
        this.keys = keys;
        this.bends = List.of(bends);
    }

    String title() {
        return title;
    }

    /** The classes of benchmarks whose figures a difference bends. */
    List<Area> bends() {
        return bends;
    }

    /** What the configuration states of it, in a form in which equals are the same text. */
    Optional<String> of(Configuration configuration) {
        return switch (this) {
            case INSIDE -> inside(configuration);
            case KERNEL -> kernel(configuration);
            case WORD -> word(configuration);
            case GUESTS -> stated(configuration).map(Topic::number);
            default -> stated(configuration);
        };
    }

    private Optional<String> stated(Configuration configuration) {
        Map<String, String> seen = Subjects.isSeenFromInside(configuration)
                ? configuration.environment().facts()
                : Map.of();
        return keys.stream()
                .flatMap(key -> Stream.of(configuration.settings(), configuration.versions(), seen)
                        .flatMap(stated -> stated.entrySet().stream())
                        .filter(entry -> plain(entry.getKey()).equals(key))
                        .map(Map.Entry::getValue))
                .filter(value -> !value.isBlank() && !value.startsWith("not stated"))
                .findFirst();
    }

    /** {@code 3} of {@code the same 3 VMs x 5 runs}: what is counted is said in many words. */
    private static String number(String text) {
        Matcher number = NUMBER.matcher(text);
        return number.find() ? number.group() : text;
    }

    private static String plain(String key) {
        return key.toLowerCase(Locale.ROOT).replaceAll("[._-]+", " ");
    }

    /** A container or a unikernel in a guest is not a whole system in it. */
    private static Optional<String> inside(Configuration configuration) {
        return Optional.ofNullable(configuration.settings().get("kind"))
                .filter(kind -> kind.contains("guest"))
                .map(kind -> kind.replaceAll(" in an? \\S+ guest", ""));
    }

    /** Of the guest where it is one, else of the machine. */
    private static Optional<String> kernel(Configuration configuration) {
        Map<String, String> versions = configuration.versions();
        boolean guest = !configuration.platform().equals(Subjects.HOST);
        if (guest && versions.get("guest kernel") != null) return release(versions.get("guest kernel"));
        if (guest && versions.get("guest") != null) return within(versions.get("guest"));
        for (var version : versions.entrySet()) {
            String key = version.getKey().toLowerCase(Locale.ROOT);
            boolean whose = key.equals("kernel")
                    || key.equals("linux")
                    || (!guest && key.endsWith(" kernel") && !key.startsWith("guest"));
            if (whose) return release(version.getValue());
        }
        return Optional.ofNullable(configuration.environment().facts().get("kernel"))
                .filter(any -> !guest || Subjects.isSeenFromInside(configuration))
                .flatMap(Topic::release);
    }

    private static Optional<String> release(@org.jspecify.annotations.Nullable String text) {
        Matcher release = RELEASE.matcher(text == null ? "" : text);
        return release.find() ? Optional.of(release.group(1)) : Optional.empty();
    }

    private static Optional<String> within(@org.jspecify.annotations.Nullable String text) {
        Matcher kernel = KERNEL_OF.matcher(text == null ? "" : text);
        return kernel.find() ? Optional.of(kernel.group(1)) : Optional.empty();
    }

    private static Optional<String> word(Configuration configuration) {
        String all = String.join(" ", configuration.versions().values());
        if (all.contains("32-bit") || all.contains("i686") || all.contains("i386")) return Optional.of("32-bit");
        return all.contains("x86_64") || all.contains("64-bit") ? Optional.of("64-bit") : Optional.empty();
    }
}
