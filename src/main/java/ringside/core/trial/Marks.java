package ringside.core.trial;

import java.time.Duration;
import ringside.core.Progress;

/** What is left in a guest's memory and on its disk, to be found again or not; and a counter that goes on while it runs. */
final class Marks {
    private static final String MEMORY = "for place in /dev/shm /run /tmp; do"
            + " [ \"$(stat -f -c %T $place 2>/dev/null)\" = tmpfs ] && break; place=; done;"
            + " [ -n \"$place\" ] || { echo 'no folder in memory' >&2; exit 1; }; ";

    /** Ends one of an earlier trial: a guest that was taken back has it again. */
    private static final String COUNT = MEMORY
            + "[ ! -e $place/ringside-pid ] || kill $(cat $place/ringside-pid) 2>/dev/null;"
            + " rm -f $place/ringside-counter; nohup sh -c 'n=0; while read -r up rest < /proc/uptime;"
            + " do n=$((n + 1)); echo $n $up >> \"$1\"; sleep 0.05; done' sh $place/ringside-counter > /dev/null 2>&1 &"
            + " echo $! > $place/ringside-pid";

    private final Scene scene;

    Marks(Scene scene) {
        this.scene = scene;
    }

    void leave(String word) {
        scene.inside(
                "'" + word + "' is written on its disk and into its memory",
                "echo \"$1\" > /root/ringside-trial && sync && " + MEMORY + "echo \"$1\" > $place/ringside-trial",
                word);
    }

    /** From the disk itself, not from what memory remembers of it. */
    String onDisk() {
        return scene.inside("its disk says", "sync; echo 3 > /proc/sys/vm/drop_caches; cat /root/ringside-trial");
    }

    String inMemory() {
        return scene.inside("its memory says", MEMORY + "cat $place/ringside-trial");
    }

    /** Another after each start of the guest's kernel. */
    String boot() {
        return scene.inside("the id of its kernel's start", "cat /proc/sys/kernel/random/boot_id");
    }

    void startCounter() {
        scene.inside("a process begins to count", COUNT);
        awaitCount(5);
    }

    /** Waits until it has counted so far. */
    void awaitCount(long number) {
        for (int tries = 0; tries < 100; tries++) {
            if (counting().last() >= number) return;
            Progress.pause(Duration.ofMillis(100));
        }
        scene.expect(false, "what counts in it comes to " + number);
    }

    Counting counting() {
        return Counting.parse(scene.quietly(MEMORY + "cat $place/ringside-counter 2>/dev/null || :"));
    }

    /** Seconds since the guest's kernel started, by its own clock. */
    double uptime() {
        String text = scene.inside("seconds since its kernel started", "cut -d ' ' -f 1 /proc/uptime");
        return text.matches("\\d{1,12}(\\.\\d{1,6})?") ? Double.parseDouble(text) : Double.NaN;
    }
}
