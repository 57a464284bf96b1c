package ringside.adapter.plot;

/** Units of sizes, which people read as powers of two: 4 KiB rather than 4096. */
enum SizeUnit {
    BYTES(1, "b", "byte", "bytes"),
    KIB(1024, "kb", "kib", "k", "kbyte", "kbytes"),
    MIB(1024 * 1024, "mb", "mib");

    private final double bytes;
    private final String[] names;

    SizeUnit(double bytes, String... names) {
        this.bytes = bytes;
        this.names = names;
    }

    /** How many bytes one of this unit is, or 0 if it is no size. */
    static double bytesIn(String unit) {
        for (SizeUnit size : values()) for (String name : size.names) if (name.equalsIgnoreCase(unit)) return size.bytes;
        return 0;
    }
}
