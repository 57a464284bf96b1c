package ringside.adapter.virtualbox;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import ringside.adapter.virtualbox.OptionTables.Option;
import ringside.core.guest.read.ShellScript;
import ringside.core.guest.validate.Findings;

/** Follows a script of VBoxManage commands by the option tables of one release, where no VirtualBox is installed. */
final class TableCheck {
    /** Subcommands that have subcommands of their own, before or after the machine's name. */
    private static final Set<String> DOUBLE = Set.of(
            "usbfilter",
            "bandwidthctl",
            "modifynvram",
            "snapshot",
            "sharedfolder",
            "natnetwork",
            "hostonlyif",
            "unattended");
    /** Real ones whose options the tables do not have. */
    private static final Set<String> UNLISTED = Set.of(
            "list",
            "showvminfo",
            "setextradata",
            "getextradata",
            "controlvm",
            "guestproperty",
            "guestcontrol",
            "setproperty",
            "snapshot",
            "discardstate",
            "showmediuminfo",
            "extpack",
            "metrics",
            "dhcpserver",
            "hostonlynet",
            "export",
            "import",
            "signova",
            "debugvm",
            "convertdd",
            "internalcommands",
            "modifynvram",
            "natnetwork",
            "hostonlyif",
            "bandwidthctl",
            "usbfilter",
            "sharedfolder",
            "unattended",
            "movevm",
            "clonevm",
            "startvm");

    private static final Set<String> MEDIA = Set.of("createmedium", "modifymedium", "clonemedium", "closemedium");

    private final OptionTables tables = OptionTables.bundled();
    private final String release;
    private final Findings findings;
    private Optional<BuiltMachine> machine = Optional.empty();
    private boolean registered = true;
    private int line;

    TableCheck(String release, Findings findings) {
        this.release = release;
        this.findings = findings;
    }

    private void problem(String what) {
        findings.problem("line " + line + ": " + what);
    }

    void check(List<ShellScript.Command> script) {
        for (ShellScript.Command command : script) {
            line = command.line();
            if (command.program().equalsIgnoreCase("VBoxManage"))
                check(new ArrayDeque<>(
                        command.texts().subList(1, command.words().size())));
            else findings.note("line " + line + ": " + command.program() + " is not run");
        }
        machine.ifPresent(BuiltMachine::finish);
        machine.ifPresent(built -> findings.facts(built.facts()));
    }

    private void check(Deque<String> words) {
        while (!words.isEmpty() && Set.of("-q", "--nologo").contains(words.peek())) words.pop();
        if (words.isEmpty()) {
            problem("VBoxManage without a subcommand");
            return;
        }
        String subcommand = subcommand(words);
        Optional<Option> whole = tables.whole(subcommand);
        if (whole.isPresent() || !tables.hasSubcommand(subcommand)) {
            if (whole.isEmpty() && !UNLISTED.contains(subcommand))
                problem("VBoxManage has no subcommand " + subcommand);
            else if (whole.isPresent() && OptionTables.isLater(whole.get().since(), release))
                problem(subcommand + " is new in VirtualBox " + whole.get().since());
            else findings.note(subcommand + ": its options are not checked");
            return;
        }
        if (MEDIA.contains(subcommand) && Set.of("disk", "dvd", "floppy").contains(String.valueOf(words.peek())))
            words.pop();
        options(subcommand, words);
    }

    private static String subcommand(Deque<String> words) {
        String first = words.pop();
        OptionTables tables = OptionTables.bundled();
        int within = 0;
        for (String word : List.copyOf(words)) {
            if (within++ == (DOUBLE.contains(first) ? 3 : 1)) break;
            if (!tables.hasSubcommand(first + " " + word)) continue;
            words.removeFirstOccurrence(word);
            return first + " " + word;
        }
        return first;
    }

    private void options(String subcommand, Deque<String> words) {
        var positional = new ArrayList<String>();
        var plain = new LinkedHashMap<String, String>();
        var numbered = new LinkedHashMap<Option, Map<Integer, String>>();
        while (!words.isEmpty()) {
            String word = words.pop();
            if (!word.startsWith("-") || word.equals("-")) {
                positional.add(word);
                continue;
            }
            String name = word.split("=", 2)[0];
            Optional<Option> option = tables.option(subcommand, name);
            if (word.contains("=")) words.push(word.substring(name.length() + 1));
            if (option.isEmpty()) {
                problem(subcommand + " has no option " + name);
                if (!words.isEmpty() && !words.peek().startsWith("-")) words.pop();
                continue;
            }
            String value = option(subcommand, option.get(), name, words);
            int number = OptionTables.number(option.get(), name);
            if (number == 0) plain.put(option.get().name(), value);
            else
                numbered.computeIfAbsent(option.get(), each -> new LinkedHashMap<>())
                        .put(number, value);
        }
        apply(subcommand, positional, plain, numbered);
    }

    /** Checks one option and takes its value's words; gives the first of them. */
    private String option(String subcommand, Option option, String name, Deque<String> words) {
        int number = OptionTables.number(option, name);
        if (option.since().equals("never")) problem(name + ": " + option.remark());
        else if (OptionTables.isLater(option.since(), release))
            problem(subcommand + " " + name + " is new in VirtualBox " + option.since());
        if (option.highest() > 0 && number == 0) problem(name + " needs a number: " + name + "1");
        if (number > option.highest()) problem(name + ": the highest is " + option.name() + option.highest());
        int count = OptionTables.words(option, List.copyOf(words));
        if (words.size() < count) problem(name + " lacks its value");
        String first = count == 0 || words.isEmpty() ? "" : words.peek();
        for (int i = 0; i < count && !words.isEmpty(); i++) words.pop();
        if (count == 1 && !first.isEmpty())
            tables.fault(option, first, release).ifPresent(fault -> problem(name + " " + fault));
        return first;
    }

    private void apply(
            String subcommand,
            List<String> positional,
            Map<String, String> plain,
            Map<Option, Map<Integer, String>> numbered) {
        switch (subcommand) {
            case "createvm" -> create(plain);
            case "registervm" -> registered = true;
            case "createmedium", "createhd" -> {
                if (!plain.containsKey("--filename")) problem(subcommand + " needs --filename");
                if (!plain.containsKey("--size")
                        && !plain.containsKey("--sizebyte")
                        && !plain.containsKey("--diffparent")
                        && !plain.containsKey("--property")) problem(subcommand + " needs --size");
            }
            case "clonemedium", "convertfromraw" -> {
                if (positional.size() != 2) problem(subcommand + " needs a source and a target");
            }
            case "modifyvm", "storagectl", "storageattach" -> change(subcommand, positional, plain, numbered);
            default -> {}
        }
    }

    private void create(Map<String, String> options) {
        if (!options.containsKey("--name")) problem("createvm needs --name");
        if (machine.isPresent()) problem("a second createvm");
        machine = Optional.of(new BuiltMachine(options.getOrDefault("--name", ""), this::problem));
        registered = options.containsKey("--register");
    }

    private void change(
            String subcommand,
            List<String> positional,
            Map<String, String> plain,
            Map<Option, Map<Integer, String>> numbered) {
        if (positional.isEmpty()) {
            problem(subcommand + " names no machine");
            return;
        }
        if (positional.size() > 1) problem(subcommand + ": a stray word " + positional.get(1));
        BuiltMachine built = machine.orElseGet(() -> new BuiltMachine(positional.getFirst(), this::problem));
        machine = Optional.of(built);
        if (!built.name().equals(positional.getFirst()))
            findings.note(
                    "line " + line + ": machine " + positional.getFirst() + " is not the one this script creates");
        if (!registered) problem(subcommand + " before the machine is registered (createvm --register)");
        if (subcommand.equals("storagectl")) built.controller(plain);
        else if (subcommand.equals("storageattach")) built.attach(plain);
        else {
            plain.forEach((option, value) -> built.set(option, 0, value));
            numbered.forEach(
                    (option, values) -> values.forEach((number, value) -> built.set(option.name(), number, value)));
        }
    }
}
