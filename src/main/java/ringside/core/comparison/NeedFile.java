package ringside.core.comparison;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import ringside.core.RingsideException;
import ringside.core.feature.Era;
import ringside.core.feature.FeatureMatrix;
import ringside.core.feature.Names;
import ringside.core.result.ResultSet;
import ringside.core.yaml.Document;
import ringside.core.yaml.Tree;
import ringside.core.yaml.Unreadable;

/** Needs as YAML files. Writing and reading again gives the same need, and the same answer. */
public final class NeedFile {
    /** Also the file's first key: what it is, and in which version. */
    static final String FORMAT = "ringside-need";

    private static final String VERSION = "1";
    private static final Set<String> KEYS =
            Set.of(FORMAT, "purpose", "weights", "must", "nice", "year", "difference", "sets", "reference");
    private static final int MOST = 500;
    private static final int LONGEST_BEGINNING = 2_000;

    private final FeatureMatrix matrix;

    private NeedFile(FeatureMatrix matrix) {
        this.matrix = matrix;
    }

    /** Whether it says of itself that it is one; what cannot be read is none. */
    public static boolean isNeed(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            String begin = new String(in.readNBytes(LONGEST_BEGINNING), StandardCharsets.UTF_8);
            return begin.lines().anyMatch(line -> line.startsWith(FORMAT + ":"));
        } catch (IOException unreadable) {
            return false;
        }
    }

    /** @throws RingsideException naming the file, the line and what is allowed there */
    public static Need read(Path file, FeatureMatrix matrix) {
        return read(file.toString(), Document.text(file, "a need is some thirty lines"), matrix);
    }

    /**
     * @param source the name that messages give to the text
     * @throws RingsideException naming the source, the line and what is allowed there
     */
    public static Need read(String source, String text, FeatureMatrix matrix) {
        try {
            return new NeedFile(matrix).need(Document.read(text));
        } catch (Unreadable e) {
            throw new RingsideException(
                    source + ", line " + e.line() + ": " + e.reason(), "correct that line; nothing was changed", e);
        }
    }

    private Need need(Tree document) throws Unreadable {
        if (!(document instanceof Tree.Entries entries))
            throw new Unreadable(document.line(), "not a need: it begins with \"" + FORMAT + ": " + VERSION + "\"");
        for (var entry : entries.entries().entrySet())
            if (!KEYS.contains(entry.getKey()))
                throw new Unreadable(
                        entry.getValue().line(),
                        "unknown key \"" + Document.shown(entry.getKey()) + "\"; allowed are "
                                + KEYS.stream().sorted().collect(Collectors.joining(", ")));
        Tree version = entries.value(FORMAT);
        if (version != null && !word(version, FORMAT).equals(VERSION))
            throw new Unreadable(version.line(), FORMAT + ": this version of Ringside reads " + VERSION);
        Need start = start(entries);
        Tree weights = entries.value("weights");
        Tree difference = entries.value("difference");
        Tree reference = entries.value("reference");
        return new Need(
                start.purpose(),
                weights == null ? start.weights() : weights(weights),
                needs(entries, start.features()),
                difference == null ? start.difference() : difference(difference),
                sets(entries.value("sets")),
                reference == null ? Optional.empty() : Optional.of(word(reference, "reference")));
    }

    /** What is a must is not merely welcome: what a purpose begins with gives way, what is written twice is refused. */
    private ringside.core.feature.Needs needs(Tree.Entries entries, ringside.core.feature.Needs start)
            throws Unreadable {
        Tree nices = entries.value("nice");
        var must =
                entries.entries().containsKey("must") ? features(entries, "must") : new LinkedHashSet<>(start.must());
        var nice =
                entries.entries().containsKey("nice") ? features(entries, "nice") : new LinkedHashSet<>(start.nice());
        if (entries.entries().containsKey("must") && nices != null)
            for (String id : nice)
                if (must.contains(id))
                    throw new Unreadable(nices.line(), "nice: \"" + id + "\" is among the must-haves already");
        if (nices == null) nice.removeAll(must);
        else must.removeIf(id -> !entries.entries().containsKey("must") && nice.contains(id));
        return new ringside.core.feature.Needs(must, nice, era(entries.value("year")));
    }

    private static Need start(Tree.Entries entries) throws Unreadable {
        Tree tree = entries.value("purpose");
        if (tree == null) {
            if (entries.value("weights") == null)
                throw new Unreadable(entries.line(), "neither purpose nor weights: one of them says what counts");
            return new Need(
                    "",
                    Purpose.BALANCED.weights(),
                    ringside.core.feature.Needs.NONE,
                    Need.USUAL_DIFFERENCE,
                    new TreeSet<>(),
                    Optional.empty());
        }
        return Purpose.of(word(tree, "purpose"))
                .map(Need::of)
                .orElseThrow(() -> new Unreadable(
                        tree.line(),
                        "purpose: allowed are "
                                + Stream.of(Purpose.values()).map(Purpose::word).collect(Collectors.joining(", "))));
    }

    private static Weights weights(Tree tree) throws Unreadable {
        String allowed = Stream.of(Area.values()).map(Area::word).collect(Collectors.joining(", "));
        if (!(tree instanceof Tree.Entries entries))
            throw new Unreadable(tree.line(), "weights: a map of " + allowed + " to whole numbers");
        var weights = new EnumMap<Area, Integer>(Area.class);
        for (var entry : entries.entries().entrySet()) {
            Area area = Area.of(entry.getKey())
                    .orElseThrow(() -> new Unreadable(
                            entry.getValue().line(),
                            "weights: no class \"" + Document.shown(entry.getKey()) + "\"; allowed are " + allowed));
            weights.put(area, whole(entry.getValue().value(), "weights." + area.word()));
        }
        try {
            return Weights.of(weights);
        } catch (IllegalArgumentException e) {
            throw new Unreadable(tree.line(), "weights: " + e.getMessage());
        }
    }

    private static int whole(Tree tree, String path) throws Unreadable {
        String word = word(tree, path);
        if (!word.matches("\\d{1,4}") || Integer.parseInt(word) > Weights.MOST)
            throw new Unreadable(
                    tree.line(),
                    path + ": a whole number from 0 to " + Weights.MOST + ", not \"" + Document.shown(word) + "\"");
        return Integer.parseInt(word);
    }

    private LinkedHashSet<String> features(Tree.Entries entries, String key) throws Unreadable {
        var ids = new LinkedHashSet<String>();
        for (Tree item : items(entries.value(key), key)) {
            String id = word(item, key);
            if (matrix.feature(id).isEmpty())
                throw new Unreadable(
                        item.line(),
                        key + ": there is no feature \"" + Document.shown(id) + "\"; "
                                + Names.hint(id, Names.features(matrix)));
            ids.add(id);
        }
        return ids;
    }

    private static TreeSet<String> sets(@Nullable Tree tree) throws Unreadable {
        var names = new TreeSet<String>();
        for (Tree item : items(tree, "sets")) {
            String name = word(item, "sets");
            if (!ResultSet.canBeNamed(name)) throw new Unreadable(item.line(), "sets: no set can have this name");
            names.add(name);
        }
        return names;
    }

    private static List<Tree> items(@Nullable Tree tree, String key) throws Unreadable {
        if (tree == null) return List.of();
        if (!(tree instanceof Tree.Items(var items, var line)))
            throw new Unreadable(tree.line(), key + ": a list, [ ] or lines that begin with -");
        if (items.size() > MOST) throw new Unreadable(line, key + ": more than " + MOST + " of them");
        return items;
    }

    private static Era era(@Nullable Tree tree) throws Unreadable {
        if (tree == null) return Era.NOW;
        String word = word(tree, "year");
        for (Era era : Era.values()) if (era.word().equals(word)) return era;
        throw new Unreadable(tree.line(), "year: 2013 or now, not \"" + Document.shown(word) + "\"");
    }

    private static double difference(Tree tree) throws Unreadable {
        String word = word(tree, "difference").replace("%", "").strip();
        double percent = word.matches("\\d{1,2}(\\.\\d{1,6})?") ? Double.parseDouble(word) : Double.NaN;
        if (!(percent > 0))
            throw new Unreadable(
                    tree.line(), "difference: percent, above 0 and below 100, not \"" + Document.shown(word) + "\"");
        return percent / 100;
    }

    private static String word(Tree tree, String path) throws Unreadable {
        if (tree instanceof Tree.Leaf leaf && !leaf.isNothing()) return leaf.text();
        throw new Unreadable(tree.line(), path + ": one value, not a list, a map or nothing");
    }

    /** With a comment on what each key sets. */
    public static String write(Need need) {
        var text = new ArrayList<String>();
        text.add("# A need: what a comparison of platforms is asked. \"ringside compare --need FILE\" answers it.");
        text.add(FORMAT + ": " + VERSION);
        if (!need.purpose().isEmpty()) text.add("purpose: " + need.purpose());
        text.add("# How much each class of benchmarks counts; only the proportions matter.");
        text.add("weights:");
        need.weights().of().forEach((area, weight) -> text.add("  " + area.word() + ": " + weight));
        text.add("# Features without which a platform is of no use, and those that would be welcome;");
        text.add("# \"ringside features list\" shows them all.");
        text.add("must: " + list(need.features().must()));
        text.add("nice: " + list(need.features().nice()));
        text.add("year: " + (need.features().era() == Era.NOW ? "now" : "2013"));
        text.add("# Differences below this many percent are of no interest.");
        text.add("difference: " + Phrases.plain(100 * need.difference()));
        text.add("# The result sets that count; none named means all.");
        text.add("sets: " + list(need.sets()));
        text.add("# The configuration that all others are held against; each set's host where none is named.");
        need.reference()
                .ifPresentOrElse(
                        label -> text.add("reference: " + word(label)), () -> text.add("# reference: \"KVM\""));
        return String.join("\n", text) + "\n";
    }

    private static String list(java.util.Collection<String> words) {
        return words.stream().map(NeedFile::word).collect(Collectors.joining(", ", "[", "]"));
    }

    /** Plain words stand as they are. */
    private static String word(String text) {
        boolean plain = text.matches("[a-z][a-z0-9-]*") && !text.matches("true|false|null|yes|no|on|off|y|n");
        return plain ? text : Document.quoted(text);
    }
}
