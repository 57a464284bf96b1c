package ringside.adapter.linux;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import ringside.core.host.Answer;
import ringside.core.host.Command;
import ringside.core.host.Shell;
import ringside.core.probe.Unanswered;

/** Reads the small files and folders in which the kernel shows itself. */
record Sys(Shell host) {
    /** What each file says, with the command that shows it. */
    record Reading(String command, List<Value> values) {
        /** Files that are there, one a value: {@code nested=1}. */
        String shown() {
            return values.stream()
                    .map(value -> value.path() + " is " + value.text())
                    .collect(Collectors.joining(", "));
        }

        boolean anyOn() {
            return values.stream().anyMatch(Value::isOn);
        }
    }

    record Value(String path, String text) {
        /** Kernels have said yes in both ways. */
        boolean isOn() {
            return text.equals("Y") || text.equals("1");
        }
    }

    /** Of some files those that are there. @throws Unanswered if one is there and may not be read */
    Reading read(String... paths) {
        var values = new ArrayList<Value>();
        for (String path : paths) text(path).ifPresent(text -> values.add(new Value(path, text)));
        return new Reading(Command.of(List.of(words("cat", paths))).line(), values);
    }

    /** The commands that {@link #read} gives. */
    static List<Command> reading(String... paths) {
        return Stream.of(paths).map(Shell::reading).toList();
    }

    private static String[] words(String first, String... rest) {
        var words = new ArrayList<String>(List.of(rest));
        words.addFirst(first);
        return words.toArray(String[]::new);
    }

    /** A file's text, or empty if there is none. @throws Unanswered if it may not be read */
    Optional<String> text(String path) {
        Answer answer = host.read(path);
        if (answer.succeeded()) return Optional.of(answer.out().strip());
        refuseDenied(Shell.reading(path), answer);
        return Optional.empty();
    }

    static Command listing(String folder) {
        return Command.of("ls", "-1", folder);
    }

    /** The names in a folder, or none if it is not there. @throws Unanswered if it may not be read */
    List<String> list(String folder) {
        Answer answer = host.run(listing(folder));
        refuseDenied(listing(folder), answer);
        return answer.succeeded()
                ? answer.out().lines().filter(name -> !name.isBlank()).toList()
                : List.of();
    }

    private static void refuseDenied(Command command, Answer answer) {
        if (answer.ending() != Answer.Ending.EXITED)
            throw new Unanswered(command.line(), "the kernel gave no answer in time", "ask again");
        if (!answer.succeeded() && answer.complaint().endsWith("Permission denied"))
            throw new Unanswered(command.line(), answer.complaint(), "ask as a user who may read it");
    }
}
