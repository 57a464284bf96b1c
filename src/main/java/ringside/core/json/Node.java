package ringside.core.json;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonStreamContext;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * JSON text as a tree whose every value knows the line on which it begins, so that a fault in a file that people keep
 * by hand can be named. Unlike {@link Json}, a name that stands twice in one object is refused.
 */
public sealed interface Node {
    /** Counted from 1. */
    int line();

    record Fields(int line, Map<String, Node> values) implements Node {}

    record Items(int line, List<Node> values) implements Node {}

    record Text(int line, String value) implements Node {}

    record Number(int line, BigDecimal value) implements Node {}

    record Truth(int line, boolean value) implements Node {}

    record Nothing(int line) implements Node {}

    /** The text is not JSON, or names something twice. */
    final class Malformed extends IllegalArgumentException {
        private static final long serialVersionUID = 1L;

        private final int line;
        private final List<String> path;

        Malformed(int line, List<String> path, String problem) {
            super(problem);
            this.line = line;
            this.path = List.copyOf(path);
        }

        public int line() {
            return line;
        }

        /** The names of the objects it stands in, from the outermost. */
        public List<String> path() {
            return path;
        }

        /** What is wrong, in one line. */
        public String problem() {
            return String.valueOf(getMessage());
        }
    }

    /** @throws Malformed saying what is wrong on which line */
    static Node parse(String text) {
        try (JsonParser parser = Json.parser(text)) {
            return root(parser);
        } catch (IOException e) {
            throw new Malformed(1, List.of(), "not JSON: " + e.getMessage());
        }
    }

    private static Node root(JsonParser parser) throws IOException {
        try {
            if (parser.nextToken() == null) throw new Malformed(1, List.of(), "the file is empty");
            Node root = value(parser);
            if (parser.nextToken() != null) throw new Malformed(line(parser), List.of(), "there is more after the end");
            return root;
        } catch (JacksonException e) {
            int line = e.getLocation() == null ? 1 : e.getLocation().getLineNr();
            String problem = e.getOriginalMessage().lines().findFirst().orElse("not JSON");
            throw new Malformed(line, path(parser), "not JSON: " + problem);
        } catch (NumberFormatException beyondAll) {
            throw new Malformed(line(parser), path(parser), "a number in it is too long to be one");
        }
    }

    private static List<String> path(JsonParser parser) {
        var path = new ArrayDeque<String>();
        for (JsonStreamContext at = parser.getParsingContext(); at != null; at = at.getParent())
            if (at.inObject() && at.hasCurrentName()) path.addFirst(at.getCurrentName());
        return List.copyOf(path);
    }

    private static Node value(JsonParser parser) throws IOException {
        int line = line(parser);
        JsonToken token = parser.currentToken();
        return switch (token) {
            case START_OBJECT -> fields(parser, line);
            case START_ARRAY -> items(parser, line);
            case VALUE_STRING -> new Text(line, parser.getText());
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> new Number(line, parser.getDecimalValue());
            case VALUE_TRUE, VALUE_FALSE -> new Truth(line, token == JsonToken.VALUE_TRUE);
            case VALUE_NULL -> new Nothing(line);
            default -> throw new Malformed(line, path(parser), "not JSON: " + token + " where a value belongs");
        };
    }

    private static Fields fields(JsonParser parser, int line) throws IOException {
        var values = new LinkedHashMap<String, Node>();
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String name = parser.currentName();
            int at = line(parser);
            parser.nextToken();
            if (values.put(name, value(parser)) != null)
                throw new Malformed(at, outside(path(parser)), "'" + name + "' stands here twice");
        }
        return new Fields(line, values);
    }

    /** Of the path to a name, the path to the object it stands in. */
    private static List<String> outside(List<String> path) {
        return path.subList(0, Math.max(0, path.size() - 1));
    }

    private static Items items(JsonParser parser, int line) throws IOException {
        var values = new ArrayList<Node>();
        while (parser.nextToken() != JsonToken.END_ARRAY) values.add(value(parser));
        return new Items(line, values);
    }

    private static int line(JsonParser parser) {
        return parser.currentTokenLocation().getLineNr();
    }
}
