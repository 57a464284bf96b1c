package ringside.ui.host;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;
import ringside.ui.kit.Texts;

/** What a host's facts are called for people, the ones that matter first. */
final class FactWords {
    private static final Map<String, String> KNOWN = new LinkedHashMap<>();

    static {
        KNOWN.put("os", Texts.of("host.fact.system"));
        KNOWN.put("kernel", Texts.of("host.fact.kernel"));
        KNOWN.put("architecture", Texts.of("host.fact.architecture"));
        KNOWN.put("cpu", Texts.of("host.fact.processor"));
        KNOWN.put("cpus", Texts.of("host.fact.logical-processors"));
        KNOWN.put("memory", Texts.of("host.fact.memory"));
        KNOWN.put("virtualization", Texts.of("host.fact.virtualization"));
        KNOWN.put("virtual machine", Texts.of("host.fact.virtual-machine"));
        KNOWN.put("kvm", "KVM");
        KNOWN.put("qemu", "QEMU");
        KNOWN.put("libvirt", "libvirt");
        KNOWN.put("xen", "Xen");
        KNOWN.put("virtualbox", "VirtualBox");
    }

    private FactWords() {}

    /** Those that are known, in the order to show them; others follow under their own names. */
    static Map<String, String> of(Map<String, String> facts) {
        var shown = new LinkedHashMap<String, String>();
        KNOWN.forEach((name, words) -> {
            if (facts.containsKey(name)) shown.put(words, facts.get(name));
        });
        facts.forEach((name, value) -> {
            if (!KNOWN.containsKey(name)) shown.put(name, value);
        });
        return shown;
    }

    /** In a line: system, processors and memory. */
    static String brief(Map<String, String> facts) {
        var words = new ArrayList<String>();
        if (facts.containsKey("os")) words.add(facts.get("os"));
        if (facts.containsKey("cpus")) words.add(Texts.of("host.fact.cpus", facts.get("cpus")));
        if (facts.containsKey("memory")) words.add(facts.get("memory"));
        return String.join(", ", words);
    }
}
