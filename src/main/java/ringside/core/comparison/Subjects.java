package ringside.core.comparison;

import java.util.Comparator;
import java.util.Map;
import java.util.Set;
import ringside.core.platform.Platforms;
import ringside.core.result.Configuration;

/** What the configurations of result sets have in common, and how they are told apart. */
final class Subjects {
    static final String HOST = "host";

    /** Instructions are translated there, so nothing that holds of programs on the bare processor does. */
    private static final Set<String> EMULATED = Set.of("qemu", "libvirt-qemu");

    /** The same whatever the order of a file's rows. */
    static final Comparator<Configuration> ORDER =
            Comparator.comparing(Configuration::platform, Platforms.ORDER).thenComparing(Configuration::label);

    private Subjects() {}

    static boolean isEmulated(Configuration configuration) {
        if (EMULATED.contains(configuration.platform())) return true;
        return configuration.settings().entrySet().stream()
                .anyMatch(setting -> setting.getKey().matches("VT-x|AMD-V|vmx|svm")
                        && setting.getValue().startsWith("off"));
    }

    /** Whether two were measured on machines that are stated to be different ones. */
    static boolean differInMachine(Configuration a, Configuration b) {
        Map<String, String> one = a.environment().facts();
        Map<String, String> two = b.environment().facts();
        for (String fact : Set.of("cpu", "hardware"))
            if (one.get(fact) != null && two.get(fact) != null && !one.get(fact).equals(two.get(fact))) return true;
        return !a.environment().name().equals(b.environment().name()) && (!one.isEmpty() || !two.isEmpty());
    }
}
