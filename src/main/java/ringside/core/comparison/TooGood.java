package ringside.core.comparison;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import ringside.core.result.Configuration;
import ringside.core.stats.Comparison;
import ringside.core.stats.Verdict;

/** Guests that beat their own host by more than noise. */
final class TooGood implements SetCheck {
    /** Standard errors beyond which a published mean lies once in some thousand times: it is one of many. */
    private static final double ERRORS = 3;

    private static final Pattern SIZE = Pattern.compile("(\\d{1,7}(?:\\.\\d{1,3})?) ?([MG])i?B");

    @Override
    public List<Finding> findings(Studied set, Comparison.Rule rule) {
        // A verdict is adjusted for its own family; a set has several, and all of them are looked through here
        long families = set.cells().stream()
                .filter(Cell::isOfHost)
                .map(cell -> cell.task().family())
                .distinct()
                .count();
        var groups = set.cells().stream()
                .filter(cell -> cell.isOfHost() && isBeyond(cell, rule))
                .filter(cell -> !cell.isSure()
                        || cell.comparison().p() * families <= rule.level()
                        || Obvious.isBetter(cell.own(), cell.other(), cell.task()))
                .collect(Collectors.groupingBy(
                        cell -> List.of(
                                cell.configuration().label(), cell.task().benchmark(), cell.area()),
                        LinkedHashMap::new,
                        Collectors.toList()));
        var findings = new ArrayList<Finding>();
        for (List<Cell> cells : groups.values()) findings.add(finding(set, cells));
        return findings;
    }

    /** By the verdict where there are repetitions enough for one; by what is stated of the noise; else if it is obvious. */
    static boolean isBeyond(Cell cell, Comparison.Rule rule) {
        double ratio = cell.ratio();
        if (!(ratio >= 1 + rule.difference())) return false;
        if (cell.isSure()) return cell.comparison().isShown(rule);
        double noise = Math.hypot(cell.own().noise(), cell.other().noise());
        boolean stated = cell.own().n() == 1 && cell.other().n() == 1 && !Double.isNaN(noise);
        return stated ? ratio - 1 > ERRORS * noise : Obvious.isBetter(cell.own(), cell.other(), cell.task());
    }

    private static Finding finding(Studied set, List<Cell> cells) {
        Cell most = cells.stream().max(Comparator.comparingDouble(Cell::ratio)).orElseThrow();
        Configuration guest = most.configuration();
        long all = set.cells().stream()
                .filter(cell -> cell.configuration().equals(guest)
                        && cell.task().benchmark().equals(most.task().benchmark())
                        && cell.area() == most.area())
                .count();
        String text = guest.label() + " is faster than its own host in "
                + cells.size() + " of " + Phrases.count((int) all, "measurement", "measurements") + " of "
                + most.task().benchmark() + ", most in " + most.task().text() + ": "
                + Phrases.percent(most.ratio()) + " of the host"
                + (most.isSure() && most.verdict() != Verdict.FASTER ? ", while the values drift" : "") + ". "
                + cause(most)
                + " These tasks do not count, for no platform.";
        return new Finding(
                Finding.Kind.TOO_GOOD,
                set.name(),
                text,
                cells.stream().map(Cell::id).toList(),
                List.of(guest.label()));
    }

    private static String cause(Cell cell) {
        return switch (cell.area()) {
            case DISK ->
                fits(cell)
                        + "Look for a cache between the guest and the disk: the host's page cache behind the image, the guest's"
                        + " own, or a platform that reports a write before it is safe.";
            case CPU, MEMORY ->
                "Look for other software in the guest (kernel, compiler, library), a guest clock that runs slow, or a host"
                        + " that was busy or slowed down.";
            case NETWORK -> "Look for traffic that never leaves the machine, or other software in the guest.";
            case START -> "Starting a guest is not the same work as starting a machine.";
            case OTHER -> "Ringside does not know this program: look for a cache, a slow clock or other software.";
        };
    }

    /** Where sizes are stated: a file that fits into the guest's memory need not touch a disk. */
    private static String fits(Cell cell) {
        String file = cell.task().point().get("file_kb");
        String memory = cell.configuration().settings().get("memory");
        if (file == null || memory == null || !file.matches("\\d{1,15}")) return "";
        Matcher size = SIZE.matcher(memory);
        if (!size.find()) return "";
        double kb = Double.parseDouble(size.group(1)) * (size.group(2).equals("G") ? 1 << 20 : 1 << 10);
        return Double.parseDouble(file) < kb ? "The file fits into the guest's memory (" + memory + "). " : "";
    }
}
