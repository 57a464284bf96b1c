package ringside.adapter.qemu;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import ringside.core.guest.read.Options;
import ringside.core.guest.validate.Findings;
import ringside.core.json.Json;

/** The disks, CD-ROMs and firmware of a vector, each on a stand-in of the same format. */
final class PausedBlocks {
    static final Set<String> OPTIONS = Set.of(
            "-drive",
            "-blockdev",
            "-hda",
            "-hdb",
            "-hdc",
            "-hdd",
            "-cdrom",
            "-fda",
            "-fdb",
            "-pflash",
            "-sd",
            "-mtdblock");
    private static final Pattern PROTOCOL = Pattern.compile("(?s)[a-z][a-z0-9+.-]*:.*");
    private static final Pattern FIRMWARE = Pattern.compile("(?s).*(OVMF|edk2|\\.fd$|VARS).*");
    private static final Set<String> FILES = Set.of("file", "host_device", "host_cdrom");
    /** Keys that lead a drive to another file or another host. */
    private static final Pattern ELSEWHERE = Pattern.compile("backing.*|file\\..*|data-file.*|.*\\.file\\..*");

    private final Findings findings;
    private final StandIns standIns;
    private final Map<String, String> formatOnNode = new HashMap<>();

    PausedBlocks(Findings findings, StandIns standIns) {
        this.findings = findings;
        this.standIns = standIns;
    }

    /** Notes which format node sits on which file node, before any of them is rewritten. */
    void learn(List<String> arguments) {
        for (int i = 1; i < arguments.size(); i++) {
            if (!arguments.get(i - 1).equals("-blockdev")) continue;
            Map<String, Object> node = node(arguments.get(i));
            if (node.get("file") instanceof String file && node.get("driver") instanceof String driver)
                formatOnNode.put(file, driver);
        }
    }

    private static Map<String, Object> node(String value) {
        try {
            if (value.startsWith("{")) return Json.object(value);
        } catch (IllegalArgumentException notJson) {
            return Map.of();
        }
        var node = new LinkedHashMap<String, Object>();
        Options options = Options.parse(value, "driver");
        if (!options.head().isEmpty()) node.put("driver", options.head());
        options.settings().forEach(setting -> node.put(setting.key(), setting.value()));
        return node;
    }

    /** A bare argument: the image of the first disk. */
    String image(String path) {
        return path(path, Optional.empty(), false);
    }

    private String path(String source, Optional<String> format, boolean cdrom) {
        boolean elsewhere = PROTOCOL.matcher(source).matches() && !source.startsWith("file:");
        if (elsewhere) findings.note(source + ": what is behind it is not checked");
        return standIns.disk(source.startsWith("file:") ? source.substring(5) : source, format, cdrom);
    }

    List<String> rewrite(String option, String value) {
        String path = switch (option) {
            case "-drive" -> drive(value);
            case "-blockdev" -> blockdev(value);
            case "-pflash" -> standIns.firmware(value);
            case "-fda", "-fdb" -> standIns.floppy(value);
            case "-cdrom" -> path(value, Optional.empty(), true);
            default -> path(value, Optional.empty(), false);
        };
        return List.of(option, path);
    }

    private String drive(String value) {
        Options options = Options.parse(value, "file");
        String source = options.take("file").orElse(options.head());
        var kept = new ArrayList<String>();
        for (Options.Setting setting : options.settings()) {
            if (setting.key().equals("file")) continue;
            if (ELSEWHERE.matcher(setting.key()).matches())
                findings.note(setting.key() + "=" + setting.value() + ": not checked");
            else
                kept.add(
                        setting.key().equals("format")
                                ? "format=" + format(setting.value())
                                : QemuText.setting(setting));
        }
        if (!source.isEmpty()) kept.addFirst("file=" + QemuText.escape(drivePath(source, options)));
        return String.join(",", kept);
    }

    private static String format(String format) {
        return FILES.contains(format) ? "raw" : format;
    }

    private String drivePath(String source, Options options) {
        return switch (options.take("if").orElse("")) {
            case "pflash" -> standIns.firmware(source);
            case "floppy" -> standIns.floppy(source);
            default ->
                path(
                        source,
                        options.take("format"),
                        options.take("media").orElse("").equals("cdrom"));
        };
    }

    private String blockdev(String value) {
        Map<String, Object> node = node(value);
        if (node.isEmpty()) return value; // QEMU says what is wrong with it
        boolean json = value.startsWith("{");
        if (json) nested(node, formatOnNode.get(String.valueOf(node.get("node-name"))));
        else dotted(node);
        if (json) return Json.compact(node);
        var parts = new ArrayList<String>();
        node.forEach((key, setting) -> parts.add(key + "=" + QemuText.escape(String.valueOf(setting))));
        return String.join(",", parts);
    }

    @SuppressWarnings("unchecked") // JSON objects are maps from text
    private void nested(Map<String, Object> node, @org.jspecify.annotations.Nullable String format) {
        if (FILES.contains(String.valueOf(node.get("driver"))) && node.get("filename") instanceof String source) {
            node.put("filename", standIn(source, format));
            node.put("driver", "file");
        } else if (node.containsKey("filename") || node.containsKey("server")) remote(node);
        for (String below : List.of("file", "backing"))
            if (node.get(below) instanceof Map<?, ?> inner)
                nested((Map<String, Object>) inner, String.valueOf(node.get("driver")));
    }

    private void dotted(Map<String, Object> node) {
        String driver = String.valueOf(node.get("driver"));
        String prefix = node.containsKey("file.filename") ? "file." : "";
        if (!(node.get(prefix + "filename") instanceof String source)) return;
        String format = prefix.isEmpty() ? formatOnNode.get(String.valueOf(node.get("node-name"))) : driver;
        String file = String.valueOf(node.getOrDefault(prefix + "driver", "file"));
        if (!FILES.contains(file)) {
            remote(node);
            return;
        }
        node.put(prefix + "filename", standIn(source, format));
        node.put(prefix + "driver", "file");
    }

    private String standIn(String source, @org.jspecify.annotations.Nullable String format) {
        return FIRMWARE.matcher(source).matches()
                ? standIns.firmware(source)
                : standIns.disk(source, Optional.ofNullable(format), false);
    }

    /** A node that QEMU would reach over a network or by another program. */
    private void remote(Map<String, Object> node) {
        findings.note("block driver " + node.get("driver") + ": an empty image stood in for what is behind it");
        Object name = node.get("node-name");
        node.clear();
        node.put("driver", "file");
        node.put("filename", standIns.disk("remote", Optional.of("raw"), false));
        if (name != null) node.put("node-name", name);
    }
}
