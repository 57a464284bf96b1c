package ringside.core.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.io.JsonEOFException;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The JSON documents in what a tool printed, whatever stands before, between and after them. More lenient than {@link
 * Node#parse}: of a name that stands twice the first counts, and what a program prints for no number is nothing.
 */
public final class Documents {
    private static final int DEEPEST = 60;
    private static final int LONGEST_TEXT = 16_000_000;
    private static final Pattern NOT_A_NUMBER = Pattern.compile(
            "(?<=[:\\[,])[ \\t]{0,9}[-+]?(?:nan|inf|infinity)(?=\\s{0,9}[,}\\]])", Pattern.CASE_INSENSITIVE);

    private static final JsonFactory FACTORY = JsonFactory.builder()
            .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(DEEPEST)
                    .maxStringLength(LONGEST_TEXT)
                    .build())
            .build();

    private final int line;
    private int left;
    private int members;

    private Documents(int line, int left) {
        this.line = line;
        this.left = left;
    }

    /**
     * @param documents in their order
     * @param fault what is wrong with the first part that looked like one and was none; empty if nothing
     * @param faultLine on which line
     * @param broken whether that part was a document up to there: it is damaged, or the output ends within it
     */
    public record Found(List<Node> documents, String fault, int faultLine, boolean broken) {
        public Found {
            documents = List.copyOf(documents);
        }
    }

    /** There is more than is taken into memory. */
    public static final class TooMany extends RuntimeException {
        private static final long serialVersionUID = 1L;

        TooMany(int most) {
            super("more than " + most + " values");
        }
    }

    /**
     * @param most values in all that are taken into memory
     * @throws TooMany if there are more
     */
    public static Found in(String output, int most) {
        String text = output.length() < 100 || NOT_A_NUMBER.matcher(output).find()
                ? NOT_A_NUMBER.matcher(output).replaceAll(" null")
                : output;
        char[] characters = text.toCharArray();
        var documents = new ArrayList<Node>();
        String fault = "";
        int faultLine = 0;
        int counted = 0;
        int line = 1;
        int left = most;
        int at = start(text, 0);
        while (at >= 0) {
            line += lines(text, counted, at);
            counted = at;
            var reading = new Documents(line, left);
            try (JsonParser parser = FACTORY.createParser(characters, at, characters.length - at)) {
                parser.nextToken();
                documents.add(reading.value(parser));
                left = reading.left;
                at = start(text, at + (int) parser.currentLocation().getCharOffset());
            } catch (IOException e) {
                if (reading.left < 0) throw new TooMany(most);
                boolean broken = reading.members > 0 || e instanceof JsonEOFException;
                if (fault.isEmpty() || broken) {
                    fault = said(e);
                    faultLine = broken ? lastLine(e, line) : line;
                }
                if (broken) return new Found(documents, fault, faultLine, true);
                at = start(text, nextLine(text, at));
            }
        }
        return new Found(documents, fault, faultLine, false);
    }

    private static String said(IOException fault) {
        String all = fault instanceof JsonProcessingException json ? json.getOriginalMessage() : fault.getMessage();
        return String.valueOf(all).lines().findFirst().orElse("not JSON").replaceFirst(" ?\\(start marker at .*", "");
    }

    private static int lastLine(IOException fault, int begin) {
        return fault instanceof JsonProcessingException json && json.getLocation() != null
                ? begin + Math.max(1, json.getLocation().getLineNr()) - 1
                : begin;
    }

    /** Where a line begins with a bracket or a brace. */
    private static int start(String text, int from) {
        int at = from;
        while (at < text.length()) {
            int first = at;
            while (first < text.length() && Character.isWhitespace(text.charAt(first))) first++;
            if (first < text.length() && (text.charAt(first) == '{' || text.charAt(first) == '[')) return first;
            at = nextLine(text, first);
        }
        return -1;
    }

    private static int nextLine(String text, int from) {
        int end = text.indexOf('\n', Math.min(from, text.length()));
        return end < 0 ? text.length() : end + 1;
    }

    private static int lines(String text, int from, int to) {
        int lines = 0;
        for (int i = text.indexOf('\n', from); i >= 0 && i < to; i = text.indexOf('\n', i + 1)) lines++;
        return lines;
    }

    private int line(JsonParser parser) {
        return line + parser.currentTokenLocation().getLineNr() - 1;
    }

    private Node value(JsonParser parser) throws IOException {
        if (--left < 0) throw new IOException("more values than any tool prints");
        int at = line(parser);
        JsonToken token = parser.currentToken();
        return switch (token) {
            case START_OBJECT -> fields(parser, at);
            case START_ARRAY -> items(parser, at);
            case VALUE_STRING -> new Node.Text(at, parser.getText());
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> number(parser, at);
            case VALUE_TRUE, VALUE_FALSE -> new Node.Truth(at, token == JsonToken.VALUE_TRUE);
            case VALUE_NULL -> new Node.Nothing(at);
            case null, default -> throw new IOException("it ends too early");
        };
    }

    /** A number that no machine can hold stands as the text that it is. */
    private static Node number(JsonParser parser, int at) throws IOException {
        try {
            return parser.isNaN() ? new Node.Nothing(at) : new Node.Number(at, parser.getDecimalValue());
        } catch (NumberFormatException beyondAll) {
            return new Node.Text(at, parser.getText());
        }
    }

    private Node.Fields fields(JsonParser parser, int at) throws IOException {
        var values = new LinkedHashMap<String, Node>();
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String name = parser.currentName();
            parser.nextToken();
            values.putIfAbsent(name, value(parser));
            members++;
        }
        return new Node.Fields(at, values);
    }

    private Node.Items items(JsonParser parser, int at) throws IOException {
        var values = new ArrayList<Node>();
        while (parser.nextToken() != JsonToken.END_ARRAY) values.add(value(parser));
        return new Node.Items(at, values);
    }
}
