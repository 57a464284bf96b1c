package ringside.core.guest.read;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The plain commands of a POSIX shell script: words, quotes, comments, continued lines, and variables that the script
 * itself sets to plain text. Whatever needs a shell to know what it means (substitutions, pipes, loops) is a fault:
 * nothing of a script is ever run to read it.
 */
public final class ShellScript {
    /** One argument of a command, after quoting, and the line on which it begins. */
    public record Word(String text, int line) {}

    /** One simple command; never empty. */
    public record Command(List<Word> words) {
        public Command {
            words = List.copyOf(words);
            if (words.isEmpty()) throw new IllegalArgumentException("a command of at least one word");
        }

        public int line() {
            return words.getFirst().line();
        }

        /** The program's name without its folder. */
        public String program() {
            String path = words.getFirst().text();
            return path.substring(path.lastIndexOf('/') + 1);
        }

        public List<String> texts() {
            return words.stream().map(Word::text).toList();
        }
    }

    private static final String OPERATORS = "|&<>()";

    private final String text;
    private final Map<String, String> variables = new LinkedHashMap<>();
    private final List<Command> commands = new ArrayList<>();
    private List<Word> words = new ArrayList<>();
    private StringBuilder word = new StringBuilder();
    private boolean inWord;
    private int wordLine = 1;
    private int at;
    private int line = 1;

    private ShellScript(String text) {
        this.text = text;
    }

    /** @throws SyntaxFault where the text is not a list of plain commands */
    public static List<Command> commands(String text) throws SyntaxFault {
        var script = new ShellScript(text);
        script.read();
        return List.copyOf(script.commands);
    }

    private void read() throws SyntaxFault {
        while (at < text.length()) step(text.charAt(at));
        endCommand();
    }

    private void step(char c) throws SyntaxFault {
        switch (c) {
            case '\n', ';' -> endCommand();
            case ' ', '\t', '\r' -> endWord();
            case '\'' -> single();
            case '"' -> doubled();
            case '\\' -> backslash();
            case '$', '`' -> substitution(c);
            case '#' -> {
                if (inWord) literal(c);
                else comment();
                return;
            }
            default -> {
                if (OPERATORS.indexOf(c) >= 0)
                    throw new SyntaxFault(line, "'" + c + "' needs a shell; only plain commands are read");
                literal(c);
                return;
            }
        }
        if (c == '\n') line++;
        at++;
    }

    private void literal(char c) {
        begin();
        word.append(c);
        at++;
    }

    private void begin() {
        if (!inWord) wordLine = line;
        inWord = true;
    }

    private void comment() {
        while (at < text.length() && text.charAt(at) != '\n') at++;
    }

    /** Leaves {@link #at} on the closing quote. */
    private void single() throws SyntaxFault {
        begin();
        int from = line;
        int end = text.indexOf('\'', at + 1);
        if (end < 0) throw new SyntaxFault(from, "a ' is never closed");
        append(text.substring(at + 1, end));
        at = end;
    }

    private void append(String literal) {
        word.append(literal);
        line += (int) literal.chars().filter(c -> c == '\n').count();
    }

    /** Leaves {@link #at} on the closing quote. */
    private void doubled() throws SyntaxFault {
        begin();
        int from = line;
        for (at++; at < text.length() && text.charAt(at) != '"'; at++) {
            char c = text.charAt(at);
            if (c == '$' || c == '`') substitution(c);
            else if (c == '\\' && at + 1 < text.length()) escapedInQuotes(text.charAt(++at));
            else append(String.valueOf(c));
        }
        if (at == text.length()) throw new SyntaxFault(from, "a \" is never closed");
    }

    private void escapedInQuotes(char c) {
        if (c == '\n') line++;
        else append("$`\"\\".indexOf(c) >= 0 ? String.valueOf(c) : "\\" + c);
    }

    /** Leaves {@link #at} on the escaped character. */
    private void backslash() throws SyntaxFault {
        if (text.startsWith("\r\n", at + 1)) at++; // a continued line of a file with Windows line ends
        if (++at == text.length()) throw new SyntaxFault(line, "a \\ stands at the end of the file");
        char c = text.charAt(at);
        if (c == '\n') {
            line++;
            return;
        }
        begin();
        word.append(c);
    }

    /** Leaves {@link #at} on the last character of the variable. */
    private void substitution(char c) throws SyntaxFault {
        boolean braced = text.startsWith("{", at + 1);
        int from = at + (braced ? 2 : 1);
        int end = from;
        while (end < text.length() && isName(text.charAt(end), end == from)) end++;
        String value = c == '$' ? variables.get(text.substring(from, end)) : null;
        if (value == null || braced && !text.startsWith("}", end))
            throw new SyntaxFault(
                    line,
                    "'" + c + "' needs a shell; only variables that the script itself sets to plain text are read");
        begin();
        append(value);
        at = braced ? end : end - 1;
    }

    private static boolean isName(char c, boolean first) {
        return c == '_' || c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || !first && c >= '0' && c <= '9';
    }

    private void endWord() {
        if (inWord) words.add(new Word(word.toString(), wordLine));
        if (inWord && words.size() == 1 && assignment()) words.clear();
        word = new StringBuilder();
        inWord = false;
    }

    /** The word just added sets a variable of the script. */
    private boolean assignment() {
        String first = words.getFirst().text();
        int equals = first.indexOf('=');
        if (equals <= 0) return false;
        for (int i = 0; i < equals; i++) if (!isName(first.charAt(i), i == 0)) return false;
        variables.put(first.substring(0, equals), first.substring(equals + 1));
        return true;
    }

    private void endCommand() throws SyntaxFault {
        endWord();
        if (!words.isEmpty() && words.getFirst().text().equals("exec")) words.removeFirst();
        if (!words.isEmpty() && words.getFirst().text().startsWith("-"))
            throw new SyntaxFault(
                    words.getFirst().line(),
                    "'" + words.getFirst().text() + "' is no command; is a \\ missing at the end of the line before?");
        if (!words.isEmpty() && !words.getFirst().text().equals("set")) commands.add(new Command(words));
        words = new ArrayList<>();
    }
}
