package ringside.adapter.qemu;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import ringside.core.guest.validate.Tools;

/** What this machine's QEMU knows: its options, and the properties of a device; each asked for once. */
final class DeviceOptions {
    private static final Pattern PROPERTY = Pattern.compile("(?m)^\\s+([\\w.-]+)=<");
    private static final Pattern OPTION = Pattern.compile("(?m)^(-[\\w-]+)(?:/(-[\\w-]+))?");
    /** Old names that the help does not list. */
    private static final List<String> UNLISTED = List.of("-M", "-h", "-hda", "-hdb", "-hdc", "-hdd", "-fda", "-fdb");

    private final Tools tools;
    private final String program;
    private final Map<String, Set<String>> properties = new HashMap<>();
    private Set<String> options = Set.of();

    DeviceOptions(Tools tools, String program) {
        this.tools = tools;
        this.program = program;
    }

    /** Empty if QEMU has no such device. */
    Set<String> of(String device) {
        Set<String> known = properties.get(device);
        if (known != null) return known;
        var help = tools.ask(List.of(program, "-device", device.replace(",", ",,") + ",help"));
        Set<String> found = PROPERTY.matcher(help.out())
                .results()
                .map(result -> result.group(1))
                .collect(Collectors.toUnmodifiableSet());
        properties.put(device, found);
        return found;
    }

    /** Every option of the command line. */
    Set<String> options() {
        if (!options.isEmpty()) return options;
        String help = tools.ask(List.of(program, "-help")).out();
        Set<String> found =
                OPTION.matcher(help).results().flatMap(DeviceOptions::names).collect(Collectors.toSet());
        if (!found.isEmpty()) found.addAll(UNLISTED);
        options = Set.copyOf(found);
        return options;
    }

    private static java.util.stream.Stream<String> names(MatchResult option) {
        return java.util.stream.Stream.of(option.group(1), option.group(2) == null ? option.group(1) : option.group(2));
    }
}
