package ringside.core.guest;

import java.util.Optional;

/** The guest's memory, and how the host provides it. */
public record Memory(
        @Key(says = "memory it starts with, 64 MiB to 12 TiB", or = "2 GiB")
        Size size,

        @Key(says = "memory its balloon can give it while it runs, if more")
        Optional<Size> maximum,

        @Key(says = "backed by huge pages of the host: true or false", or = "false")
        boolean hugePages,

        @Key(says = "a balloon, by which the host takes memory back: true or false", or = "false")
        boolean balloon,

        @Key(says = "whether the host may merge equal pages (KSM): true or false", or = "false")
        boolean merge,

        @Key(says = "the host's NUMA nodes it is taken from: 0 or 0-1; any if not said")
        Optional<CpuSet> hostNodes) {
    private static final Size LEAST = Size.ofMib(64);
    private static final Size MOST = Size.ofGib(12 * 1024);

    public Memory {
        Refusal.unless(
                size.compareTo(LEAST) >= 0 && size.compareTo(MOST) <= 0,
                "size",
                size + "; allowed are " + LEAST + " to " + MOST);
        Size first = size;
        maximum.ifPresent(most -> Refusal.unless(
                most.compareTo(first) >= 0 && most.compareTo(MOST) <= 0,
                "maximum",
                most + "; allowed are " + first + " (its size) to " + MOST));
        maximum = maximum.filter(most -> most.compareTo(first) > 0);
        Refusal.unless(
                maximum.isEmpty() || balloon,
                "balloon",
                "false; a guest whose memory can grow needs its balloon: true");
    }

    public static Memory of(Size size) {
        return Fields.with(Fields.defaults(Memory.class), "size", size);
    }

    public Size most() {
        return maximum.orElse(size);
    }

    /** With a balloon, which it needs for that. */
    public Memory withMaximum(Size most) {
        return Fields.with(withBalloon(true), "maximum", Optional.of(most));
    }

    public Memory withHugePages(boolean wanted) {
        return Fields.with(this, "huge-pages", wanted);
    }

    public Memory withBalloon(boolean wanted) {
        return Fields.with(this, "balloon", wanted);
    }
}
