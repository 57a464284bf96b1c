package ringside.adapter.virtualbox;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** The subcommands of VBoxManage, their options and what these take, from VirtualBox 7.0 to 7.2. */
final class OptionTables {
    static final List<String> RELEASES = List.of("7.0", "7.1", "7.2");

    /**
     * @param takes {@code none}, {@code onoff}, {@code uint:1-64}, {@code text}, … or words with {@code |} between them
     * @param highest the highest number that may end its name, 0 if none may
     * @param since the release it came with, {@code never} if only the manual has it
     */
    record Option(String name, String takes, int highest, String since, String remark) {}

    private static final Pattern NUMBERED = Pattern.compile("(--.*?[a-z])(\\d{1,3})");
    private static final Pattern UUID = Pattern.compile("\\{?[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}}?");
    private static final OptionTables BUNDLED = new OptionTables();

    private final Map<String, Map<String, Option>> options = new HashMap<>();
    private final Map<String, String> systems = new HashMap<>();

    private OptionTables() {
        for (String[] row : rows("vboxmanage-options.tsv"))
            options.computeIfAbsent(row[0], subcommand -> new HashMap<>())
                    .put(
                            row[1],
                            new Option(
                                    row[1],
                                    row[2],
                                    row[3].isEmpty() ? 0 : Integer.parseInt(row[3]),
                                    row[4],
                                    cell(row, 5)));
        for (String[] row : rows("ostypes.tsv")) systems.put(row[0].toLowerCase(Locale.ROOT), row[1]);
    }

    static OptionTables bundled() {
        return BUNDLED;
    }

    private static List<String[]> rows(String file) {
        try (InputStream in = OptionTables.class.getResourceAsStream("/ringside/virtualbox/" + file)) {
            if (in == null) throw new IllegalStateException(file + " is missing");
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#") && !line.isBlank())
                    .map(line -> line.split("\t", -1))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String cell(String[] row, int column) {
        return column < row.length ? row[column] : "";
    }

    boolean hasSubcommand(String name) {
        return options.containsKey(name);
    }

    /** Whether the subcommand's own options are listed; of some only the name is known. */
    Optional<Option> whole(String subcommand) {
        return Optional.ofNullable(options.getOrDefault(subcommand, Map.of()).get("-"));
    }

    /** The option of a name as it is written, a number at its end included. */
    Optional<Option> option(String subcommand, String written) {
        Map<String, Option> known = options.getOrDefault(subcommand, Map.of());
        if (known.containsKey(written)) return Optional.of(known.get(written));
        var numbered = NUMBERED.matcher(written);
        return numbered.matches() ? Optional.ofNullable(known.get(numbered.group(1))) : Optional.empty();
    }

    /** The number at the end of an option's name; 0 if there is none. */
    static int number(Option option, String written) {
        return written.length() == option.name().length()
                ? 0
                : Integer.parseInt(written.substring(option.name().length()));
    }

    static boolean isLater(String since, String release) {
        return RELEASES.indexOf(since) > RELEASES.indexOf(release);
    }

    /** How many words the option's value takes, given those that follow it. */
    static int words(Option option, List<String> following) {
        String first = following.isEmpty() ? "" : following.getFirst().toLowerCase(Locale.ROOT);
        return switch (option.takes()) {
            case "none" -> 0;
            case "uart" -> first.equals("off") || first.equals("disable") ? 1 : 2;
            case "uartmode" ->
                List.of("server", "client", "tcpserver", "tcpclient", "file").contains(first) ? 2 : 1;
            case "natpf" -> first.equals("delete") ? 2 : 1;
            default -> option.takes().split(" ").length;
        };
    }

    /** What is wrong with a value of one word, in the given release; empty if nothing is. */
    Optional<String> fault(Option option, String value, String release) {
        String kind = option.takes().split(":")[0];
        String problem = switch (kind) {
            case "onoff" -> value.matches("(?i)on|off") ? "" : "takes on or off";
            case "uint" -> range(option, value);
            case "int" -> value.matches("-?\\d{1,18}") ? "" : "takes a number";
            case "uuid" -> UUID.matcher(value).matches() ? "" : "takes a UUID";
            case "mac" ->
                value.matches("(?i)auto|[0-9a-f][02468ace][0-9a-f]{10}")
                        ? ""
                        : "takes 12 hex digits without colons, of no multicast address";
            case "ostype" -> system(value, release);
            case "text", "uart", "uartmode", "natpf", "none" -> "";
            default -> option.takes().contains("|") ? choice(option, value, release) : "";
        };
        return problem.isEmpty() ? Optional.empty() : Optional.of(problem + ", not '" + value + "'");
    }

    private static String range(Option option, String value) {
        if (!value.matches("\\d{1,18}|0x[0-9a-fA-F]{1,15}")) return "takes a number";
        String[] range = option.takes().split("[:-]");
        long number = Long.decode(value.matches("0\\d+") ? value.replaceFirst("^0+(?=\\d)", "") : value);
        boolean within = range.length < 3 || number >= Long.parseLong(range[1]) && number <= Long.parseLong(range[2]);
        return within ? "" : "takes " + range[1] + " to " + range[2];
    }

    private String system(String value, String release) {
        String since = systems.get(value.toLowerCase(Locale.ROOT));
        if (since == null) return "takes a kind of guest system that VirtualBox lists";
        return isLater(since, release) ? "takes that kind of guest system since " + since + " only" : "";
    }

    private static String choice(Option option, String value, String release) {
        for (String word : option.takes().split("\\|")) {
            String[] parts = word.split("@");
            if (!parts[0].equalsIgnoreCase(value)) continue;
            return parts.length > 1 && isLater(parts[1], release) ? "takes that since " + parts[1] + " only" : "";
        }
        return "takes " + option.takes().replaceAll("@[\\d.]+", "").replace("|", ", ");
    }
}
