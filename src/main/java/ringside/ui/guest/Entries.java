package ringside.ui.guest;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import ringside.core.guest.Disk;
import ringside.core.guest.Guest;
import ringside.core.guest.Size;

/** New entries of the lists, with what is most likely wanted in them. */
final class Entries {
    private static final String IMAGES = "/var/lib/libvirt/images";
    private static final int SSH = 2222;

    private Entries() {}

    static Form added(WizardModel.State state, String list) {
        Form form = state.form();
        return switch (list) {
            case "disks" ->
                form.added(list, Map.of("path", newImage(state.guest(), form.count(list)), "size", "10 GiB"));
            case "numa" -> split(form, state.guest(), form.count(list) + 1);
            default ->
                list.endsWith("forwards")
                        ? form.added(list, Map.of("host-port", Integer.toString(freePort(form)), "guest-port", "22"))
                        : form.added(list, Map.of());
        };
    }

    /** Beside the first disk's image. */
    private static String newImage(Guest guest, int index) {
        String folder = guest.disks().stream()
                .filter(disk -> !disk.isBlockDevice())
                .map(Disk::path)
                .findFirst()
                .map(path -> path.substring(0, Math.max(path.lastIndexOf('/'), 0)))
                .orElse(IMAGES);
        List<String> taken = guest.disks().stream().map(Disk::path).toList();
        for (int number = index + 1; ; number++) {
            String path = folder + "/" + guest.name() + (number == 1 ? "" : "-" + number) + ".raw";
            if (!taken.contains(path)) return path;
        }
    }

    private static int freePort(Form form) {
        List<String> taken = form.texts().entrySet().stream()
                .filter(entry -> entry.getKey().endsWith(".host-port"))
                .map(Map.Entry::getValue)
                .toList();
        int port = SSH;
        while (taken.contains(Integer.toString(port))) port++;
        return port;
    }

    /** The guest's vCPUs and memory, as evenly as whole numbers allow. */
    private static Form split(Form form, Guest guest, int nodes) {
        Form changed = form.added("numa", Map.of());
        for (int node = 0; node < nodes; node++) {
            String path = "numa[" + node + "].";
            changed = changed.with(path + "vcpus", vcpus(guest.cpu().most(), node, nodes))
                    .with(
                            path + "memory",
                            Size.ofMib(mib(guest.memory().size().mib(), node, nodes))
                                    .toString());
        }
        return changed;
    }

    private static String vcpus(int count, int node, int nodes) {
        var numbers = new ArrayList<String>();
        for (int cpu = count * node / nodes; cpu < count * (node + 1) / nodes; cpu++)
            numbers.add(Integer.toString(cpu));
        return numbers.size() < 2 ? String.join("", numbers) : numbers.getFirst() + "-" + numbers.getLast();
    }

    private static long mib(long mib, int node, int nodes) {
        return Math.max(1, mib * (node + 1) / nodes - mib * node / nodes);
    }
}
