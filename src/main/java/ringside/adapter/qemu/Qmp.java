package ringside.adapter.qemu;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import ringside.core.host.Answer;
import ringside.core.host.Command;
import ringside.core.host.Shell;
import ringside.core.json.Json;
import ringside.core.probe.Unanswered;

/**
 * One conversation in QEMU's machine protocol over an emulator's standard input and output, so that it reaches as far as
 * commands do. The emulator is started without devices and without running anything, asked, and told to quit. Replies
 * come in the order of the questions (QEMU, docs/interop/qmp-spec).
 *
 * @param command the emulator's, as a person could start it to ask by hand
 */
record Qmp(String command, Map<String, Reply> replies) {
    /** What is asked, by the name its reply is found under, in the order of asking. */
    private static final List<Map.Entry<String, String>> ASKED = List.of(
            Map.entry("version", "{\"execute\":\"query-version\"}"),
            Map.entry("target", "{\"execute\":\"query-target\"}"),
            Map.entry("machines", "{\"execute\":\"query-machines\"}"),
            Map.entry("commands", "{\"execute\":\"query-commands\"}"),
            Map.entry("migration", "{\"execute\":\"query-migrate-capabilities\"}"),
            Map.entry("tpm", "{\"execute\":\"query-tpm-types\"}"),
            Map.entry("types", "{\"execute\":\"qom-list-types\",\"arguments\":{\"abstract\":false}}"));

    /** Of the models that show every feature the accelerator can give a guest. */
    private static final String MODEL = "{\"execute\":\"query-cpu-model-expansion\",\"arguments\":"
            + "{\"type\":\"full\",\"model\":{\"name\":\"max\"}}}";

    private static final String BEGIN = "{\"execute\":\"qmp_capabilities\"}";
    private static final String QUIT = "{\"execute\":\"quit\"}";

    /** To one question: what it returned, or why it did not. */
    sealed interface Reply {
        record Returned(Object value) implements Reply {}

        record Refused(String why) implements Reply {}
    }

    /** @throws Unanswered if the emulator does not start, or does not speak the protocol */
    static Qmp ask(Shell host, Emulator emulator, String accelerator) {
        Command command = Command.of(
                        emulator.program(),
                        "-machine",
                        "none,accel=" + accelerator,
                        "-nodefaults",
                        "-S",
                        "-display",
                        "none",
                        "-qmp",
                        "stdio")
                .reading(questions());
        Answer answer = Emulator.TOOL.run(host, command);
        List<Map<String, Object>> spoken = spoken(command, answer.out());
        if (spoken.isEmpty())
            throw new Unanswered(
                    command.line(),
                    "QEMU did not start with " + accelerator + ": " + Emulator.lastWords(answer),
                    "start it by hand there");
        return new Qmp(command.line(), replies(spoken));
    }

    private static String questions() {
        var lines = new ArrayList<>(List.of(BEGIN));
        ASKED.forEach(asked -> lines.add(asked.getValue()));
        lines.add(MODEL);
        lines.add(QUIT);
        return String.join("\n", lines) + "\n";
    }

    private static List<Map<String, Object>> spoken(Command command, String out) {
        var spoken = new ArrayList<Map<String, Object>>();
        for (String line : out.lines().filter(text -> !text.isBlank()).toList()) {
            try {
                spoken.add(Json.object(line));
            } catch (IllegalArgumentException e) {
                throw new Unanswered(
                        command.line(),
                        "QEMU's reply is not the JSON its protocol asks for: "
                                + line.substring(0, Math.min(80, line.length())),
                        "start it by hand there and see what it prints");
            }
        }
        return spoken;
    }

    private static Map<String, Reply> replies(List<Map<String, Object>> spoken) {
        List<Reply> ordered =
                spoken.stream().map(Qmp::reply).flatMap(Optional::stream).toList();
        var names = new ArrayList<String>();
        names.add("begin");
        ASKED.forEach(asked -> names.add(asked.getKey()));
        names.add("model");
        return names.stream()
                .filter(name -> names.indexOf(name) < ordered.size())
                .collect(Collectors.toMap(name -> name, name -> ordered.get(names.indexOf(name))));
    }

    /** Greetings and events are no replies. */
    private static Optional<Reply> reply(Map<String, Object> line) {
        if (line.containsKey("return")) return Optional.of(new Reply.Returned(line.get("return")));
        if (line.get("error") instanceof Map<?, ?> error)
            return Optional.of(new Reply.Refused(String.valueOf(error.get("desc"))));
        return Optional.empty();
    }

    /** What a question returned, as a map; empty if it was refused or is not one. */
    Map<?, ?> map(String name) {
        return replies.get(name) instanceof Reply.Returned(Map<?, ?> value) ? value : Map.of();
    }

    /** What a question returned, as a list; empty if it was refused or is not one. */
    List<?> list(String name) {
        return replies.get(name) instanceof Reply.Returned(List<?> value) ? value : List.of();
    }

    /** One field of each object of a list. */
    List<String> texts(String name, String field) {
        return list(name).stream()
                .filter(Map.class::isInstance)
                .map(item -> String.valueOf(((Map<?, ?>) item).get(field)))
                .toList();
    }

    /** Whether the reply to a question is there to be judged. */
    boolean answered(String name) {
        return replies.get(name) instanceof Reply.Returned;
    }

    /** Why there is no reply to be judged. */
    String refusal(String name) {
        return replies.get(name) instanceof Reply.Refused(String why) ? why : "QEMU ended before it replied";
    }

    String version() {
        return map("version").get("qemu") instanceof Map<?, ?> parts
                ? parts.get("major") + "." + parts.get("minor") + "." + parts.get("micro")
                : "of unknown version";
    }
}
