package ringside.core.bench;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What a plan sets of one benchmark, every knob with its values. */
public record Settings(Map<String, List<String>> values) {
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
        return words(knob).stream().map(Long::valueOf).toList();
    }

    public String word(String knob) {
        return words(knob).getFirst();
    }

    public long number(String knob) {
        return Long.parseLong(word(knob));
    }

    public double share(String knob) {
        return Double.parseDouble(word(knob));
    }
}
