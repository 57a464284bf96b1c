package ringside.core.guest.read;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The arguments of one QEMU command line, each with its settings; it knows which of them have been read. */
final class QemuArguments {
    /** One option with its value; its value is empty for options that have none. */
    static final class Argument {
        private final int line;
        private final String option;
        private final String value;
        private final Options options;
        private boolean read;

        private Argument(int line, String option, String value) {
            this.line = line;
            this.option = option;
            this.value = value;
            this.options = Options.parse(json(value), FIRST.getOrDefault(option, ""));
        }

        /** Settings in JSON, as newer libvirt writes them, where they are flat. */
        private String json(String value) {
            return value.startsWith("{") ? JsonOptions.flat(value, FIRST.getOrDefault(option, "")) : value;
        }

        int line() {
            return line;
        }

        String value() {
            read = true;
            return value;
        }

        /** Its settings; those not taken are told as not understood. */
        Options options() {
            read = true;
            return options;
        }

        /** Its leading word: a device's driver, a network's type. Asking for it does not read it. */
        String kind() {
            return options.head();
        }

        String id() {
            return options.take("id").orElse("");
        }

        @Override
        public String toString() {
            return value.isEmpty() ? option : option + " " + value;
        }
    }

    private static final Map<String, String> FIRST = Map.ofEntries(
            Map.entry("-device", "driver"),
            Map.entry("-object", "qom-type"),
            Map.entry("-netdev", "type"),
            Map.entry("-nic", "type"),
            Map.entry("-net", "type"),
            Map.entry("-machine", "type"),
            Map.entry("-accel", "accel"),
            Map.entry("-cpu", "model"),
            Map.entry("-smp", "cpus"),
            Map.entry("-m", "size"),
            Map.entry("-name", "guest"),
            Map.entry("-chardev", "backend"),
            Map.entry("-numa", "type"),
            Map.entry("-boot", "order"));
    private static final Map<String, String> SPELLINGS =
            Map.of("-M", "-machine", "-enable-kvm", "-accel", "-redir", "-net");
    private static final Set<String> ALONE = Set.of(
            "-snapshot",
            "-no-reboot",
            "-no-shutdown",
            "-nodefaults",
            "-no-user-config",
            "-no-acpi",
            "-no-hpet",
            "-no-fd-bootchk",
            "-usb",
            "-singlestep",
            "-only-migratable",
            "-win2k-hack",
            "-S",
            "-s",
            "-daemonize",
            "-mem-prealloc",
            "-full-screen",
            "-no-quit",
            "-portrait",
            "-preconfig",
            "-xen-attach",
            "-curses",
            "-sdl",
            "-nographic",
            "-localtime",
            "-enable-kvm");

    private final List<Argument> all = new ArrayList<>();

    /** @param words without the program's name */
    QemuArguments(List<ShellScript.Word> words) {
        for (int i = 0; i < words.size(); i++) {
            int line = words.get(i).line();
            String word = words.get(i).text();
            String option = word.startsWith("--") ? word.substring(1) : word;
            if (!word.startsWith("-")) all.add(new Argument(line, "-hda", word));
            else if (option.equals("-enable-kvm")) all.add(new Argument(line, "-accel", "kvm"));
            else if (ALONE.contains(option) || i + 1 == words.size()) all.add(new Argument(line, option, ""));
            else
                all.add(new Argument(
                        line,
                        SPELLINGS.getOrDefault(option, option),
                        words.get(++i).text()));
        }
    }

    /** Every argument with one of the options, in the order of the command line. */
    List<Argument> all(String... options) {
        return all.stream()
                .filter(each -> List.of(options).contains(each.option))
                .toList();
    }

    /** The last with the option, which is the one that counts. */
    Optional<Argument> last(String option) {
        all(option).forEach(Argument::options);
        List<Argument> found = all(option);
        return found.isEmpty() ? Optional.empty() : Optional.of(found.getLast());
    }

    boolean has(String option) {
        return last(option).isPresent();
    }

    /** By the ids in their settings. */
    Map<String, Argument> byId(String... options) {
        var byId = new LinkedHashMap<String, Argument>();
        all(options).forEach(each -> byId.putIfAbsent(each.id(), each));
        return byId;
    }

    /** Tells every argument, and every setting of one, that nobody has read. */
    void addLeftovers(GuestDraft draft) {
        for (Argument each : all) {
            if (!each.read) draft.miss(each.line, each.toString(), "Ringside's guests have no such setting");
            else
                each.options
                        .leftovers()
                        .forEach(setting -> draft.miss(
                                each.line, each.option + " … " + setting, "Ringside's guests have no such setting"));
        }
    }
}
