package ringside.adapter.libvirt;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import ringside.core.guest.read.FileKind;
import ringside.core.guest.read.ShellScript;
import ringside.core.guest.read.SyntaxFault;
import ringside.core.guest.validate.Findings;
import ringside.core.guest.validate.Tools;
import ringside.core.guest.validate.Validation;
import ringside.core.guest.validate.Validator;
import ringside.core.host.Answer;

/**
 * virt-install itself, in a dry run on a libvirt session of its own, and libvirt on the domain it would make. Even a dry run looks
 * for the files it is given and starts a storage pool for their folder: both are ours here, and go with the check.
 */
public final class VirtInstallValidator implements Validator {
    private static final Set<String> DROPPED =
            Set.of("--print-xml", "--dry-run", "--noautoconsole", "--noreboot", "--transient", "--autostart");
    private static final Set<String> DROPPED_WITH_VALUE = Set.of("--connect", "--wait");
    private static final Set<String> WITH_FILES =
            Set.of("--disk", "--boot", "--cdrom", "--location", "--cloud-init", "--install");
    /** A path after a key or alone, in quotes where it has more than plain characters. */
    private static final Pattern FILE = Pattern.compile(
            "(^|,)((?:path=|source\\.file=|source\\.dev=|kernel=|initrd="
                    + "|user-data=|meta-data=|network-config=|backing_store=)?)(?:\"(/(?:[^\"\\\\]|\\\\.)*)\"|(/(?:[^,\"]|,,)*))");

    private static final Pattern DOMAIN = Pattern.compile("(?s)<domain .*?</domain>");
    private static final Pattern CHATTER = Pattern.compile("^(WARNING|Starting install|Using |Dry run|\\s*$).*");

    private final Tools tools;
    private final PrivateSession libvirt;
    private final LibvirtValidator domains;

    public VirtInstallValidator(Tools tools) {
        this.tools = tools;
        this.libvirt = new PrivateSession(tools);
        this.domains = new LibvirtValidator(tools);
    }

    @Override
    public boolean takes(FileKind kind) {
        return kind == FileKind.VIRT_INSTALL;
    }

    @Override
    public String name() {
        return "virt-install";
    }

    @Override
    public Validation validate(String text) {
        var findings = new Findings();
        Optional<List<String>> arguments = Optional.empty();
        try {
            arguments = arguments(text, findings);
        } catch (SyntaxFault fault) {
            findings.problem("line " + fault.line() + ": " + fault.what());
        }
        if (arguments.isEmpty() || findings.faulty()) return findings.by(name());
        if (!tools.has("virt-install"))
            return findings.couldNotRun(name(), "virt-install is not installed here", "install virtinst");
        return dryRun(arguments.get(), findings);
    }

    private static Optional<List<String>> arguments(String text, Findings findings) throws SyntaxFault {
        List<String> found = null;
        for (ShellScript.Command command : ShellScript.commands(text)) {
            if (!command.program().equals("virt-install"))
                findings.note("line " + command.line() + ": " + command.program() + " is not run");
            else if (found != null) findings.problem("line " + command.line() + ": a second virt-install command");
            else found = command.texts().subList(1, command.words().size());
        }
        if (found == null) findings.problem("no command starts virt-install");
        return Optional.ofNullable(found);
    }

    private Validation dryRun(List<String> arguments, Findings findings) {
        if (follows(arguments, "--virt-type", "xen"))
            return findings.couldNotRun(
                    name(),
                    "virt-install makes Xen guests on a Xen host only",
                    "check the libvirt domain of the same guest");
        Map<String, String> originals = new HashMap<>();
        var command = new ArrayList<>(List.of("virt-install", "--connect", PrivateSession.URI));
        command.addAll(contained(emulated(arguments, findings), originals, findings));
        command.addAll(List.of("--dry-run", "--print-xml", "--noautoconsole"));
        Answer answer = libvirt.ask(command);
        List<String> printed =
                DOMAIN.matcher(answer.out()).results().map(MatchResult::group).toList();
        if (!answer.succeeded() || printed.isEmpty()) {
            answer.err()
                    .lines()
                    .filter(line -> !CHATTER.matcher(line).matches())
                    .forEach(line -> findings.problem(original(line.replaceFirst("^ERROR\\s+", ""), originals)));
            if (!findings.faulty()) findings.problem("virt-install printed no domain");
            return findings.by(name());
        }
        if (printed.size() > 1)
            findings.note(
                    "virt-install makes " + printed.size() + " domains, one to install with: the last was checked");
        Validation domain = domains.validate(original(printed.getLast(), originals));
        domain.notes().forEach(findings::note);
        domain.problems().forEach(problem -> findings.problem("the domain it makes: " + problem));
        findings.facts(domain.facts());
        return findings.by(name());
    }

    private static boolean follows(List<String> arguments, String option, String value) {
        int at = arguments.indexOf(option);
        return at >= 0 && at + 1 < arguments.size() && arguments.get(at + 1).equals(value);
    }

    /** Without KVM the same guest is checked as an emulated one. */
    private List<String> emulated(List<String> arguments, Findings findings) {
        if (!follows(arguments, "--virt-type", "kvm") || libvirt.hasKvm()) return arguments;
        findings.note("this libvirt session has no KVM: checked as a domain of type qemu");
        var emulated = new ArrayList<>(arguments);
        emulated.set(emulated.indexOf("--virt-type") + 1, "qemu");
        int cpu = emulated.indexOf("--cpu") + 1;
        if (cpu > 0 && cpu < emulated.size() && emulated.get(cpu).startsWith("host-passthrough")) {
            findings.note("host-passthrough needs KVM: checked with the maximum that emulation has");
            emulated.set(
                    cpu,
                    emulated.get(cpu)
                            .replaceFirst("^host-passthrough", "maximum")
                            .replaceAll(",(cpu\\.)?(check|migratable)=[^,]*", ""));
        }
        return emulated;
    }

    private static String original(String text, Map<String, String> originals) {
        String result = text;
        for (var each : originals.entrySet()) result = result.replace(each.getKey(), each.getValue());
        return result;
    }

    private List<String> contained(List<String> arguments, Map<String, String> originals, Findings findings) {
        var contained = new ArrayList<String>();
        for (int i = 0; i < arguments.size(); i++) {
            String option = arguments.get(i);
            if (DROPPED.contains(option)) continue;
            if (DROPPED_WITH_VALUE.contains(option)) i++;
            else if (option.equals("--hostdev") && i + 1 < arguments.size())
                findings.note("host device " + arguments.get(++i) + ": virt-install looks for it here, not checked");
            else if (WITH_FILES.contains(option) && i + 1 < arguments.size()) {
                contained.add(option);
                contained.add(standIns(option, arguments.get(++i), originals));
            } else contained.add(option);
        }
        return contained;
    }

    private String standIns(String option, String value, Map<String, String> originals) {
        boolean isNew = option.equals("--disk")
                && Pattern.compile("(^|,)size=").matcher(value).find();
        return FILE.matcher(value)
                .replaceAll(match -> java.util.regex.Matcher.quoteReplacement(
                        match.group(1) + match.group(2) + standIn(path(match), isNew, originals)));
    }

    /** As it stands in the XML. */
    private static String escaped(String path) {
        return path.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&apos;");
    }

    private static String path(MatchResult match) {
        String quoted = match.group(3);
        return quoted == null ? match.group(4).replace(",,", ",") : quoted.replaceAll("\\\\(.)", "$1");
    }

    private String standIn(String path, boolean isNew, Map<String, String> originals) {
        String suffix = path.matches("(?s).*\\.[a-z0-9]{1,6}") ? path.substring(path.lastIndexOf('.')) : ".img";
        Path file = libvirt.scratch().fresh(suffix);
        originals.put(file.toString(), escaped(path));
        if (!isNew && suffix.equals(".qcow2"))
            tools.ask(List.of("qemu-img", "create", "-q", "-f", "qcow2", file.toString(), "1M"));
        else if (!isNew)
            libvirt.scratch()
                    .write(
                            file,
                            suffix.matches("\\.(iso|img|raw)")
                                    ? new byte[1 << 20]
                                    : "#cloud-config\n".getBytes(java.nio.charset.StandardCharsets.US_ASCII));
        return file.toString();
    }

    @Override
    public void close() {
        domains.close();
        libvirt.close();
    }
}
