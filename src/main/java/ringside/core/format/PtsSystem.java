package ringside.core.format;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A System element of a Phoronix Test Suite result: the machine, and the hypervisor as the suite saw it from inside. */
final class PtsSystem {
    /** The keys are few words that begin with a capital; commas also stand inside the values. */
    private static final Pattern KEY = Pattern.compile("(?:^|,\\s{0,4})([A-Z][A-Za-z0-9 /.+-]{1,30}):\\s");

    private static final Pattern CORES = Pattern.compile("\\((\\d{1,5}) Cores?\\b");
    private static final Pattern TIMES = Pattern.compile("^(\\d{1,5}) x ");
    private static final List<String> CONTAINERS =
            List.of("docker", "podman", "lxc", "openvz", "systemd-nspawn", "wsl");
    private static final List<String> VIRTUAL =
            List.of("virtualbox", "oracle", "xen", "kvm", "qemu", "vmware", "hyper-v", "microsoft");
    private static final int LONGEST_FACT = 2_000;
    private static final int MOST_FACTS = 120;

    private PtsSystem() {}

    /** What the values of {@code Key: value, Key: value} are, in their order. */
    static Map<String, String> list(String text) {
        var values = new LinkedHashMap<String, String>();
        Matcher key = KEY.matcher(text);
        String name = "";
        int from = 0;
        while (key.find()) {
            if (!name.isEmpty())
                values.putIfAbsent(name, text.substring(from, key.start()).strip());
            name = key.group(1).strip();
            from = key.end();
        }
        if (!name.isEmpty()) values.putIfAbsent(name, text.substring(from).strip());
        return values;
    }

    /** @param texts the element's children that are plain texts, by name */
    static Intake.Machine machine(String label, Map<String, String> texts) {
        Map<String, String> hardware = list(texts.getOrDefault("Hardware", ""));
        Map<String, String> software = list(texts.getOrDefault("Software", ""));
        var facts = new TreeMap<String, String>();
        hardware.forEach((key, value) -> fact(facts, key.equals("Processor") ? "cpu" : key, value));
        software.forEach((key, value) -> fact(facts, key, value));
        fact(facts, "user", texts.getOrDefault("User", ""));
        fact(facts, "time stamp", texts.getOrDefault("TimeStamp", ""));
        fact(facts, "notes", texts.getOrDefault("Notes", ""));
        PtsJson.texts(texts.getOrDefault("JSON", "")).forEach((key, value) -> fact(facts, key, value));
        var versions = new TreeMap<String, String>();
        String client = texts.getOrDefault("TestClientVersion", "");
        if (!client.isBlank()) versions.put("Phoronix Test Suite", client);
        String layer = software.getOrDefault("System Layer", "");
        Optional<String> platform = layer.isBlank() ? Optional.empty() : platform(layer);
        String otherwise = layer.isBlank() ? texts.isEmpty() ? "unknown" : "host" : words(layer);
        return new Intake.Machine(label, platform, otherwise, versions, facts);
    }

    private static void fact(Map<String, String> facts, String key, String value) {
        if (value.isBlank() || facts.size() == MOST_FACTS) return;
        String shown = value.length() > LONGEST_FACT ? value.substring(0, LONGEST_FACT) + "…" : value;
        facts.putIfAbsent(key.toLowerCase(Locale.ROOT), shown);
    }

    /** The System Layer, if it names a container and what it runs on. */
    static Optional<String> layers(Map<String, String> texts) {
        String layer = list(texts.getOrDefault("Software", "")).getOrDefault("System Layer", "");
        String text = layer.toLowerCase(Locale.ROOT);
        boolean contained = CONTAINERS.stream().anyMatch(text::contains);
        boolean virtual = VIRTUAL.stream().anyMatch(text::contains);
        return contained && virtual ? Optional.of(SoundText.name(layer)) : Optional.empty();
    }

    /** The platform that a System Layer names; empty where it leaves open which of several it is. */
    static Optional<String> platform(String layer) {
        String text = layer.toLowerCase(Locale.ROOT);
        // A container stands first: on a virtual machine the suite names both
        for (String container : CONTAINERS) if (text.contains(container)) return Optional.of(container);
        if (text.contains("virtualbox") || text.startsWith("oracle")) return Optional.of("virtualbox");
        if (text.contains("xen")) return xen(text);
        if (text.contains("kvm")) return Optional.of("kvm");
        if (text.contains("qemu")) return Optional.of("qemu");
        if (text.contains("vmware")) return Optional.of("vmware");
        if (text.contains("hyper-v") || text.contains("microsoft")) return Optional.of("hyper-v");
        return Optional.of(words(layer));
    }

    private static Optional<String> xen(String text) {
        if (text.contains("pvh")) return Optional.of("xen-pvh");
        if (text.contains("hvm")) return Optional.of("xen-hvm");
        return text.matches(".*\\bpv\\b.*") ? Optional.of("xen-pv") : Optional.empty();
    }

    /** The layer's own word for itself, without its version: {@code Xen 4.11 Hypervisor} gives {@code xen}. */
    private static String words(String layer) {
        String word = layer.strip().toLowerCase(Locale.ROOT).replaceFirst("[\\s0-9].*", "");
        return word.isBlank() ? "unknown" : word;
    }

    /** The physical cores that the hardware line states; null if it states none. */
    static @Nullable String cores(Intake.Machine machine) {
        String cpu = machine.facts().getOrDefault("cpu", "");
        Matcher cores = CORES.matcher(cpu);
        if (!cores.find()) return null;
        Matcher times = TIMES.matcher(cpu);
        boolean several = times.find() && Integer.parseInt(times.group(1)) > 1;
        // "2 x Xeon (16 Cores)" has 16 in all; the suite counts over the sockets
        return several && cores.group(1).equals("1") ? times.group(1) : cores.group(1);
    }
}
