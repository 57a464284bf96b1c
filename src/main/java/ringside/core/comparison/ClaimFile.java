package ringside.core.comparison;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import ringside.core.RingsideException;
import ringside.core.yaml.Document;
import ringside.core.yaml.Tree;
import ringside.core.yaml.Unreadable;

/** Claims as YAML: the study's six, and files of the same form that a person writes. */
public final class ClaimFile {
    private static final String FORMAT = "ringside-claims";
    private static final String VERSION = "1";
    private static final int MOST = 200;
    private static final Set<String> KEYS =
            Set.of("id", "text", "source", "test", "classes", "platform", "against", "settings", "because");

    private ClaimFile() {}

    /** The published findings of the study that Ringside grew from. */
    public static List<Claim> bundled() {
        try (InputStream in = ClaimFile.class.getResourceAsStream("/ringside/comparison/claims.yaml")) {
            if (in == null) throw new IllegalStateException("claims.yaml is not in the program");
            return read("claims.yaml", new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @throws RingsideException naming the file, the line and what is allowed there */
    public static List<Claim> read(Path file) {
        return read(file.toString(), Document.text(file, "claims are some ten lines each"));
    }

    /** @param source the name that messages give to the text */
    static List<Claim> read(String source, String text) {
        try {
            return claims(Document.read(text));
        } catch (Unreadable e) {
            throw new RingsideException(
                    source + ", line " + e.line() + ": " + e.reason(), "correct that line; nothing was changed", e);
        }
    }

    private static List<Claim> claims(Tree document) throws Unreadable {
        if (!(document instanceof Tree.Entries entries))
            throw new Unreadable(document.line(), "no claims: they begin with \"" + FORMAT + ": " + VERSION + "\"");
        for (var entry : entries.entries().entrySet())
            if (!Set.of(FORMAT, "claims").contains(entry.getKey()))
                throw new Unreadable(
                        entry.getValue().line(),
                        "unknown key \"" + Document.shown(entry.getKey()) + "\"; allowed are claims, " + FORMAT);
        if (!(entries.value(FORMAT) instanceof Tree.Leaf version)
                || !version.text().equals(VERSION))
            throw new Unreadable(entries.line(), FORMAT + ": this version of Ringside reads " + VERSION);
        if (!(entries.value("claims") instanceof Tree.Items(var items, var line)))
            throw new Unreadable(entries.line(), "claims: a list of claims");
        if (items.size() > MOST) throw new Unreadable(line, "claims: more than " + MOST + " of them");
        var claims = new ArrayList<Claim>();
        var ids = new HashSet<String>();
        for (Tree item : items) {
            Claim claim = claim(item);
            if (!ids.add(claim.id()))
                throw new Unreadable(item.line(), "id: \"" + Document.shown(claim.id()) + "\" stands twice");
            claims.add(claim);
        }
        return List.copyOf(claims);
    }

    private static Claim claim(Tree tree) throws Unreadable {
        if (!(tree instanceof Tree.Entries entries)) throw new Unreadable(tree.line(), "a claim is a map of keys");
        for (var entry : entries.entries().entrySet())
            if (!KEYS.contains(entry.getKey()))
                throw new Unreadable(
                        entry.getValue().line(),
                        "unknown key \"" + Document.shown(entry.getKey()) + "\"; allowed are "
                                + String.join(", ", new TreeSet<>(KEYS)));
        Tree source = entries.value("source");
        return new Claim(
                word(entries, "id"),
                word(entries, "text"),
                source == null ? "" : word(entries, "source"),
                test(entries));
    }

    private static Claim.Test test(Tree.Entries entries) throws Unreadable {
        String kind = word(entries, "test");
        return switch (kind) {
            case "most" -> {
                Set<String> platforms = words(entries, "platform");
                Set<String> against = words(entries, "against");
                for (String both : platforms)
                    if (against.contains(both))
                        throw new Unreadable(
                                line(entries, "against"),
                                "against: \"" + Document.shown(both) + "\" cannot be ahead of itself");
                yield new Claim.Test.Most(areas(entries), platforms, against);
            }
            case "setting" -> {
                var names = new LinkedHashSet<String>();
                for (String name : words(entries, "settings")) names.add(name.toLowerCase(Locale.ROOT));
                yield new Claim.Test.Setting(areas(entries), words(entries, "platform"), names);
            }
            case "none" -> new Claim.Test.None(word(entries, "because"));
            default ->
                throw new Unreadable(
                        entries.line(), "test: most, setting or none, not \"" + Document.shown(kind) + "\"");
        };
    }

    private static int line(Tree.Entries entries, String key) {
        Tree tree = entries.value(key);
        return tree == null ? entries.line() : tree.line();
    }

    private static Set<Area> areas(Tree.Entries entries) throws Unreadable {
        var areas = EnumSet.noneOf(Area.class);
        for (String word : words(entries, "classes"))
            areas.add(Area.of(word)
                    .orElseThrow(() -> new Unreadable(
                            entries.line(),
                            "classes: cpu, memory, disk, network, start or other, not \"" + Document.shown(word)
                                    + "\"")));
        return areas;
    }

    private static String word(Tree.Entries entries, String key) throws Unreadable {
        Tree tree = entries.value(key);
        if (tree == null) throw new Unreadable(entries.line(), key + " is missing");
        if (tree instanceof Tree.Leaf leaf) return leaf.text();
        throw new Unreadable(tree.line(), key + ": one value, not a list or a map");
    }

    private static Set<String> words(Tree.Entries entries, String key) throws Unreadable {
        Tree tree = entries.value(key);
        if (tree == null) throw new Unreadable(entries.line(), key + " is missing");
        if (!(tree instanceof Tree.Items(var items, var line)) || items.isEmpty())
            throw new Unreadable(tree.line(), key + ": a list, [a, b] or lines that begin with -");
        var words = new LinkedHashSet<String>();
        for (Tree item : items) {
            if (!(item instanceof Tree.Leaf leaf)) throw new Unreadable(item.line(), key + ": a list of words");
            words.add(leaf.text());
        }
        return words;
    }
}
