package ringside.adapter.qemu;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import ringside.core.json.Json;

/**
 * A conversation over QMP, written beforehand: what QEMU is asked about the machine it has built, and what its answers
 * say. The last request ends QEMU, so that nothing has to be killed.
 */
final class MachineQuestions {
    private static final Pattern CARD =
            Pattern.compile("(?m)^\\S.*?: index=\\d+,type=nic,model=([^,\\s]+),macaddr=([0-9a-f:]+)");
    private static final Pattern NODE = Pattern.compile("(?m)^node \\d+ size");
    private static final Pattern SERIAL = Pattern.compile("(char)?serial\\d+");
    private static final Pattern FLASH = Pattern.compile(".*p?flash\\d.*");
    private static final Pattern FIRST_CPU_TYPE = Pattern.compile("(.*)-(x86_64|i386)-cpu");

    private static final List<String> QUESTIONS = List.of(
            "query-version",
            "query-name",
            "query-cpus-fast",
            "query-hotpluggable-cpus",
            "query-memory-size-summary",
            "query-block",
            "query-iothreads",
            "query-chardev",
            "query-vnc",
            "query-spice");

    private MachineQuestions() {}

    /** What is written to QEMU's standard input. */
    static String script() {
        var lines = new StringBuilder(request("qmp_capabilities", Map.of()));
        QUESTIONS.forEach(question -> lines.append(request(question, Map.of())));
        lines.append(request("human-monitor-command", Map.of("command-line", "info network"), "cards"));
        lines.append(request("human-monitor-command", Map.of("command-line", "info numa"), "nodes"));
        lines.append(request("qom-get", Map.of("path", "/machine", "property", "type"), "machine"));
        lines.append(request("qom-get", Map.of("path", "/machine", "property", "append"), "arguments"));
        return lines.append(request("quit", Map.of())).toString();
    }

    private static String request(String command, Map<String, Object> arguments) {
        return request(command, arguments, command);
    }

    private static String request(String command, Map<String, Object> arguments, String id) {
        var request = new LinkedHashMap<String, Object>();
        request.put("execute", command);
        if (!arguments.isEmpty()) request.put("arguments", arguments);
        request.put("id", id);
        return Json.compact(request) + "\n";
    }

    /** @return the machine, empty if QEMU never came so far as to build one */
    static Optional<Map<String, Object>> machine(String output) {
        Map<String, Object> answers = answers(output);
        if (!answers.containsKey("query-version")) return Optional.empty();
        var machine = new LinkedHashMap<String, Object>();
        machine.put("version", version(answers));
        machine.put("name", object(answers.get("query-name")).getOrDefault("name", ""));
        machine.put("machine", String.valueOf(answers.get("machine")).replaceFirst("-machine$", ""));
        if (answers.get("arguments") instanceof String arguments && !arguments.isEmpty())
            machine.put("arguments", arguments);
        processors(answers, machine);
        var memory = object(answers.get("query-memory-size-summary"));
        machine.put("memory_mib", (number(memory.get("base-memory")) + number(memory.get("plugged-memory"))) >> 20);
        blocks(answers, machine);
        machine.put("nics", cards(String.valueOf(answers.get("cards"))));
        machine.put(
                "numa_nodes",
                NODE.matcher(String.valueOf(answers.get("nodes"))).results().count());
        machine.put("iothreads", list(answers.get("query-iothreads")).size());
        machine.put("vnc", Boolean.TRUE.equals(object(answers.get("query-vnc")).get("enabled")));
        machine.put(
                "spice", Boolean.TRUE.equals(object(answers.get("query-spice")).get("enabled")));
        machine.put(
                "serial_ports",
                list(answers.get("query-chardev")).stream()
                        .filter(device -> SERIAL.matcher(String.valueOf(device.get("label")))
                                .matches())
                        .count());
        return Optional.of(machine);
    }

    private static Map<String, Object> answers(String output) {
        var answers = new LinkedHashMap<String, Object>();
        output.lines().filter(line -> line.startsWith("{")).forEach(line -> {
            try {
                Map<String, Object> answer = Json.object(line);
                Object value = answer.get("return");
                if (answer.get("id") instanceof String id && value != null) answers.put(id, value);
            } catch (IllegalArgumentException notJson) {
                // something that QEMU prints between the answers
            }
        });
        return answers;
    }

    private static String version(Map<String, Object> answers) {
        var version = object(object(answers.get("query-version")).get("qemu"));
        return version.get("major") + "." + version.get("minor") + "." + version.get("micro");
    }

    private static void processors(Map<String, Object> answers, Map<String, Object> machine) {
        var all = list(answers.get("query-hotpluggable-cpus"));
        machine.put("vcpus", list(answers.get("query-cpus-fast")).size());
        machine.put("max_vcpus", all.size());
        machine.put("sockets", distinct(all, "socket-id"));
        machine.put("cores", distinct(all, "core-id"));
        machine.put("threads", distinct(all, "thread-id"));
        if (all.isEmpty()) return;
        var type = FIRST_CPU_TYPE.matcher(String.valueOf(all.getFirst().get("type")));
        if (type.matches()) machine.put("cpu", type.group(1));
    }

    private static int distinct(List<Map<String, Object>> cpus, String key) {
        Set<Long> ids = new TreeSet<>();
        cpus.forEach(cpu -> ids.add(number(object(cpu.get("props")).get(key))));
        return Math.max(1, ids.size());
    }

    private static void blocks(Map<String, Object> answers, Map<String, Object> machine) {
        var disks = new ArrayList<Map<String, Object>>();
        int cdroms = 0;
        int flash = 0;
        for (var block : list(answers.get("query-block"))) {
            String place = block.get("device") + " " + block.getOrDefault("qdev", "");
            boolean removable = Boolean.TRUE.equals(block.get("removable"));
            if (FLASH.matcher(place).matches()) flash++;
            else if (removable && !place.contains("floppy")) cdroms++;
            else if (!removable && block.get("inserted") instanceof Map<?, ?>) disks.add(disk(block));
        }
        machine.put("disks", disks);
        machine.put("cdroms", cdroms);
        machine.put("firmware", flash > 0 ? "uefi" : "bios");
    }

    private static Map<String, Object> disk(Map<String, Object> block) {
        var inserted = object(block.get("inserted"));
        var disk = new LinkedHashMap<String, Object>();
        disk.put(
                "device",
                String.valueOf(block.getOrDefault("device", "")).isEmpty() ? block.get("qdev") : block.get("device"));
        disk.put("format", inserted.get("drv"));
        disk.put("cache", cache(object(inserted.get("cache"))));
        disk.put("read_only", inserted.get("ro"));
        long bps = number(inserted.get("bps"));
        if (bps > 0) disk.put("mib_per_second", bps >> 20);
        long iops = number(inserted.get("iops"));
        if (iops > 0) disk.put("iops", iops);
        return disk;
    }

    /** QEMU's word for the three switches that make a cache mode. */
    private static String cache(Map<String, Object> cache) {
        if (Boolean.TRUE.equals(cache.get("no-flush"))) return "unsafe";
        boolean writeback = Boolean.TRUE.equals(cache.get("writeback"));
        if (Boolean.TRUE.equals(cache.get("direct"))) return writeback ? "none" : "directsync";
        return writeback ? "writeback" : "writethrough";
    }

    private static List<Map<String, Object>> cards(String network) {
        return CARD.matcher(network)
                .results()
                .map(card -> {
                    Map<String, Object> fact = new LinkedHashMap<>();
                    fact.put("model", card.group(1).replaceFirst("-pci$", "").replaceFirst("-net$", ""));
                    fact.put("mac", card.group(2));
                    return fact;
                })
                .toList();
    }

    private static long number(@org.jspecify.annotations.Nullable Object value) {
        return value instanceof Number number ? number.longValue() : 0;
    }

    @SuppressWarnings("unchecked") // JSON objects are maps from text
    private static Map<String, Object> object(@org.jspecify.annotations.Nullable Object value) {
        return value instanceof Map<?, ?> map ? (Map<String, Object>) map : Map.of();
    }

    @SuppressWarnings("unchecked")
    private static List<Map<String, Object>> list(@org.jspecify.annotations.Nullable Object value) {
        return value instanceof List<?> list
                ? list.stream()
                        .filter(Map.class::isInstance)
                        .map(each -> (Map<String, Object>) each)
                        .toList()
                : List.of();
    }
}
