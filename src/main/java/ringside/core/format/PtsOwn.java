package ringside.core.format;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import ringside.core.result.Metric;
import ringside.core.result.Parameters;

/**
 * A test profile that runs a benchmark Ringside knows: its results stand under that benchmark's id, metric and unit, so
 * that the study's figures show them.
 *
 * @param factor from the profile's unit to the metric's
 */
record PtsOwn(String benchmark, Metric metric, Parameters parameters, int factor) {
    private static final Metric FLOPS = Metric.higher("performance", "Gflop/s");
    private static final Metric THROUGHPUT = Metric.higher("throughput", "KB/s");
    private static final Metric BANDWIDTH = Metric.higher("bandwidth", "MB/s");
    private static final Metric LATENCY = Metric.lower("latency", "us");

    private static final Pattern RECORD = Pattern.compile("(?:-r |Record Size: )(\\d{1,9})\\s?([kKmMgG])");
    private static final Pattern FILE = Pattern.compile("(?:-s |File Size: )(\\d{1,9})\\s?([kKmMgG])");
    private static final Pattern OPTION = Pattern.compile("(?<=^|\\s)-[eoI]+(?=\\s|$)");
    private static final Pattern CTX = Pattern.compile("lat_ctx\\b.*?-s (\\d{1,9}).*?\\s(\\d{1,6})\\b");
    private static final Pattern MEM =
            Pattern.compile("bw_mem (?:-P (\\d{1,4}) )?(\\d{1,9})([kKmM]?) (rd|wr|rdwr|cp|frd|fwr|fcp|bzero|bcopy)\\b");

    /** @param cores what the system's hardware states; null if nothing */
    static Optional<PtsOwn> of(PtsResult.Head result, @Nullable String cores) {
        String name = name(result.identifier());
        String scale = result.scale().toLowerCase(Locale.ROOT);
        Optional<PtsOwn> own = switch (name) {
            case "hpl" -> hpl(scale, cores);
            case "hpcc" -> result.description().contains("G-HPL") ? hpl(scale, cores) : Optional.empty();
            case "iozone" -> scale.equals("mb/s") ? iozone(result) : Optional.empty();
            case "cachebench" -> scale.equals("mb/s") ? cachebench(result) : Optional.empty();
            default ->
                name.startsWith("lmbench") || name.startsWith("lat-") || name.startsWith("bw-")
                        ? lmbench(result, scale)
                        : Optional.empty();
        };
        return own.map(one -> one.with("profile", result.identifier()));
    }

    /** {@code pts/iozone-1.9.6} gives {@code iozone}. */
    private static String name(String identifier) {
        String name = identifier.substring(identifier.lastIndexOf('/') + 1);
        return name.replaceFirst("-\\d[0-9.]*$", "").toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private PtsOwn with(String key, String value) {
        return new PtsOwn(benchmark, metric, parameters.with(key, value), factor);
    }

    /** The profile starts a process for each physical core and does not keep which problem it solved. */
    private static Optional<PtsOwn> hpl(String scale, @Nullable String cores) {
        if (!scale.equals("gflops") && !scale.equals("gflop/s")) return Optional.empty();
        Parameters known = cores == null ? Parameters.NONE : Parameters.of("cores", cores);
        return Optional.of(new PtsOwn(Hpl.BENCHMARK, FLOPS, known, 1));
    }

    /** The profile divides IOzone's KB/s by 1024. */
    private static Optional<PtsOwn> iozone(PtsResult.Head result) {
        String text = result.arguments() + "\n" + result.description();
        String operation = result.description().contains("Read Performance")
                        || result.arguments().contains("#READ")
                ? "read"
                : result.description().contains("Write Performance")
                                || result.arguments().contains("#WRITE")
                        ? "write"
                        : result.arguments().matches(".*-i ?1\\b.*")
                                ? "read"
                                : result.arguments().matches(".*-i ?0\\b.*") ? "write" : "";
        String record = kilobytes(RECORD.matcher(text));
        String file = kilobytes(FILE.matcher(text));
        if (operation.isEmpty() || record.isEmpty() || file.isEmpty()) return Optional.empty();
        Parameters point = Parameters.of("operation", operation, "record_kb", record, "file_kb", file);
        Matcher option = OPTION.matcher(result.arguments());
        var options = new StringBuilder();
        while (option.find()) options.append(options.isEmpty() ? "" : " ").append(option.group());
        if (!options.isEmpty()) point = point.with("options", options);
        return Optional.of(new PtsOwn(Iozone.BENCHMARK, THROUGHPUT, point, 1024));
    }

    private static String kilobytes(Matcher size) {
        if (!size.find()) return "";
        long number = Long.parseLong(size.group(1));
        return String.valueOf(
                switch (size.group(2).toLowerCase(Locale.ROOT)) {
                    case "m" -> number * 1024;
                    case "g" -> number * 1024 * 1024;
                    default -> number;
                });
    }

    /** The profile averages over all sizes, so no size is known. */
    private static Optional<PtsOwn> cachebench(PtsResult.Head result) {
        String text = result.description();
        String operation = text.contains("Modify")
                ? "rmw"
                : text.contains("Read") ? "read" : text.contains("Write") ? "write" : "";
        if (operation.isEmpty()) return Optional.empty();
        return Optional.of(new PtsOwn(
                "cachebench", BANDWIDTH, Parameters.of("operation", operation, "vector_bytes", "average of all"), 1));
    }

    private static Optional<PtsOwn> lmbench(PtsResult.Head result, String scale) {
        String text =
                name(result.identifier()).replace('-', '_') + " " + result.arguments() + "\n" + result.description();
        Matcher ctx = CTX.matcher(text);
        if (ctx.find() && scale.matches("us|usec|microseconds"))
            return Optional.of(new PtsOwn(
                    "lmbench-ctx", LATENCY, Parameters.of("size_kb", ctx.group(1), "processes", ctx.group(2)), 1));
        Matcher mem = MEM.matcher(text);
        if (!mem.find() || !scale.equals("mb/s")) return Optional.empty();
        long unit = mem.group(3).isEmpty() ? 1 : mem.group(3).equalsIgnoreCase("k") ? 1024 : 1024 * 1024;
        Parameters point = Parameters.of("operation", mem.group(4), "size_bytes", Long.parseLong(mem.group(2)) * unit);
        if (mem.group(1) != null) point = point.with("processes", mem.group(1));
        return Optional.of(new PtsOwn("lmbench-mem", BANDWIDTH, point, 1));
    }
}
