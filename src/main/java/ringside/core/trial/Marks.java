package ringside.core.trial;

/** What is left in a guest's memory and on its disk, to be found again or not; and a counter that goes on while it runs. */
final class Marks {
    private static final String MEMORY = "for place in /dev/shm /run /tmp; do"
            + " [ \"$(stat -f -c %T $place 2>/dev/null)\" = tmpfs ] && break; place=; done;"
            + " [ -n \"$place\" ] || { echo 'no folder in memory' >&2; exit 1; }; ";

    private final Scene scene;

    Marks(Scene scene) {
        this.scene = scene;
    }

    void leave(String word) {
        scene.inside("echo \"$1\" > /root/ringside-trial && sync && " + MEMORY + "echo \"$1\" > $place/ringside-trial", word);
    }

    /** From the disk itself, not from what memory remembers of it. */
    String onDisk() {
        return scene.inside("sync; echo 3 > /proc/sys/vm/drop_caches; cat /root/ringside-trial");
    }

    String inMemory() {
        return scene.inside(MEMORY + "cat $place/ringside-trial");
    }

    /** Another after each start of the guest's kernel. */
    String boot() {
        return scene.inside("cat /proc/sys/kernel/random/boot_id");
    }

    void startCounter() {
        scene.inside(MEMORY + "nohup sh -c 'n=0; while :; do n=$((n + 1)); echo $n > \"$1.new\";"
                + " mv \"$1.new\" \"$1\"; sleep 0.2; done' sh $place/ringside-counter > /dev/null 2>&1 &"
                + " sleep 1");
    }

    long counter() {
        String text = scene.inside(MEMORY + "cat $place/ringside-counter");
        return text.matches("\\d{1,15}") ? Long.parseLong(text) : -1;
    }

    /** Seconds since the guest's kernel started, by its own clock. */
    double uptime() {
        String text = scene.inside("cut -d ' ' -f 1 /proc/uptime");
        return text.matches("\\d{1,12}(\\.\\d{1,6})?") ? Double.parseDouble(text) : Double.NaN;
    }
}
