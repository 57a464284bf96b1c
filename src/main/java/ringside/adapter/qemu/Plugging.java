package ringside.adapter.qemu;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import ringside.core.RingsideException;
import ringside.core.guest.Size;
import ringside.core.hypervisor.Entry;
import ringside.core.hypervisor.Register.Found;

/**
 * CPUs and memory given to a guest that runs, within what its QEMU was started for. A QEMU that takes the guest over later
 * needs them from its start: what was plugged in joins the command line that is kept.
 */
final class Plugging {
    private static final String ID = "ringside-";

    private final Monitor monitor;
    private final Found guest;

    Plugging(Monitor monitor, Found guest) {
        this.monitor = monitor;
        this.guest = guest;
    }

    /** @return what is kept of the guest from now on */
    Entry cpu() {
        int number = 0;
        for (Object slot : list("query-hotpluggable-cpus").reversed()) {
            number++;
            if (!(slot instanceof Map<?, ?> map)
                    || map.containsKey("qom-path")
                    || !(map.get("props") instanceof Map<?, ?> place)) continue;
            var device = new LinkedHashMap<String, Object>();
            device.put("driver", String.valueOf(map.get("type")));
            device.put("id", ID + "cpu" + number);
            place.forEach((key, value) -> device.put(String.valueOf(key), value));
            monitor.ask("device_add", device, Monitor.USUAL);
            return with("-device", words(device));
        }
        throw refused("vCPU", "it has all that it was described to have at most");
    }

    Entry memory(Size more) {
        long number = list("query-memory-devices").size() + 1L;
        String backend = ID + "memory" + number;
        var object = new LinkedHashMap<String, Object>();
        object.put("qom-type", "memory-backend-ram");
        object.put("id", backend);
        object.put("size", more.bytes());
        var device = new LinkedHashMap<String, Object>();
        device.put("driver", "pc-dimm");
        device.put("id", ID + "dimm" + number);
        device.put("memdev", backend);
        monitor.ask("object-add", object, Monitor.USUAL);
        try {
            monitor.ask("device_add", device, Monitor.USUAL);
        } catch (RingsideException full) {
            monitor.ask("object-del", Map.of("id", backend), Monitor.USUAL);
            throw full;
        }
        return with("-object", words(object), "-device", words(device));
    }

    private List<?> list(String question) {
        return monitor.ask(question) instanceof List<?> list ? list : List.of();
    }

    /** As QEMU's command line has it: the kind first, by itself. */
    private static String words(Map<String, Object> settings) {
        return settings.entrySet().stream()
                .map(one -> one.getKey().equals("driver") || one.getKey().equals("qom-type")
                        ? String.valueOf(one.getValue())
                        : one.getKey() + "=" + one.getValue())
                .collect(Collectors.joining(","));
    }

    private Entry with(String... words) {
        Entry entry = guest.entry().orElseThrow();
        var argv = new ArrayList<>(entry.list(QemuStart.ARGV));
        argv.addAll(List.of(words));
        return entry.with(QemuStart.ARGV, argv);
    }

    private RingsideException refused(String what, String why) {
        return new RingsideException(
                "Guest \"" + guest.name() + "\" can be given no " + what + ": " + why,
                "give it a larger maximum in its description, and start it anew");
    }
}
