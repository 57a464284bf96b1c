import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;

/** Made-up numbers in the shape of the study, as CSV: for speed alone, and deleted afterwards. */
final class MadeUpSamples {
    private static final String[] PLATFORMS = {
        "host", "qemu", "kvm", "xen-pv", "xen-hvm", "libvirt-kvm", "libvirt-xen", "virtualbox"
    };

    private final Random random = new Random(1);
    private final BufferedWriter out;
    private long rows;

    private MadeUpSamples(BufferedWriter out) {
        this.out = out;
    }

    /** @return how many rows were written: whole repetitions, so a few more than wanted */
    static long write(Path file, long wanted) throws IOException {
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            out.write("set,platform,configuration,benchmark,metric,unit,better,value,failure,repetition,parameters\n");
            var samples = new MadeUpSamples(out);
            for (int repetition = 1; samples.rows < wanted; repetition++)
                for (String platform : PLATFORMS) samples.repetition(platform, repetition);
            return samples.rows;
        }
    }

    private void repetition(String platform, int repetition) throws IOException {
        String begin = "big," + platform + "," + platform + ",";
        String end = ",," + repetition + ",";
        for (int cores : new int[] {1, 2, 4, 8}) {
            row(begin + "hpl,performance,Gflop/s,higher,", number(10_000, 90_000, 1000), end,
                    "cores=" + cores + ";n=20000;nb=128;p=1;q=" + cores);
            for (int processes : new int[] {2, 4, 8, 16})
                for (int size : new int[] {0, 4, 16, 32, 64})
                    row(begin + "lmbench-ctx,latency,us,lower,", number(100, 2000, 100), end,
                            "cores=" + cores + ";processes=" + processes + ";size_kb=" + size);
        }
        for (int cores = 1; cores <= 2; cores++) {
            for (String operation : new String[] {"rd", "wr"})
                for (int bits = 9; bits < 28; bits++)
                    row(begin + "lmbench-mem,bandwidth,MB/s,higher,", number(100_000, 6_000_000, 100), end,
                            "cores=" + cores + ";operation=" + operation + ";processes=1;size_bytes=" + (1L << bits));
            for (String operation : new String[] {"read", "write"})
                for (int bits = 8; bits < 26; bits++)
                    row(begin + "cachebench,bandwidth,MB/s,higher,", number(1_000_000, 60_000_000, 1000), end,
                            "cores=" + cores + ";operation=" + operation + ";vector_bytes=" + (1L << bits));
        }
        for (String disk : new String[] {"raw", "qcow2", "lvm"})
            for (String operation : new String[] {"read", "write"})
                for (int bits = 6; bits < 20; bits++)
                    row(begin + "iozone,throughput,KB/s,higher,", number(10_000, 3_000_000, 1), end,
                            "cores=1;disk=" + disk + ";file_kb=" + (1L << bits) + ";operation=" + operation
                                    + ";record_kb=64");
    }

    private String number(int least, int range, int parts) {
        int drawn = random.nextInt(range) + least;
        return parts == 1 ? Integer.toString(drawn) : Double.toString(drawn / (double) parts);
    }

    private void row(String begin, String value, String end, String parameters) throws IOException {
        out.write(begin);
        out.write(value);
        out.write(end);
        out.write(parameters);
        out.write('\n');
        rows++;
    }
}
