package ringside.ui.guest;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import ringside.core.guest.Fields;
import ringside.core.guest.Guest;
import ringside.core.guest.Mac;
import ringside.core.guest.Shape;
import ringside.core.guest.Topology;

/**
 * What stands in the wizard's fields, legal or not: a text for each path of the guest's file, and for each list of
 * parts how many it has, under its path with {@code []}. Texts of what is not chosen at present stay, so that going
 * back finds them again.
 */
record Form(Map<String, String> texts) {
    private static final Pattern WORDS = Pattern.compile("[,;\\s]+");
    private static final Pattern CPU_SETS = Pattern.compile("[;\\s]+|,\\s+");
    private static final String PINNED = "pinning.vcpus"; // a comma there belongs to the CPUs of one vCPU

    public Form {
        texts = Map.copyOf(texts);
    }

    /** What is as it would be anyhow is left blank, so that it follows the fields it comes from. */
    public static Form of(Guest guest) {
        var texts = new LinkedHashMap<String, String>();
        write("", Shape.of(Guest.class), guest, texts);
        if (guest.cpu().layout().equals(Topology.oneSocket(guest.cpu().most())))
            texts.keySet().removeIf(path -> path.startsWith("cpu.topology."));
        for (int i = 0; i < guest.nics().size(); i++)
            if (guest.nics().get(i).address().equals(Mac.derived(guest.name(), i))) texts.remove("nics[" + i + "].mac");
        return new Form(texts);
    }

    private static void write(String path, Shape shape, Object value, Map<String, String> texts) {
        switch (shape) {
            case Shape.Word word -> texts.put(path, Fields.text(value));
            case Shape.Maybe(Shape of) -> ((Optional<?>) value).ifPresent(present -> write(path, of, present, texts));
            case Shape.Many(Shape.Word word) ->
                texts.put(
                        path,
                        ((List<?>) value)
                                .stream()
                                        .map(Fields::text)
                                        .collect(Collectors.joining(path.equals(PINNED) ? " " : ", ")));
            case Shape.Many(Shape of) -> {
                int index = 0;
                for (Object entry : (List<?>) value) write(path + "[" + index++ + "]", of, entry, texts);
                texts.put(path + "[]", Integer.toString(index));
            }
            case Shape.OneOf kinds -> {
                texts.put(path, kinds.kind(value));
                write(path, kinds.parts(value), value, texts);
            }
            case Shape.Parts(var type, var parts) -> {
                for (Shape.Part part : parts)
                    write(inside(path, part.key()), part.shape(), part.value((Record) value), texts);
            }
        }
    }

    static String inside(String path, String key) {
        return path.isEmpty() || key.isEmpty() ? path + key : path + "." + key;
    }

    /** The text of a field; the default where nothing was ever written. */
    public String text(String path) {
        String text = texts.get(path);
        return text != null ? text : Spot.of(path).fallback();
    }

    public boolean has(String path) {
        return texts.containsKey(path);
    }

    /** Whether something stands in a field or in one below it. */
    boolean isFilled(String path) {
        return texts.entrySet().stream()
                .anyMatch(entry -> !entry.getValue().isBlank()
                        && (entry.getKey().equals(path) || entry.getKey().startsWith(path + ".")));
    }

    /** The single words of a field that holds several. */
    List<String> words(String path) {
        Pattern between = path.equals(PINNED) ? CPU_SETS : WORDS;
        return between.splitAsStream(text(path).strip())
                .filter(word -> !word.isEmpty())
                .toList();
    }

    /** How many parts a list has. */
    public int count(String list) {
        String count = texts.getOrDefault(list + "[]", "0");
        return count.matches("\\d{1,3}") ? Integer.parseInt(count) : 0;
    }

    public Form with(String path, String text) {
        var changed = new LinkedHashMap<>(texts);
        changed.put(path, text);
        return new Form(changed);
    }

    /** @param entry the new part's texts, by their paths inside it */
    public Form added(String list, Map<String, String> entry) {
        int index = count(list);
        var changed = new LinkedHashMap<>(texts);
        entry.forEach((key, text) -> changed.put(list + "[" + index + "]." + key, text));
        changed.put(list + "[]", Integer.toString(index + 1));
        return new Form(changed);
    }

    public Form removed(String list, int index) {
        var changed = new LinkedHashMap<String, String>();
        texts.forEach((path, text) -> {
            int at = index(list, path);
            if (at < index) changed.put(path, text);
            else if (at > index) changed.put(at(list, path, at - 1), text);
        });
        changed.put(list + "[]", Integer.toString(Math.max(0, count(list) - 1)));
        return new Form(changed);
    }

    /** Changes places with the part before it. */
    public Form raised(String list, int index) {
        if (index < 1) return this;
        var changed = new LinkedHashMap<String, String>();
        texts.forEach((path, text) -> {
            int at = index(list, path);
            int to = at == index ? index - 1 : at == index - 1 ? index : at;
            changed.put(to == at ? path : at(list, path, to), text);
        });
        return new Form(changed);
    }

    /** Which part of the list a path is in; -1 for none. */
    private static int index(String list, String path) {
        if (!path.startsWith(list + "[")) return -1;
        int end = path.indexOf(']', list.length());
        String number = path.substring(list.length() + 1, Math.max(end, list.length() + 1));
        return number.matches("\\d{1,3}") ? Integer.parseInt(number) : -1;
    }

    private static String at(String list, String path, int index) {
        return list + "[" + index + path.substring(path.indexOf(']', list.length()));
    }
}
