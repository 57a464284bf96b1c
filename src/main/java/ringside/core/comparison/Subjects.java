package ringside.core.comparison;

import java.util.Comparator;
import java.util.Set;
import java.util.regex.Pattern;
import ringside.core.platform.Platforms;
import ringside.core.result.Configuration;
import ringside.core.result.Environment;

/** What the configurations of result sets have in common, and how they are told apart. */
final class Subjects {
    static final String HOST = "host";

    /** Instructions are translated there, so nothing that holds of programs on the bare processor does. */
    private static final Set<String> EMULATED = Set.of("qemu", "libvirt-qemu");

    /** The same whatever the order of a file's rows. */
    static final Comparator<Configuration> ORDER =
            Comparator.comparing(Configuration::platform, Platforms.ORDER).thenComparing(Configuration::label);

    /** Names that emulators and hypervisors give to the processors they show. */
    private static final Pattern MADE_UP = Pattern.compile("QEMU|KVM|Virtual|Common|Skylake|Haswell|EPYC-|qemu");

    private Subjects() {}

    static boolean isEmulated(Configuration configuration) {
        if (EMULATED.contains(configuration.platform())) return true;
        return configuration.settings().entrySet().stream()
                .anyMatch(setting -> setting.getKey().matches("VT-x|AMD-V|vmx|svm")
                        && setting.getValue().startsWith("off"));
    }

    /**
     * Whether two were measured on machines that are stated to be different ones. What a guest sees of its machine is the
     * guest: only a processor of another name, which no emulator made up, tells that there were two.
     */
    static boolean differInMachine(Configuration a, Configuration b) {
        if (a.environment().name().equals(b.environment().name())) return false;
        return differ(a, b, "hardware") || differ(a, b, "cpu");
    }

    /** Whether it is stated that both were measured on one machine, by its name. */
    static boolean isStatedOne(Configuration a, Configuration b) {
        Environment one = a.environment();
        return !one.equals(Environment.UNKNOWN)
                && !one.name().equals(Environment.UNKNOWN.name())
                && one.name().equals(b.environment().name());
    }

    private static boolean differ(Configuration a, Configuration b, String fact) {
        String one = a.environment().facts().get(fact);
        String other = b.environment().facts().get(fact);
        if (one == null || other == null || MADE_UP.matcher(one + other).find()) return false;
        return !one.equals(other);
    }

    /** Whether the facts of its machine are what it saw from inside, as the runner asks guests themselves. */
    static boolean isSeenFromInside(Configuration configuration) {
        return !configuration.platform().equals(HOST)
                && configuration.environment().facts().containsKey("virtual_machine");
    }
}
