package ringside.ui.host;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;

/** What a host's facts are called for people, the ones that matter first. */
final class FactWords {
    private static final Map<String, String> KNOWN = new LinkedHashMap<>();

    static {
        KNOWN.put("os", "System");
        KNOWN.put("kernel", "Kernel");
        KNOWN.put("architecture", "Architecture");
        KNOWN.put("cpu", "Processor");
        KNOWN.put("cpus", "Logical processors");
        KNOWN.put("memory", "Memory");
        KNOWN.put("virtualization", "Virtualization in hardware");
        KNOWN.put("virtual machine", "Is a virtual machine itself");
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
        if (facts.containsKey("cpus")) words.add(facts.get("cpus") + " CPUs");
        if (facts.containsKey("memory")) words.add(facts.get("memory"));
        return String.join(", ", words);
    }
}
