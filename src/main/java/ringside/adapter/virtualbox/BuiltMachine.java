package ringside.adapter.virtualbox;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;

/** The machine that a script of VBoxManage commands builds, step by step, and the steps that cannot be taken. */
final class BuiltMachine {
    private static final Map<String, List<String>> CONTROLLERS = Map.of(
            "ide", List.of("piix3", "piix4", "ich6"),
            "sata", List.of("intelahci"),
            "scsi", List.of("lsilogic", "buslogic"),
            "floppy", List.of("i82078"),
            "sas", List.of("lsilogicsas"),
            "usb", List.of("usb"),
            "pcie", List.of("nvme"),
            "virtio", List.of("virtio", "virtio-scsi"),
            "virtio-scsi", List.of("virtio", "virtio-scsi"));
    private static final Map<String, Integer> PORTS = Map.of(
            "ide",
            2,
            "sata",
            30,
            "scsi",
            16,
            "sas",
            255,
            "floppy",
            1,
            "usb",
            8,
            "pcie",
            255,
            "virtio",
            256,
            "virtio-scsi",
            256);
    private static final Map<String, String> SPELLINGS = Map.of(
            "--nictype", "--nic-type",
            "--bridgeadapter", "--bridge-adapter",
            "--hostonlyadapter", "--host-only-adapter",
            "--macaddress", "--mac-address",
            "--natpf", "--nat-pf",
            "--natnetwork", "--nat-network");
    private static final Set<String> CARD = Set.of(
            "--nic",
            "--nic-type",
            "--bridge-adapter",
            "--host-only-adapter",
            "--intnet",
            "--nat-network",
            "--mac-address",
            "--nat-pf");

    private final String name;
    private final Consumer<String> problem;
    private final Map<String, String> settings = new LinkedHashMap<>();
    private final Map<Integer, Map<String, String>> cards = new TreeMap<>();
    private final Map<String, String> controllers = new LinkedHashMap<>();
    private final Map<String, String> slots = new LinkedHashMap<>();

    BuiltMachine(String name, Consumer<String> problem) {
        this.name = name;
        this.problem = problem;
    }

    String name() {
        return name;
    }

    /** @param number at the end of the option's name; 0 if there is none */
    void set(String option, int number, String value) {
        String name = SPELLINGS.getOrDefault(option, option);
        if (number == 0 || !CARD.contains(name)) settings.put(option + (number == 0 ? "" : number), value);
        else cards.computeIfAbsent(number, card -> new LinkedHashMap<>()).put(name, value);
    }

    void controller(Map<String, String> options) {
        String controller = options.get("--name");
        String bus = options.getOrDefault("--add", "").toLowerCase(Locale.ROOT);
        if (controller == null) problem.accept("storagectl needs --name");
        else if (options.containsKey("--remove")) {
            if (controllers.remove(controller) == null)
                problem.accept("there is no controller " + controller + " to remove");
        } else if (bus.isEmpty()) {
            if (!controllers.containsKey(controller))
                problem.accept("there is no controller " + controller + " yet (--add)");
        } else add(controller, bus, options);
    }

    private void add(String controller, String bus, Map<String, String> options) {
        if (controllers.containsKey(controller)) problem.accept("there is a controller " + controller + " already");
        String chip = options.getOrDefault("--controller", "").toLowerCase(Locale.ROOT);
        List<String> fitting = CONTROLLERS.getOrDefault(bus, List.of());
        if (!chip.isEmpty() && !fitting.contains(chip))
            problem.accept(
                    "controller " + chip + " does not go with --add " + bus + " (" + String.join(", ", fitting) + ")");
        boolean single =
                List.of("ide", "floppy", "usb").contains(bus) || !"ich9".equalsIgnoreCase(settings.get("--chipset"));
        if (single && controllers.containsValue(bus))
            problem.accept("a second " + bus + " controller, one is all this machine can have");
        String ports = options.getOrDefault("--portcount", "1");
        if (ports.matches("\\d{1,6}") && Integer.parseInt(ports) > PORTS.getOrDefault(bus, 999))
            problem.accept("a " + bus + " controller has at most " + PORTS.get(bus) + " ports");
        controllers.put(controller, bus);
    }

    void attach(Map<String, String> options) {
        String controller = options.get("--storagectl");
        String bus = controller == null ? null : controllers.get(controller);
        String medium = options.get("--medium");
        if (bus == null || controller == null) {
            problem.accept(
                    controller == null ? "storageattach needs --storagectl" : "there is no controller " + controller);
            return;
        }
        int port = slot(options, "--port", bus, PORTS.getOrDefault(bus, 1), !bus.equals("floppy"));
        int device =
                slot(options, "--device", bus, bus.equals("ide") || bus.equals("floppy") ? 2 : 1, bus.equals("ide"));
        String place = controller + " port " + port + " device " + device;
        if (medium == null) problem.accept("storageattach needs --medium");
        else if (medium.equalsIgnoreCase("none")) slots.remove(place);
        else plug(place, bus, options.getOrDefault("--type", "").toLowerCase(Locale.ROOT), medium);
    }

    private int slot(Map<String, String> options, String option, String bus, int count, boolean needed) {
        String value = options.get(option);
        if (value == null) {
            if (needed) problem.accept("storageattach needs " + option + " on a " + bus + " controller");
            return 0;
        }
        int number = value.matches("\\d{1,6}") ? Integer.parseInt(value) : 0;
        if (number >= count)
            problem.accept(option + " " + value + ": a " + bus + " controller has 0 to " + (count - 1));
        return number;
    }

    private void plug(String place, String bus, String type, String medium) {
        if (type.isEmpty()) problem.accept("storageattach needs --type (hdd, dvddrive or fdd)");
        String before = slots.put(place, type);
        if (before != null && !before.equals("dvddrive")) problem.accept(place + " is taken");
        if (type.equals("dvddrive") && List.of("sas", "pcie", "floppy").contains(bus))
            problem.accept("a " + bus + " controller takes no DVD drive");
        if (type.equals("fdd") != bus.equals("floppy") && !type.isEmpty() && !bus.equals("usb"))
            problem.accept("a " + bus + " controller takes no " + type);
        if (!type.equals("hdd")) return;
        if (medium.startsWith("/dev/"))
            problem.accept(
                    medium + ": VirtualBox attaches a block device through a VMDK (createmedium --variant RawDisk)");
        else if (medium.matches("(?is).*\\.(raw|img|iso)"))
            problem.accept(medium + ": VirtualBox attaches no raw image as a disk; convertfromraw makes one it takes");
    }

    /** What only shows when the script has ended. */
    void finish() {
        cards.forEach((number, card) -> {
            String kind = card.getOrDefault("--nic", number == 1 ? "nat" : "").toLowerCase(Locale.ROOT);
            if (kind.isEmpty()) problem.accept("network card " + number + " has options, but no --nic" + number);
            needs(number, card, kind, "bridged", "--bridge-adapter");
            needs(number, card, kind, "hostonly", "--host-only-adapter");
            needs(number, card, kind, "natnetwork", "--nat-network");
            if (card.containsKey("--nat-pf") && !kind.equals("nat"))
                problem.accept("--nat-pf" + number + " has no effect on a card that is " + kind);
            if (number > 8 && !"ich9".equalsIgnoreCase(settings.get("--chipset")))
                problem.accept("network card " + number + ": the PIIX3 chipset has 8");
        });
    }

    private void needs(int number, Map<String, String> card, String kind, String when, String option) {
        if (kind.equals(when) && !card.containsKey(option))
            problem.accept("--nic" + number + " " + kind + " needs " + option + number);
    }

    Map<String, Object> facts() {
        var facts = new LinkedHashMap<String, Object>();
        facts.put("name", name);
        facts.put("vcpus", whole("--cpus", 1));
        if (settings.containsKey("--memory")) facts.put("memory_mib", whole("--memory", 0));
        facts.put(
                "firmware",
                settings.getOrDefault("--firmware", "bios")
                                .toLowerCase(Locale.ROOT)
                                .startsWith("efi")
                        ? "uefi"
                        : "bios");
        facts.put("chipset", settings.getOrDefault("--chipset", "piix3").toLowerCase(Locale.ROOT));
        facts.put(
                "disks",
                slots.entrySet().stream()
                        .filter(slot -> slot.getValue().equals("hdd"))
                        .map(slot -> Map.of("slot", slot.getKey()))
                        .toList());
        facts.put("cdroms", slots.values().stream().filter("dvddrive"::equals).count());
        var nics = new ArrayList<Map<String, Object>>();
        cards.values().stream()
                .filter(card -> !"none".equalsIgnoreCase(card.get("--nic")))
                .forEach(card -> nics.add(card(card)));
        facts.put("nics", nics);
        return facts;
    }

    private static Map<String, Object> card(Map<String, String> card) {
        var fact = new LinkedHashMap<String, Object>();
        fact.put("network", card.getOrDefault("--nic", "nat"));
        fact.put("model", card.getOrDefault("--nic-type", ""));
        fact.put("mac", card.getOrDefault("--mac-address", ""));
        return fact;
    }

    private long whole(String option, long otherwise) {
        String value = settings.getOrDefault(option, "");
        return value.matches("\\d{1,9}") ? Long.parseLong(value) : otherwise;
    }
}
