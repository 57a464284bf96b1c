package ringside.core.bench;

import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What a plan sets of one benchmark, every knob with its values. */
public record Settings(Map<String, List<String>> values) {
    private static final Pattern NUMBER = Pattern.compile("(\\d{1,9}|\\d{1,15}(?![kmg]))([kmg]?)");

    public Settings {
        values = Map.copyOf(values);
    }

    /** The usual values of all knobs, with some set otherwise. */
    public static Settings of(List<Knob> knobs, Map<String, List<String>> set) {
        return new Settings(knobs.stream()
                .collect(Collectors.toMap(Knob::name, knob -> set.getOrDefault(knob.name(), knob.usual()))));
    }

    public List<String> words(String knob) {
        List<String> words = values.get(knob);
        if (words == null) throw new IllegalArgumentException("no knob is called " + knob);
        return words;
    }

    public List<Long> numbers(String knob) {
        return words(knob).stream().map(Settings::number).toList();
    }

    public String word(String knob) {
        return words(knob).getFirst();
    }

    public long only(String knob) {
        return numbers(knob).getFirst();
    }

    private static long number(String word) {
        return bytes(word).orElseThrow(() -> new IllegalArgumentException("not a number: " + word));
    }

    /** A whole number, or bytes counted in 1024s as in {@code 64k}, {@code 8m}, {@code 1g}. */
    static OptionalLong bytes(String word) {
        Matcher number = NUMBER.matcher(word);
        if (!number.matches()) return OptionalLong.empty();
        long unit = switch (number.group(2)) {
            case "k" -> 1L << 10;
            case "m" -> 1L << 20;
            case "g" -> 1L << 30;
            default -> 1;
        };
        return OptionalLong.of(Long.parseLong(number.group(1)) * unit);
    }
}
