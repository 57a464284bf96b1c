package ringside.adapter.virtualbox;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import ringside.core.guest.read.ShellScript;
import ringside.core.guest.validate.Findings;
import ringside.core.guest.validate.Scratch;
import ringside.core.guest.validate.Tools;
import ringside.core.guest.validate.Validation;
import ringside.core.host.Answer;

/**
 * One script in a real VirtualBox: its configuration is a folder of ours, its server process has a name of its own, so
 * that a VirtualBox which the user runs neither sees the machine nor is asked. Media are small stand-ins in that folder.
 */
final class RealRun {
    private static final Duration LIMIT = Duration.ofMinutes(1);
    /** Ends the server at once, which would wait for more clients; it is known by its name in its environment. */
    private static final String END = "for e in /proc/[0-9]*/environ; do if tr '\\0' '\\n"
            + "' <\"$e\" 2>/dev/null | grep -qx \"VBOX_IPC_SOCKETID=$1\"; then p=${e#/proc/}; kill"
            + " \"${p%/environ}\"; fi; done 2>/dev/null; sleep 0.3; rm -rf \"${TMPDIR:-/tmp}/.vbox-$1-ipc\"";

    private static final Pattern ERROR = Pattern.compile("(?m)^VBoxManage: error: (?!Details:|Context:)(.*)$");
    private static final Pattern DISK = Pattern.compile("(?is).*\\.(vdi|vmdk|vhd)");
    private static final Set<String> DRIVES = Set.of("none", "emptydrive", "additions");
    /** What they touch lies outside the machine: the host's networks, or other programs. */
    private static final Set<String> NOT_RUN = Set.of(
            "startvm",
            "natnetwork",
            "hostonlyif",
            "hostonlynet",
            "extpack",
            "controlvm",
            "dhcpserver",
            "setproperty",
            "import",
            "export",
            "unattended");

    private final Tools tools;
    private final Findings findings;
    private final Map<String, String> standIns = new HashMap<>();

    RealRun(Tools tools, Findings findings) {
        this.tools = tools;
        this.findings = findings;
    }

    Validation validate(List<ShellScript.Command> script, Optional<String> writtenFor) {
        try (Scratch scratch = Scratch.create()) {
            Validation validation = validate(scratch, script, writtenFor);
            tools.ask(List.of("sh", "-c", END, "sh", name(scratch)));
            return validation;
        }
    }

    private Validation validate(Scratch scratch, List<ShellScript.Command> script, Optional<String> writtenFor) {
        Answer version = ask(scratch, List.of("--version"));
        if (!version.succeeded())
            return findings.couldNotRun(
                    "VBoxManage", "VBoxManage does not work here: " + version.complaint(), "reinstall VirtualBox");
        String release = version.out().strip();
        if (writtenFor.isPresent() && !release.startsWith(writtenFor.get())) {
            findings.note("the script is for VirtualBox " + writtenFor.get() + ", here is " + release
                    + ": held against the option tables");
            return findings.by("the options of VirtualBox " + writtenFor.get());
        }
        Optional<String> machine = run(scratch, script);
        machine.ifPresent(name -> facts(ask(scratch, List.of("showvminfo", name, "--machinereadable"))));
        return findings.by("VirtualBox " + release);
    }

    /** Of the server process and its sockets. */
    private static String name(Scratch scratch) {
        return String.valueOf(scratch.folder().getFileName());
    }

    private Answer ask(Scratch scratch, List<String> words) {
        var command = new ArrayList<>(List.of(
                "env",
                "LC_ALL=C.UTF-8",
                "VBOX_USER_HOME=" + scratch.folder(),
                "VBOX_IPC_SOCKETID=" + name(scratch),
                "VBoxManage",
                "-q"));
        command.addAll(words);
        return tools.ask(command, "", LIMIT);
    }

    /** The name of the machine that was made; stops at the first command that fails. */
    private Optional<String> run(Scratch scratch, List<ShellScript.Command> script) {
        Optional<String> machine = Optional.empty();
        for (ShellScript.Command command : script) {
            List<String> words =
                    apart(command.texts().subList(1, command.words().size()));
            if (!command.program().equalsIgnoreCase("VBoxManage") || words.isEmpty()) continue;
            if (NOT_RUN.contains(words.getFirst())) {
                findings.note("line " + command.line() + ": VBoxManage " + words.getFirst() + " is not run");
                continue;
            }
            Answer answer = ask(scratch, contained(scratch, words));
            if (!answer.succeeded()) {
                findings.problem("line " + command.line() + ": " + complaint(answer, scratch));
                break;
            }
            int name = words.indexOf("--name");
            if (words.getFirst().equals("createvm") && name > 0 && name + 1 < words.size())
                machine = Optional.of(words.get(name + 1));
        }
        return machine;
    }

    /** {@code --option=value} as two words, so that what is a path is found. */
    private static List<String> apart(List<String> words) {
        var apart = new ArrayList<String>();
        for (String word : words) {
            int equals = word.startsWith("--") ? word.indexOf('=') : -1;
            if (equals < 0) apart.add(word);
            else apart.addAll(List.of(word.substring(0, equals), word.substring(equals + 1)));
        }
        return apart;
    }

    private static String complaint(Answer answer, Scratch scratch) {
        var error = ERROR.matcher(answer.err());
        return (error.find() ? error.group(1) : answer.complaint()).replace(scratch.folder() + "/", "");
    }

    /** The same command with every file in our folder, and media so small that they cost nothing. */
    private List<String> contained(Scratch scratch, List<String> words) {
        if (words.contains("RawDisk")) return ofBlockDevice(scratch, words);
        var contained = new ArrayList<String>();
        boolean makes = Set.of("createmedium", "createhd").contains(words.getFirst());
        boolean copies = Set.of("clonemedium", "convertfromraw").contains(words.getFirst());
        for (int i = 0; i < words.size(); i++) {
            String option = i == 0 ? "" : words.get(i - 1);
            String word = words.get(i);
            if (makes && option.equals("--size")) contained.add("16");
            else if (option.equals("--basefolder"))
                contained.add(scratch.folder().resolve("machines").toString());
            else if (option.equals("--medium") && !DRIVES.contains(word) && !word.startsWith("host:"))
                contained.add(medium(scratch, word));
            else if (makes && option.equals("--filename")) contained.add(fresh(scratch, word));
            else if (copies && i > 0 && !word.startsWith("-") && word.startsWith("/"))
                contained.add(i == 1 ? medium(scratch, word) : fresh(scratch, word));
            else contained.add(word);
        }
        if (words.getFirst().equals("createvm") && !words.contains("--basefolder"))
            contained.addAll(
                    List.of("--basefolder", scratch.folder().resolve("machines").toString()));
        return contained;
    }

    /** VirtualBox asks the device itself for its sectors, and a file is none. */
    private List<String> ofBlockDevice(Scratch scratch, List<String> words) {
        findings.note("an ordinary medium stood in for the one of a block device");
        int file = words.indexOf("--filename") + 1;
        String made = fresh(scratch, file > 0 && file < words.size() ? words.get(file) : "device.vmdk");
        return List.of("createmedium", "disk", "--filename", made, "--size", "16", "--format", "VMDK");
    }

    private String fresh(Scratch scratch, String path) {
        return standIns.computeIfAbsent(
                path, each -> scratch.fresh(suffix(path)).toString());
    }

    private static String suffix(String path) {
        int dot = path.lastIndexOf('.');
        String suffix = dot < 0 ? "" : path.substring(dot);
        return suffix.matches("\\.[A-Za-z0-9]{1,5}") ? suffix : ".img";
    }

    /** What the script itself has made, or an empty stand-in of the same kind. */
    private String medium(Scratch scratch, String path) {
        String known = standIns.get(path);
        if (known != null) return known;
        if (!isThere(path)) findings.note(path + " is not there: an empty stand-in took its place");
        String made = fresh(scratch, path);
        if (DISK.matcher(path).matches())
            ask(scratch, List.of("createmedium", "disk", "--filename", made, "--size", "16", "--format", format(path)));
        else scratch.write(Path.of(made), new byte[1 << 20]);
        return made;
    }

    private static String format(String path) {
        String end = path.substring(path.lastIndexOf('.') + 1).toUpperCase(java.util.Locale.ROOT);
        return Set.of("VDI", "VMDK", "VHD").contains(end) ? end : "VDI";
    }

    private static boolean isThere(String path) {
        try {
            return Files.exists(Path.of(path));
        } catch (InvalidPathException impossible) {
            return false;
        }
    }

    /** {@code --machinereadable} prints each setting as {@code name="value"} on a line. */
    private void facts(Answer shown) {
        Map<String, String> settings = new LinkedHashMap<>();
        shown.out().lines().filter(line -> line.contains("=")).forEach(line -> {
            String[] parts = line.split("=", 2);
            settings.putIfAbsent(parts[0].replace("\"", ""), parts[1].replaceAll("^\"|\"$", ""));
        });
        if (settings.isEmpty()) return;
        findings.fact("vcpus", number(settings.get("cpus")));
        findings.fact("memory_mib", number(settings.get("memory")));
        findings.fact("chipset", settings.getOrDefault("chipset", ""));
        findings.fact(
                "firmware",
                settings.getOrDefault("firmware", "")
                                .toLowerCase(java.util.Locale.ROOT)
                                .contains("efi")
                        ? "uefi"
                        : "bios");
    }

    private static long number(@org.jspecify.annotations.Nullable String text) {
        return text != null && text.matches("\\d{1,12}") ? Long.parseLong(text) : 0;
    }
}
