package ringside.core.guest.yaml;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import ringside.core.guest.Fields;
import ringside.core.guest.Guest;
import ringside.core.guest.Refusal;
import ringside.core.guest.Shape;
import ringside.core.yaml.Document;
import ringside.core.yaml.Tree;
import ringside.core.yaml.Unreadable;

/** A document's tree as a guest, by the shapes of the guest's records. */
final class Reader {
    /** Also the file's first key: what it is, and in which version. */
    static final String FORMAT = "ringside-guest";

    private static final String VERSION = "1";
    private static final String KIND = "kind";

    private final Tree document;

    Reader(Tree document) {
        this.document = document;
    }

    Guest guest() throws Unreadable {
        if (!(document instanceof Tree.Entries entries))
            throw new Unreadable(document.line(), "not a guest: it begins with \"" + FORMAT + ": " + VERSION + "\"");
        Tree version = entries.value(FORMAT);
        if (version instanceof Tree.Leaf leaf && !leaf.text().equals(VERSION))
            throw new Unreadable(
                    version.line(),
                    FORMAT + ": " + Document.shown(leaf.text()) + "; this version of Ringside reads " + VERSION);
        return (Guest) parts(Shape.of(Guest.class), entries, "", Set.of(FORMAT));
    }

    private Object value(Shape shape, Tree tree, String path) throws Unreadable {
        return switch (shape) {
            case Shape.Word(var read, var free) -> {
                if (!(tree instanceof Tree.Leaf leaf)) throw wrong(tree, path, "a list or map; allowed is one value");
                try {
                    yield read.apply(leaf.text());
                } catch (Refusal refusal) {
                    throw wrong(tree, path, refusal.reason());
                }
            }
            case Shape.Maybe(Shape of) -> Optional.of(value(of, tree, path));
            case Shape.Many(Shape of) -> {
                if (!(tree instanceof Tree.Items(var items, var line)))
                    throw wrong(tree, path, "not a list; allowed is a list, [ ] or lines that begin with -");
                var values = new ArrayList<Object>();
                for (Tree item : items) values.add(value(of, item, path + "[" + values.size() + "]"));
                yield values;
            }
            case Shape.OneOf(var kinds) -> kind(kinds, tree, path);
            case Shape.Parts parts -> {
                if (!(tree instanceof Tree.Entries entries))
                    throw wrong(tree, path, "not a map; allowed are the keys " + keys(parts, Set.of()));
                yield parts(parts, entries, path, Set.of());
            }
        };
    }

    /** {@code network: user} or a map whose key kind says which. */
    private Object kind(Map<String, Shape.Parts> kinds, Tree tree, String path) throws Unreadable {
        Tree word = tree instanceof Tree.Entries entries ? entries.value(KIND) : tree;
        Shape.Parts parts = word instanceof Tree.Leaf leaf ? kinds.get(leaf.text()) : null;
        if (parts == null)
            throw wrong(
                    word == null ? tree : word,
                    path,
                    (word instanceof Tree.Leaf leaf ? "\"" + Document.shown(leaf.text()) + "\"" : "no kind")
                            + "; allowed are " + String.join(", ", kinds.keySet()));
        Tree.Entries entries = tree instanceof Tree.Entries given ? given : new Tree.Entries(Map.of(), tree.line());
        return parts(parts, entries, path, Set.of(KIND));
    }

    private Object parts(Shape.Parts parts, Tree.Entries entries, String path, Set<String> besides) throws Unreadable {
        for (Map.Entry<String, Tree.Entry> entry : entries.entries().entrySet())
            if (parts.part(entry.getKey()) == null && !besides.contains(entry.getKey()))
                throw new Unreadable(
                        entry.getValue().line(),
                        "unknown key " + Document.shown(inside(path, entry.getKey())) + "; allowed are "
                                + keys(parts, besides));
        List<Object> values = new ArrayList<>();
        for (Shape.Part part : parts.parts()) values.add(part(part, entries, path));
        try {
            return parts.build(values);
        } catch (Refusal refusal) {
            String field = inside(path, refusal.field());
            throw new Unreadable(Tree.line(document, field), field + ": " + refusal.reason());
        }
    }

    private Object part(Shape.Part part, Tree.Entries entries, String path) throws Unreadable {
        @Nullable Tree tree = entries.value(part.key());
        if (tree != null) return value(part.shape(), tree, inside(path, part.key()));
        if (Fields.isRequired(part))
            throw new Unreadable(entries.line(), inside(path, part.key()) + " is missing: " + part.says());
        return Objects.requireNonNull(Fields.fallback(part));
    }

    private static String keys(Shape.Parts parts, Set<String> besides) {
        Set<String> keys = new LinkedHashSet<>(besides);
        parts.parts().forEach(part -> keys.add(part.key()));
        return keys.stream().collect(Collectors.joining(", "));
    }

    private static String inside(String path, String key) {
        if (path.isEmpty() || key.isEmpty()) return path + key;
        return path + "." + key;
    }

    private static Unreadable wrong(Tree tree, String path, String reason) {
        return new Unreadable(tree.line(), path + ": " + reason);
    }
}
