package ringside.core.guest.read;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import ringside.core.guest.CdRom;
import ringside.core.guest.Disk;
import ringside.core.guest.Mac;
import ringside.core.guest.Network;
import ringside.core.guest.Nic;
import ringside.core.guest.Refusal;
import ringside.core.guest.read.XlReader.Entry;

/** The disks and network cards of an xl configuration, in the spellings of all of xl's ages. */
final class XlDeviceReader {
    private static final Pattern OLD_PREFIX = Pattern.compile("^(?:(phy|file|tap|tap2|aio|raw|qcow2?|vhd|qed):)+");
    private static final Set<String> FLAGS = Set.of(
            "cdrom", "devtype=cdrom", "discard", "no-discard", "direct-io-safe", "r", "ro", "w", "rw", "!", "w!");
    private static final List<String> POSITIONS = List.of("target", "format", "vdev", "access");

    private final GuestDraft draft;
    private final String type;
    private final boolean ahci;

    XlDeviceReader(GuestDraft draft, String type, boolean ahci) {
        this.draft = draft;
        this.type = type;
        this.ahci = ahci;
    }

    void read(List<Entry> disks, List<Entry> cards) {
        disks.forEach(this::disk);
        cards.forEach(this::card);
    }

    private void disk(Entry entry) {
        Map<String, String> settings = disk(entry.text());
        boolean cdrom = settings.containsKey("cdrom");
        String target = settings.getOrDefault("target", "");
        draft.attempt(entry.line(), entry.text(), () -> {
            if (cdrom)
                draft.cdroms.add(new CdRom(Optional.of(target).filter(path -> !path.isEmpty()), Optional.empty()));
            else draft.disks.add(disk(settings, target));
        });
        for (String key : List.of("script", "backend", "backendtype"))
            if (settings.containsKey(key))
                draft.miss(entry.line(), key + "=" + settings.get(key), "Ringside's guests have no such setting");
    }

    private Disk disk(Map<String, String> settings, String target) {
        String device = settings.getOrDefault("vdev", "xvda");
        boolean readOnly = Set.of("r", "ro").contains(settings.getOrDefault("access", "rw"));
        return new Disk(
                target,
                QemuStorage.format(settings.getOrDefault("format", "raw")),
                Optional.empty(),
                false,
                bus(device),
                target.startsWith("/dev/") || !type.equals("hvm") ? Disk.Cache.NONE : Disk.Cache.WRITEBACK,
                Disk.Io.THREADS,
                !settings.containsKey("no-discard"),
                false,
                readOnly,
                Optional.empty());
    }

    private Disk.Bus bus(String device) {
        if (device.startsWith("hd")) return ahci ? Disk.Bus.SATA : Disk.Bus.IDE;
        return device.startsWith("sd") ? Disk.Bus.SCSI : Disk.Bus.VIRTIO;
    }

    /** Named settings, or values by position; {@code target=} takes the rest of the text, commas and all. */
    private static Map<String, String> disk(String text) {
        Map<String, String> settings = new LinkedHashMap<>();
        String rest = text;
        int position = 0;
        while (!rest.isEmpty()) {
            String part = rest.stripLeading();
            if (part.startsWith("target=")) {
                settings.put("target", part.substring("target=".length()));
                break;
            }
            int comma = part.indexOf(',');
            String one = (comma < 0 ? part : part.substring(0, comma)).strip();
            rest = comma < 0 ? "" : part.substring(comma + 1);
            position = setting(one, position, settings);
        }
        prefixes(settings);
        return settings;
    }

    private static int setting(String one, int position, Map<String, String> settings) {
        int equals = one.indexOf('=');
        boolean named = equals > 0
                && one.substring(0, equals).matches("format|vdev|access|devtype|backendtype|backend|script|colo-.*");
        boolean flag = position > 2 && FLAGS.contains(one)
                || Set.of("cdrom", "discard", "no-discard", "direct-io-safe").contains(one)
                || one.equals("devtype=cdrom");
        if (flag && !one.matches("r|ro|w|rw|!|w!")) settings.put(one.startsWith("devtype=") ? "cdrom" : one, "");
        else if (named) settings.put(one.substring(0, equals), one.substring(equals + 1));
        else if (position < POSITIONS.size()) {
            if (!one.isEmpty()) settings.put(POSITIONS.get(position), one);
            return position + 1;
        }
        return position;
    }

    /** {@code tap:qcow2:/srv/x,hda:cdrom,r}, as xm wrote it: format before the path, device and access after it. */
    private static void prefixes(Map<String, String> settings) {
        String target = settings.getOrDefault("target", "");
        Matcher prefix = OLD_PREFIX.matcher(target);
        if (prefix.find()) {
            settings.put("target", target.substring(prefix.end()));
            settings.put("access", settings.getOrDefault("vdev", "rw"));
            settings.put("vdev", settings.getOrDefault("format", ""));
            settings.put("format", "raw");
            for (String word : prefix.group().split(":"))
                if (word.matches("qcow2?|vhd|qed")) settings.put("format", word);
        }
        String device = settings.getOrDefault("vdev", "");
        if (device.endsWith(":cdrom")) settings.put("vdev", device.replace(":cdrom", ""));
        if (device.endsWith(":cdrom") || settings.getOrDefault("devtype", "").equals("cdrom"))
            settings.put("cdrom", "");
    }

    private void card(Entry entry) {
        Map<String, String> settings = new LinkedHashMap<>();
        for (String part : entry.text().split(",")) {
            String[] sides = part.strip().split("=", 2);
            if (!sides[0].isEmpty()) settings.put(sides[0], sides.length == 2 ? sides[1] : "");
        }
        draft.attempt(
                entry.line(),
                entry.text(),
                () -> draft.nics.add(new Nic(
                        new Network.Bridge(settings.getOrDefault("bridge", "xenbr0")),
                        model(settings),
                        Optional.ofNullable(settings.get("mac")).map(Mac::new),
                        1)));
        List.of("bridge", "mac", "model", "type", "script").forEach(settings::remove);
        settings.forEach((key, value) ->
                draft.miss(entry.line(), key + "=" + value, "Ringside's network cards have no such setting"));
    }

    /** An emulated card in an HVM guest, rtl8139 if nothing is said; Xen's own paravirtual one elsewhere. */
    private Nic.Model model(Map<String, String> settings) {
        String model = settings.getOrDefault("model", "");
        boolean emulated = settings.getOrDefault("type", "vif").equals("ioemu") || !model.isEmpty();
        if (!type.equals("hvm") || !emulated) return Nic.Model.VIRTIO;
        if (model.startsWith("virtio")) return Nic.Model.VIRTIO;
        if (model.isEmpty()) return Nic.Model.RTL8139;
        try {
            return Words.of(Nic.Model.class, "model", model);
        } catch (Refusal unknown) {
            throw new Refusal("model", model + "; allowed are e1000, e1000e, rtl8139, vmxnet3");
        }
    }
}
