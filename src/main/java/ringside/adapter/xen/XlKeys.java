package ringside.adapter.xen;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import ringside.core.guest.read.XlConfig.Assignment;
import ringside.core.guest.read.XlConfig.Value;
import ringside.core.guest.validate.Findings;

/**
 * Every key that xl reads, with its form, the kinds of guest it has an effect in and the release it came with. xl passes
 * over keys it does not know, or that this kind of guest does not have, without a word; here they are faults.
 */
final class XlKeys {
    private record Key(String name, List<String> forms, String guests, String since, String remark) {}

    private static final String OLDEST = "<=4.11";
    private static final Map<String, Key> KEYS = keys();
    private static final List<String> VIF = List.of(
            "type",
            "mac",
            "bridge",
            "gatewaydev",
            "netdev",
            "ip",
            "script",
            "backend",
            "vifname",
            "model",
            "rate",
            "devid",
            "mtu",
            "vlan",
            "trusted",
            "untrusted",
            "forwarddev");

    private XlKeys() {}

    private static Map<String, Key> keys() {
        var keys = new LinkedHashMap<String, Key>();
        try (InputStream in = XlKeys.class.getResourceAsStream("/ringside/xen/xl-keys.tsv")) {
            if (in == null) throw new IllegalStateException("xl-keys.tsv is missing");
            for (String row : new String(in.readAllBytes(), StandardCharsets.UTF_8).split("\n")) {
                if (row.startsWith("#") || row.isBlank()) continue;
                String[] cells = row.split("\t", -1);
                keys.put(cells[0], new Key(cells[0], List.of(cells[1].split(",")), cells[2], cells[3], cells[4]));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return keys;
    }

    static void check(List<Assignment> assignments, Findings findings) {
        String type = type(assignments, findings);
        Set<String> seen = new HashSet<>();
        for (Assignment assignment : assignments) {
            String place = "line " + assignment.line() + ": ";
            if (!seen.add(assignment.key()))
                findings.note(place + assignment.key() + " is set again; the last one counts");
            Key key = KEYS.get(assignment.key());
            if (key == null) findings.problem(place + "xl has no key " + assignment.key() + " and would pass over it");
            else check(key, assignment, type, place, findings);
        }
        require(seen, type, findings);
    }

    private static String type(List<Assignment> assignments, Findings findings) {
        Optional<String> type = last(assignments, "type");
        if (type.isPresent()) return type.get();
        if (last(assignments, "builder").isPresent())
            return last(assignments, "builder").filter("hvm"::equals).isPresent() ? "hvm" : "pv";
        findings.note("without type= xl takes the guest as pv");
        return "pv";
    }

    private static Optional<String> last(List<Assignment> assignments, String key) {
        return assignments.reversed().stream()
                .filter(assignment -> assignment.key().equals(key))
                .findFirst()
                .flatMap(assignment -> assignment.value().plain());
    }

    private static void check(Key key, Assignment assignment, String type, String place, Findings findings) {
        boolean forThis =
                key.guests().equals("all") || List.of(key.guests().split(",")).contains(type);
        if (!forThis)
            findings.problem(
                    place + key.name() + " has an effect in " + key.guests() + " guests only, this one is " + type);
        if (!key.remark().isEmpty()) findings.note(key.name() + ": " + key.remark());
        if (!key.since().equals(OLDEST)) findings.note(key.name() + ": since Xen " + key.since());
        if (key.forms().stream().noneMatch(form -> isOf(form, assignment.value())))
            findings.problem(place + key.name() + " must be " + String.join(" or ", key.forms()));
        if (key.name().equals("rdm") && assignment.value().plain().orElse("").contains("policy="))
            findings.problem(place + "Xen's parser refuses rdm with policy=, and xl then drops it without a word");
        if (key.name().equals("vif") && assignment.value() instanceof Value.Items(var cards))
            for (Value card : cards) card.plain().ifPresent(text -> checkCard(text, type, place, findings));
    }

    private static boolean isOf(String form, Value value) {
        if (form.equals("list") || value instanceof Value.Items)
            return form.equals("list") && value instanceof Value.Items;
        String text = value.plain().orElse("");
        return switch (form) {
            case "int" -> text.matches("-?\\d+|0x[0-9a-f]+");
            case "bool" ->
                Set.of("0", "1", "True", "False", "true", "false", "default").contains(text);
            default -> true;
        };
    }

    private static void checkCard(String card, String type, String place, Findings findings) {
        for (String part : card.split(",")) {
            String name = part.strip().split("=", 2)[0];
            if (name.isEmpty()) continue;
            if (!VIF.contains(name) && !name.startsWith("colo_"))
                findings.problem(place + "a network card has no option " + name + ", xl would pass over it");
            if (name.equals("model") && !type.equals("hvm"))
                findings.problem(place + "a network card's model has no effect in a " + type + " guest");
        }
    }

    private static void require(Set<String> seen, String type, Findings findings) {
        var missing = new ArrayList<String>();
        for (String key : List.of("name", "memory")) if (!seen.contains(key)) missing.add(key);
        boolean boots = seen.contains("kernel") || seen.contains("bootloader") || seen.contains("firmware");
        if (!type.equals("hvm") && !boots) missing.add("kernel");
        missing.forEach(key -> findings.problem(key + "= is missing"));
    }
}
