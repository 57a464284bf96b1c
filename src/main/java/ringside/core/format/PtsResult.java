package ringside.core.format;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import ringside.core.result.Better;
import ringside.core.result.Metric;
import ringside.core.result.Parameters;
import ringside.core.result.Value;

/** What a Result element of the Phoronix Test Suite says of one machine, turned into values. */
final class PtsResult {
    private static final Pattern TIME = Pattern.compile("(?i)second|latency|\\b(?:s|ms|us|ns|usec|msec|nsec|time)\\b");
    private static final int LONGEST = 2_000;

    private PtsResult() {}

    /** The element's own texts, without markup. */
    record Head(
            String identifier,
            String title,
            String version,
            String arguments,
            String description,
            String scale,
            String proportion,
            String display,
            String parent) {
        static Head of(Map<String, String> texts) {
            return new Head(
                    text(texts, "Identifier"),
                    text(texts, "Title"),
                    text(texts, "AppVersion"),
                    text(texts, "Arguments"),
                    text(texts, "Description"),
                    text(texts, "Scale"),
                    text(texts, "Proportion").toUpperCase(Locale.ROOT),
                    text(texts, "DisplayFormat").toUpperCase(Locale.ROOT),
                    text(texts, "Parent"));
        }

        private static String text(Map<String, String> texts, String name) {
            String text = SoundText.name(plain(texts.getOrDefault(name, "")));
            return text.length() > LONGEST ? text.substring(0, LONGEST) + "…" : text;
        }

        boolean isSeries() {
            return display.equals("LINE_GRAPH")
                    || display.equals("FILLED_LINE_GRAPH")
                    || display.equals("SCATTER_PLOT");
        }

        /** Whether the file says that more is better, or less. */
        boolean hasDirection() {
            return proportion.equals("HIB") || proportion.equals("LIB");
        }

        /** Why this direction was taken where the file states none. */
        String directionTaken() {
            return better() == Better.LOWER
                    ? "its unit is one of time, so less was taken for better"
                    : "nothing tells it, so more was taken for better";
        }

        Better better() {
            if (hasDirection()) return proportion.equals("LIB") ? Better.LOWER : Better.HIGHER;
            return TIME.matcher(scale).find() ? Better.LOWER : Better.HIGHER;
        }

        Metric metric() {
            if (isVerdict()) return Metric.higher(named(title), "1 = passed");
            // A sensor's result bears its test's title and tells in the description what was sensed
            String name = identifier.isEmpty() && description.endsWith("Monitor") ? description : title;
            return new Metric(named(name), scale, better());
        }

        boolean isVerdict() {
            return display.equals("PASS_FAIL") || display.equals("MULTI_PASS_FAIL");
        }

        private static String named(String name) {
            return name.isBlank() ? "result" : name;
        }

        Parameters parameters() {
            Parameters all = Parameters.NONE;
            if (!arguments.isEmpty()) all = all.with("arguments", arguments);
            if (!description.isEmpty()) all = all.with("description", description);
            if (!version.isEmpty()) all = all.with("app_version", version);
            return all;
        }

        /** By this text the suite's results name their parents: the profile without the last part of its version. */
        String hash() {
            String profile = identifier.isEmpty() ? title : identifier;
            int dot = identifier.isEmpty() ? -1 : profile.lastIndexOf('.');
            if (dot >= 0) profile = profile.substring(0, dot);
            return sha1(String.join(",", profile, arguments, description, version, scale));
        }

        /** Two results of equal key measure the same; their values are repetitions. */
        long key(String machine) {
            return LongCounts.key(machine, identifier, title, version, arguments, description, scale, display);
        }
    }

    /** {@code <b>fast</b>} gives {@code fast}. */
    static String plain(String text) {
        return text.indexOf('<') < 0
                ? text.strip()
                : text.replaceAll("</?[A-Za-z][^<>]{0,500}+>", "").strip();
    }

    /** One value of an entry: a repetition, or a point of its series; index is 0 where it is no series. */
    record Single(Value value, int index) {}

    /** The values that an entry holds, whichever way its result is to be displayed; empty if they are no numbers. */
    static List<Single> values(Head head, String value, String raw) {
        return switch (head.display()) {
            case "LINE_GRAPH", "FILLED_LINE_GRAPH", "SCATTER_PLOT" -> series(value.isBlank() ? raw : value);
            case "PASS_FAIL", "MULTI_PASS_FAIL" -> verdicts(value);
            case "IMAGE_COMPARISON", "NO_RESULT" -> List.of();
            default -> repetitions(value, raw);
        };
    }

    private static List<Single> series(String value) {
        if (value.isBlank()) return List.of();
        var all = new ArrayList<Single>();
        for (String one : value.split(",", -1)) all.add(new Single(number(one), all.size() + 1));
        return all;
    }

    private static List<Single> repetitions(String value, String raw) {
        String text = raw.isBlank() ? value : raw;
        if (text.isBlank()) return List.of();
        var all = new ArrayList<Single>();
        for (String one : text.split(":", -1)) all.add(new Single(number(one), 0));
        return all;
    }

    private static List<Single> verdicts(String value) {
        var all = new ArrayList<Single>();
        String[] each = value.strip().split("[,;:\\s]+");
        for (String one : each) {
            String word = one.toUpperCase(Locale.ROOT);
            int index = each.length > 1 ? all.size() + 1 : 0;
            if (word.startsWith("PASS") || word.equals("TRUE")) all.add(new Single(Value.of(1), index));
            else if (word.startsWith("FAIL") || word.equals("FALSE")) all.add(new Single(Value.of(0), index));
        }
        return all;
    }

    private static Value number(String text) {
        String stripped = text.strip();
        Value value = PrintedNumber.value(stripped);
        if (value != null) return value;
        return Value.missing(
                stripped.isEmpty()
                        ? "the file has no value and no reason"
                        : "printed as " + (stripped.length() > 60 ? stripped.substring(0, 60) + "…" : stripped));
    }

    private static String sha1(String text) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-1");
            return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }
}
