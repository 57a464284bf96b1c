package ringside.core.yaml;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.DocumentStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.MappingStartEvent;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.events.SequenceStartEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import ringside.core.RingsideException;

/**
 * Reads YAML from the parser's events: text only, no objects, no tags. Depth and aliases are bounded, so a hostile file
 * can neither grow nor loop; a key that stands twice is refused.
 */
public final class Document {
    /** Bytes of a file. */
    public static final int LONGEST = 1 << 20;

    private static final int DEEPEST = 20;
    private static final int MOST_ALIASES = 100;

    private final Iterator<Event> events;
    private final Map<String, Tree> anchors = new HashMap<>();
    private int aliases;

    private Document(Iterator<Event> events) {
        this.events = events;
    }

    /**
     * A file's text, of at most {@link #LONGEST} bytes.
     *
     * @param usually how long such a file is, for a person whose file is too long
     * @throws RingsideException naming the file and what to do about it
     */
    public static String text(Path file, String usually) {
        byte[] bytes;
        try (InputStream in = Files.newInputStream(file)) {
            bytes = in.readNBytes(LONGEST + 1);
        } catch (IOException e) {
            throw new RingsideException("Cannot read " + file, "check that the file is there and may be read", e);
        }
        if (bytes.length > LONGEST)
            throw new RingsideException(file + " is longer than 1 MiB (" + LONGEST + " bytes)", usually);
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new RingsideException(file + " is not UTF-8 text", "save it as UTF-8", e);
        }
    }

    /** The one document that a text holds. */
    public static Tree read(String text) throws Unreadable {
        LoadSettings settings =
                LoadSettings.builder().setCodePointLimit(LONGEST).build();
        try {
            return new Document(new Parse(settings).parseString(text).iterator()).only();
        } catch (MarkedYamlEngineException e) {
            throw new Unreadable(
                    e.getProblemMark().map(Mark::getLine).orElse(0) + 1, "not YAML: " + said(e.getProblem()));
        } catch (YamlEngineException e) {
            throw new Unreadable(1, "not YAML: " + said(String.valueOf(e.getMessage())));
        }
    }

    private static String said(String message) {
        return message.lines().findFirst().orElse("it cannot be read");
    }

    private Tree only() throws Unreadable {
        events.next(); // the stream's start
        Event start = events.next();
        if (!(start instanceof DocumentStartEvent)) throw new Unreadable(1, "empty");
        Tree tree = tree(events.next(), 0);
        events.next(); // the document's end
        Event after = events.next();
        if (after instanceof DocumentStartEvent) throw new Unreadable(line(after), "a second document");
        return tree;
    }

    private Tree tree(Event event, int depth) throws Unreadable {
        int line = line(event);
        if (event instanceof AliasEvent alias) return aliased(alias, line);
        boolean tagged = event instanceof ScalarEvent scalar && scalar.getTag().isPresent()
                || event instanceof CollectionStartEvent start && start.getTag().isPresent();
        if (tagged) throw new Unreadable(line, "a tag; tags are not used here");
        if (depth > DEEPEST) throw new Unreadable(line, "nested more than " + DEEPEST + " deep");
        Tree tree = switch (event) {
            case ScalarEvent scalar ->
                new Tree.Leaf(scalar.getValue(), scalar.getScalarStyle() == ScalarStyle.PLAIN, line);
            case SequenceStartEvent start -> items(line, depth);
            case MappingStartEvent start -> entries(line, depth);
            default -> throw new Unreadable(line, "not YAML that is used here");
        };
        if (event instanceof NodeEvent node) node.getAnchor().ifPresent(anchor -> anchors.put(anchor.getValue(), tree));
        return tree;
    }

    private Tree aliased(AliasEvent alias, int line) throws Unreadable {
        if (++aliases > MOST_ALIASES) throw new Unreadable(line, "more than " + MOST_ALIASES + " aliases");
        Tree tree = anchors.get(alias.getAlias().getValue());
        if (tree == null) throw new Unreadable(line, "an alias for what does not stand above it");
        return tree;
    }

    private Tree items(int line, int depth) throws Unreadable {
        var items = new ArrayList<Tree>();
        for (Event next = events.next(); next.getEventId() != Event.ID.SequenceEnd; next = events.next())
            items.add(tree(next, depth + 1));
        return new Tree.Items(items, line);
    }

    private Tree entries(int line, int depth) throws Unreadable {
        var entries = new LinkedHashMap<String, Tree.Entry>();
        for (Event next = events.next(); next.getEventId() != Event.ID.MappingEnd; next = events.next()) {
            int at = line(next);
            if (!(tree(next, depth + 1) instanceof Tree.Leaf key)) throw new Unreadable(at, "a key that is not a word");
            Tree.Entry before = entries.put(key.text(), new Tree.Entry(at, tree(events.next(), depth + 1)));
            if (before != null)
                throw new Unreadable(
                        at, "the key " + shown(key.text()) + " stands on line " + before.line() + " already");
        }
        return new Tree.Entries(entries, line);
    }

    private static int line(Event event) {
        return event.getStartMark().map(Mark::getLine).orElse(0) + 1;
    }

    /** Text of a file as a message shows it: one line, not too long. */
    public static String shown(String text) {
        String line = text.replaceAll("[\\p{Cntrl}\\p{Cs}]", "?");
        return line.length() <= 60 ? line : line.substring(0, 57) + "...";
    }

    /** A text as a file has it between double quotes: read again, it is the same. */
    public static String quoted(String text) {
        var quoted = new StringBuilder("\"");
        text.codePoints().forEach(c -> {
            switch (c) {
                case '"', '\\' -> quoted.append('\\').appendCodePoint(c);
                case '\n' -> quoted.append("\\n");
                case '\t' -> quoted.append("\\t");
                default -> {
                    if (isPlain(c)) quoted.appendCodePoint(c);
                    else quoted.append(String.format(Locale.ROOT, "\\u%04x", c));
                }
            }
        });
        return quoted.append('"').toString();
    }

    /** Line and paragraph separators and byte order marks some readers take for the end of a line. */
    private static boolean isPlain(int c) {
        return !Character.isISOControl(c) && c != 0x2028 && c != 0x2029 && c != 0xfeff;
    }
}
