package ringside.adapter.linux;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import ringside.core.host.Answer;
import ringside.core.host.Command;
import ringside.core.host.Shell;
import ringside.core.probe.Finding;
import ringside.core.probe.Findings;
import ringside.core.probe.Probe;
import ringside.core.probe.Question;

/** Which machine this is: its system, kernel, processor and memory. KVM is released with the kernel. */
final class MachineFacts implements Probe {
    private static final Question KERNEL = new Question("release", "kvm");
    private static final Command UNAME = Command.of("uname", "-srm");
    private static final Command KVM = Command.of("ls", "-l", "/dev/kvm");
    private static final String SYSTEM = "/etc/os-release";
    private static final String PROCESSORS = "/proc/cpuinfo";
    private static final String MEMORY = "/proc/meminfo";

    @Override
    public String id() {
        return "machine";
    }

    @Override
    public List<Question> questions() {
        return List.of(KERNEL);
    }

    @Override
    public List<Command> first() {
        return Stream.concat(Stream.of(UNAME, KVM), Sys.reading(SYSTEM, PROCESSORS, MEMORY).stream())
                .toList();
    }

    @Override
    public Findings ask(Shell host) {
        var facts = new LinkedHashMap<String, String>();
        Answer uname = host.run(UNAME);
        String[] words = uname.out().strip().split("\\s+");
        if (uname.succeeded() && words.length == 3) {
            facts.put("kernel", words[0] + " " + words[1]);
            facts.put("architecture", words[2]);
        }
        var sys = new Sys(host);
        sys.text(SYSTEM).flatMap(MachineFacts::system).ifPresent(name -> facts.put("os", name));
        sys.text(PROCESSORS).ifPresent(text -> processors(text, facts));
        sys.text(MEMORY).flatMap(MachineFacts::memory).ifPresent(size -> facts.put("memory", size));
        String kernel = facts.getOrDefault("kernel", "a kernel that does not say its name");
        return new Findings(List.of(release(host, kernel)), facts);
    }

    private static Finding release(Shell host, String kernel) {
        if (!kernel.startsWith("Linux ")) return Finding.notHere(KERNEL, UNAME.line(), kernel);
        return host.run(KVM).succeeded()
                ? Finding.verified(KERNEL, UNAME.line(), kernel)
                : Finding.notHere(KERNEL, KVM.line(), kernel + ", without /dev/kvm");
    }

    private static Optional<String> system(String release) {
        return value(release, "PRETTY_NAME=").map(name -> name.replace("\"", ""));
    }

    private static void processors(String text, Map<String, String> facts) {
        value(text, "model name").map(MachineFacts::afterColon).ifPresent(name -> facts.put("cpu", name));
        long count = text.lines().filter(line -> line.startsWith("processor")).count();
        if (count > 0) facts.put("cpus", Long.toString(count));
        value(text, "flags")
                .map(MachineFacts::afterColon)
                .map(line -> new HashSet<>(List.of(line.split("\\s+"))))
                .ifPresent(flags -> {
                    facts.put(
                            "virtualization",
                            flags.contains("vmx")
                                    ? "VT-x (vmx)"
                                    : flags.contains("svm") ? "AMD-V (svm)" : "none in the CPU's flags");
                    facts.put("virtual machine", flags.contains("hypervisor") ? "yes" : "no");
                });
    }

    private static Optional<String> memory(String text) {
        return value(text, "MemTotal:")
                .map(line -> line.replaceAll("\\D", ""))
                .filter(digits -> digits.matches("\\d{1,15}"))
                .map(kib -> String.format(Locale.ROOT, "%.1f GiB", Long.parseLong(kib) / 1048576.0));
    }

    private static String afterColon(String line) {
        return line.substring(line.indexOf(':') + 1).strip();
    }

    /** The rest of the first line that begins so. */
    private static Optional<String> value(String text, String name) {
        return text.lines()
                .filter(line -> line.startsWith(name))
                .map(line -> line.substring(name.length()).strip())
                .findFirst();
    }
}
