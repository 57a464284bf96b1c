package ringside.core.guest;

/** How a guest sees its vCPUs laid out. */
public record Topology(
        @Key(says = "sockets", or = "1") int sockets,
        @Key(says = "cores in each socket", or = "1") int cores,
        @Key(says = "threads in each core", or = "1") int threads) {
    public Topology {
        Refusal.within("sockets", sockets, 1, Cpu.MOST, "sockets");
        Refusal.within("cores", cores, 1, Cpu.MOST, "cores in each socket");
        Refusal.within("threads", threads, 1, Cpu.MOST, "threads in each core");
    }

    /** One socket of cores without threads: the layout no licence and no scheduler stumbles on. */
    public static Topology oneSocket(int cores) {
        return new Topology(1, cores, 1);
    }

    public long product() {
        return (long) sockets * cores * threads;
    }
}
