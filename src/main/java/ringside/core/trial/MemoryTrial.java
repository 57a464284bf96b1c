package ringside.core.trial;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import ringside.core.Progress;
import ringside.core.guest.Guest;
import ringside.core.guest.Size;
import ringside.core.hypervisor.Operation;

/** A guest gets more memory while it runs, and fills it. */
final class MemoryTrial implements GuestTrial {
    /** A multiple of the blocks in which Linux takes memory in. */
    private static final Size MORE = Size.ofMib(256);

    /** What the kernel keeps of it for itself. */
    private static final double SHARE = 0.9;

    private static final String ONLINE = "for block in /sys/devices/system/memory/memory*/state; do"
            + " [ \"$(cat $block)\" = online ] || echo online > $block; done";

    /** Of a file system in memory that may take all of it. A guest of ours has mount in busybox only. */
    private static final String FILL = "command -v mount > /dev/null || busybox=busybox;"
            + " mkdir -p /run/ringside-full && $busybox mount -t tmpfs -o size=100% tmpfs /run/ringside-full || exit 1;"
            + " head -c $(($1 * 1048576)) /dev/zero > /run/ringside-full/all;"
            + " echo $(($(stat -c %s /run/ringside-full/all) / 1048576)); $busybox umount /run/ringside-full";

    @Override
    public String id() {
        return "memory";
    }

    @Override
    public String title() {
        return "Memory hotplug";
    }

    @Override
    public String about() {
        return "a running guest is given " + MORE + " more, and must see and fill them";
    }

    @Override
    public List<String> features() {
        return List.of("mem-hotplug");
    }

    @Override
    public Set<Operation> needs() {
        return Set.of(Operation.PLUG_MEMORY);
    }

    @Override
    public Guest fitted(Guest guest) {
        Size now = guest.memory().size();
        return guest.withMemory(guest.memory().withMaximum(Size.ofMib(now.mib() + MORE.mib())));
    }

    @Override
    public Outcome prove(Scene scene) {
        long before = mib(scene);
        scene.does("plug " + MORE, Acts.plain((hypervisor, guest) -> hypervisor.plugMemory(guest, MORE)));
        for (int tries = 0; tries < 30 && mib(scene) < before + MORE.mib() * SHARE; tries++) {
            Progress.pause(Duration.ofMillis(300));
            scene.quietly(ONLINE);
        }
        long after = mib(scene);
        scene.note("in the guest, MemTotal: " + before + " MiB before, " + after + " MiB after");
        scene.expect(after >= before + MORE.mib() * SHARE, "it has that much more");
        String wide = "" + (before + MORE.mib() / 4);
        String filled = scene.inside("more than it had at first is written into memory, in MiB", FILL, wide);
        scene.expect(filled.equals(wide), "it can fill it");
        return Outcome.proven(
                "its memory was " + before + " MiB before and " + after + " MiB after, and it filled " + wide + " MiB");
    }

    private static long mib(Scene scene) {
        return Scene.number(scene.quietly("while read -r name size unit; do [ \"$name\" != MemTotal: ] ||"
                        + " echo $size; done < /proc/meminfo"))
                / 1024;
    }
}
