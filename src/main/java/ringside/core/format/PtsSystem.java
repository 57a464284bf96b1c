package ringside.core.format;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
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
        Whereabouts where = texts.isEmpty() ? Whereabouts.UNKNOWN : where(software.getOrDefault("System Layer", ""));
        return new Intake.Machine(label, where, versions, facts);
    }

    private static void fact(Map<String, String> facts, String key, String value) {
        if (value.isBlank() || facts.size() == MOST_FACTS) return;
        String shown = value.length() > LONGEST_FACT ? value.substring(0, LONGEST_FACT) + "…" : value;
        facts.putIfAbsent(key.toLowerCase(Locale.ROOT), shown);
    }

    /** Where there is no System Layer the suite saw no hypervisor. */
    static Whereabouts where(String layer) {
        if (layer.isBlank()) return new Whereabouts.Assumed("host");
        List<String> platforms = platforms(layer.toLowerCase(Locale.ROOT));
        return switch (platforms.size()) {
            case 0 -> new Whereabouts.Seen(words(layer));
            case 1 -> new Whereabouts.Seen(platforms.getFirst());
            default -> new Whereabouts.Unclear(SoundText.name(layer), platforms);
        };
    }

    /** Every platform that the layer may mean: of a container in a virtual machine the suite names both. */
    private static List<String> platforms(String layer) {
        var all = new ArrayList<String>();
        for (String container : CONTAINERS) if (layer.contains(container)) all.add(container);
        if (layer.contains("virtualbox") || layer.startsWith("oracle")) all.add("virtualbox");
        if (layer.contains("xen")) all.addAll(xen(layer));
        if (layer.contains("kvm")) all.add("kvm");
        // KVM's guests run in QEMU, and WSL's under Hyper-V
        else if (layer.contains("qemu")) all.add("qemu");
        if (layer.contains("vmware")) all.add("vmware");
        if (!layer.contains("wsl") && (layer.contains("hyper-v") || layer.contains("microsoft"))) all.add("hyper-v");
        return all;
    }

    private static List<String> xen(String layer) {
        if (layer.contains("pvh")) return List.of("xen-pvh");
        if (layer.contains("hvm")) return List.of("xen-hvm");
        return layer.matches(".*\\bpv\\b.*") ? List.of("xen-pv") : List.of("xen-pv", "xen-hvm", "xen-pvh");
    }

    /** The layer's own word for itself, without its version: {@code Parallels 17} gives {@code parallels}. */
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
