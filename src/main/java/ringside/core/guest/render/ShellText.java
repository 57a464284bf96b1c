package ringside.core.guest.render;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A shell script of plain commands: no variables, no substitutions, every word quoted where a shell would look into it. */
final class ShellText {
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9@%+=:,./_-]+");

    private final StringBuilder text = new StringBuilder("#!/bin/sh\n");
    private final List<List<String>> commands = new ArrayList<>();

    static String word(String word) {
        return PLAIN.matcher(word).matches() ? word : "'" + word.replace("'", "'\\''") + "'";
    }

    static String line(List<String> command) {
        return command.stream().map(ShellText::word).collect(Collectors.joining(" "));
    }

    /** Every line of the remark becomes a comment, whatever is in it. */
    void comment(String remark) {
        remark.lines()
                .forEach(line -> text.append(line.isEmpty() ? "#" : "# " + line).append('\n'));
    }

    void steps(String title, List<Rendering.Step> steps) {
        if (steps.isEmpty()) return;
        comment(title);
        for (Rendering.Step step : steps) {
            comment("  # " + step.why());
            comment("  " + step.line().replace("\n", "\n  "));
        }
    }

    void blank() {
        text.append('\n');
    }

    void verbatim(String line) {
        text.append(line).append('\n');
    }

    /** @param groups words that belong together share a line */
    void command(List<List<String>> groups) {
        text.append(groups.stream().map(ShellText::line).collect(Collectors.joining(" \\\n  ")))
                .append('\n');
        commands.add(groups.stream().flatMap(List::stream).toList());
    }

    void command(String... words) {
        command(List.of(List.of(words)));
    }

    List<List<String>> commands() {
        return commands;
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
