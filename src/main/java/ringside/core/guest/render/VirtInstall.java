package ringside.core.guest.render;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import ringside.core.guest.Disk;
import ringside.core.guest.Guest;
import ringside.core.guest.GuestOs;
import ringside.core.guest.GuestPlatform;
import ringside.core.guest.render.Rendering.Step;

/**
 * The {@code virt-install} (4.1 or later) that makes the domain of {@link LibvirtXml}: its options are the domain's
 * elements, with their attributes and children as dotted keys.
 */
final class VirtInstall {
    private final Guest guest;
    private final Target target;
    private final LibvirtXml libvirt;
    private final Gaps gaps;
    private final Element domain;
    private final List<List<String>> groups = new ArrayList<>();

    VirtInstall(Guest guest, Target target) {
        this.guest = guest;
        this.target = target;
        libvirt = new LibvirtXml(guest, target);
        gaps = libvirt.gaps();
        domain = libvirt.domain();
    }

    Rendering rendering() {
        boolean xen = target.platform() == GuestPlatform.LIBVIRT_XEN;
        groups.add(List.of("virt-install", "--connect", xen ? "xen:///" : "qemu:///system"));
        identity();
        processor();
        boot();
        devices();
        groups.add(List.of("--import", "--noautoconsole"));
        var before = new ArrayList<Step>();
        before.addAll(xen ? XenDisks.steps(guest, gaps) : DiskSteps.volumes(guest, gaps));
        before.addAll(DiskSteps.seeds(guest));
        var script = new ShellText();
        script.comment(guest.name() + " by virt-install on " + target.platform().id());
        script.comment("--import: it starts from its disk or kernel, nothing is installed.");
        script.comment("The XML that this makes: add --dry-run --print-xml.");
        script.steps("Before:", before);
        script.verbatim("set -eu");
        script.command(groups);
        return new Rendering(
                target, target.language().fileName(guest), script.toString(), script.commands(), before, gaps.all());
    }

    private void identity() {
        add("--name", guest.name());
        guest.uuid().ifPresent(uuid -> add("--uuid", uuid.toString()));
        add("--virt-type", domain.attribute("type"));
        // Its database of systems would change defaults: all that matters is said here
        String system = switch (guest.os()) {
            case LINUX -> "linux2020";
            case WINDOWS -> "win10";
            case OTHER -> "generic";
        };
        add("--osinfo", "name=" + system);
        List<Gap> told = gaps.all();
        if (guest.os() != GuestOs.LINUX
                && told.stream().noneMatch(gap -> gap.field().equals("os")))
            gaps.dropped("os", "it changes nothing that is not said here");
    }

    private void processor() {
        Element os = domain.child("os").orElseThrow();
        Element type = os.child("type").orElseThrow();
        switch (type.value()) {
            case "linux" -> add("--paravirt");
            case "hvm" -> add("--hvm");
            default -> {}
        }
        add("--machine", type.attribute("machine"));
        Element vcpu = domain.child("vcpu").orElseThrow();
        String current = vcpu.attribute("current");
        add(
                "--vcpus",
                "vcpu=" + vcpu.value() + ",vcpu.placement=static"
                        + (current.isEmpty() ? "" : ",vcpu.current=" + current));
        domain.child("cpu").ifPresent(cpu -> add("--cpu", cpu(cpu)));
        add(
                "--memory",
                "memory=%s,currentMemory=%s"
                        .formatted(
                                guest.memory().most().mib(),
                                guest.memory().size().mib()));
        flag("memoryBacking", "--memorybacking");
        domain.child("iothreads").ifPresent(count -> add("--iothreads", count.value()));
        for (String part : List.of("cputune", "numatune"))
            domain.child(part).ifPresent(tune -> add("--" + part, joined(keys(tune))));
    }

    private void flag(String element, String option) {
        domain.child(element)
                .ifPresent(all -> add(
                        option,
                        all.children().stream().map(one -> one.name() + "=on").collect(Collectors.joining(","))));
    }

    private String cpu(Element cpu) {
        var words = new ArrayList<String>();
        String mode = cpu.attribute("mode");
        words.add(cpu.child("model").map(Element::value).orElse(mode));
        cpu.attributes().forEach((key, value) -> {
            if (!key.equals("mode")) words.add(key + "=" + value);
        });
        cpu.child("topology")
                .ifPresent(layout ->
                        layout.attributes().forEach((key, value) -> words.add("topology." + key + "=" + value)));
        cpu.children("feature").forEach(one -> words.add(one.attribute("policy") + "=" + one.attribute("name")));
        cpu.child("numa").ifPresent(numa -> {
            int cell = 0;
            for (Element one : numa.children()) {
                String key = "numa.cell" + cell++ + ".";
                one.attributes().forEach((name, value) -> words.add(key + name + "=" + quoted(value)));
            }
        });
        return String.join(",", words);
    }

    private void boot() {
        Element os = domain.child("os").orElseThrow();
        var words = new ArrayList<String>();
        if (!os.attribute("firmware").isEmpty()) words.add("firmware=" + os.attribute("firmware"));
        Map<String, String> keys = keys(os);
        keys.keySet().removeIf(key -> key.equals("type") || key.startsWith("type.") || key.equals("firmware"));
        if (!keys.isEmpty()) words.add(joined(keys));
        if (os.child("type").orElseThrow().value().equals("xenpvh")) words.add("os_type=xenpvh");
        domain.child("bootloader").ifPresent(loader -> words.add("bootloader=" + loader.value()));
        if (!words.isEmpty()) add("--boot", String.join(",", words));
        domain.child("features").ifPresent(features -> add("--features", features(features)));
        Element clock = domain.child("clock").orElseThrow();
        add(
                "--clock",
                "offset=" + clock.attribute("offset") + (clock.children().isEmpty() ? "" : ",hypervclock_present=yes"));
        var events = new ArrayList<String>();
        for (String event : List.of("on_poweroff", "on_reboot", "on_crash"))
            events.add(event + "=" + domain.child(event).orElseThrow().value());
        add("--events", String.join(",", events));
    }

    private static String features(Element features) {
        var words = new ArrayList<String>();
        for (Element one : features.children()) {
            if (one.attributes().isEmpty() && one.children().isEmpty()) words.add(one.name() + "=on");
            else {
                Map<String, String> keys = keys(one);
                keys.remove("mode");
                keys.forEach((key, value) -> words.add(one.name() + "." + key + "=" + value));
            }
        }
        return String.join(",", words);
    }

    private void devices() {
        Element devices = domain.child("devices").orElseThrow();
        int disk = 0;
        for (Element device : devices.children())
            switch (device.name()) {
                case "disk" -> disk(device, disk++);
                case "interface" -> network(device);
                case "controller" -> add("--controller", joined(keys(device)));
                case "serial", "console" -> first("--" + device.name(), device);
                case "graphics" -> first("--graphics", device);
                case "video" -> {
                    String model = device.child("model").orElseThrow().attribute("type");
                    add("--video", model.equals("none") ? "none" : "model.type=" + model);
                }
                case "input" -> first("--input", device);
                case "tpm", "memballoon" -> add("--" + device.name(), joined(keys(device)));
                case "rng" -> add("--rng", "/dev/urandom");
                case "hostdev" -> add("--hostdev", hostdev(device));
                default -> {} // audio: none, as --sound none has it
            }
        none(devices, "graphics", "--graphics");
        if (devices.child("serial").isEmpty() && devices.child("console").isEmpty()) add("--console", "none");
        none(devices, "tpm", "--tpm");
        none(devices, "rng", "--rng");
        none(devices, "interface", "--network");
        none(devices, "disk", "--disk");
        add("--sound", "none");
        // The guest agent's channel and more: what is not in the domain is not added
        add("--channel", "none");
    }

    private void none(Element devices, String name, String option) {
        if (devices.child(name).isEmpty()) add(option, "none");
    }

    /** In virt-install's own words where it has some; a disk that is still to be made has its size. */
    private void disk(Element disk, int index) {
        Map<String, String> keys = keys(disk);
        var words = new LinkedHashMap<String, String>();
        for (String source : List.of("source.file", "source.dev"))
            if (keys.containsKey(source)) words.put("path", keys.remove(source));
        keys.remove("type");
        words.put("device", keys.remove("device"));
        if (index < guest.disks().size()) {
            Disk one = guest.disks().get(index);
            one.size().filter(size -> !one.isBlockDevice()).ifPresent(size -> {
                words.put("size", gib(size.mib()));
                words.put("sparse", one.preallocated() ? "no" : "yes");
            });
        }
        String format = keys.remove("driver.type");
        // Of an image that is there virt-install would rather guess
        if (format != null) words.put(words.containsKey("size") ? "format" : "driver.type", format);
        words.put("bus", keys.remove("target.bus"));
        keys.computeIfPresent("readonly", (key, value) -> "on");
        words.putAll(keys);
        add("--disk", joined(words));
    }

    private static String gib(long mib) {
        if (mib % 1024 == 0) return "" + mib / 1024;
        return String.format(Locale.ROOT, "%.10f", mib / 1024.0).replaceAll("0+$", "");
    }

    private void network(Element card) {
        Map<String, String> keys = keys(card);
        keys.remove("type");
        String first = switch (card.attribute("type")) {
            case "bridge" -> "bridge=" + keys.remove("source.bridge");
            case "network" -> "network=" + keys.remove("source.network");
            default -> "user";
        };
        add("--network", first + (keys.isEmpty() ? "" : "," + joined(keys)));
    }

    /** Its type is the option's first word. */
    private void first(String option, Element device) {
        Map<String, String> keys = keys(device);
        String type = keys.remove("type");
        keys.remove("autoport");
        add(option, type + (keys.isEmpty() ? "" : "," + joined(keys)));
    }

    private static String hostdev(Element device) {
        Map<String, String> keys = keys(device);
        var parts = new ArrayList<String>();
        for (String part : List.of("domain", "bus", "slot", "function"))
            parts.add(String.valueOf(keys.get("source.address." + part)).substring(2));
        return "pci_" + String.join("_", parts);
    }

    /** {@code driver.cache} → its value: attributes by their names, children by theirs, several of a kind numbered. */
    private static Map<String, String> keys(Element element) {
        var keys = new LinkedHashMap<String, String>(element.attributes());
        var counts = new LinkedHashMap<String, Integer>();
        for (Element child : element.children()) {
            int count = counts.merge(child.name(), 1, Integer::sum) - 1;
            String name = isNumbered(element, child) ? child.name() + count : child.name();
            if (!child.value().isEmpty() || child.isEmpty()) keys.put(name, child.value());
            keys(child).forEach((key, value) -> keys.put(name + "." + key, value));
        }
        return keys;
    }

    private static boolean isNumbered(Element parent, Element child) {
        return NUMBERED.contains(child.name())
                || parent.name().equals("os") && child.name().equals("boot");
    }

    private static final Set<String> NUMBERED = Set.of("vcpupin", "iothreadpin", "memnode", "feature");

    private static String joined(Map<String, String> keys) {
        return keys.entrySet().stream()
                .map(entry -> entry.getKey() + "=" + quoted(entry.getValue()))
                .collect(Collectors.joining(","));
    }

    /** virt-install splits its options as a shell would, at commas: a value with more in it than a word is quoted. */
    private static String quoted(String value) {
        if (value.matches("[A-Za-z0-9@%+=:/._-]*")) return value;
        return "\"" + value.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
    }

    private void add(String... words) {
        groups.add(List.of(words));
    }
}
