package ringside.core.guest;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** The settings of a guest by the paths they have in its file, such as {@code disks[0].cache}. */
public final class Fields {
    private Fields() {}

    /** A record with the default of every key. */
    public static <T extends Record> T defaults(Class<T> type) {
        return defaults(type, "");
    }

    /** @param first the value of the first key, a text without default */
    static <T extends Record> T defaults(Class<T> type, String first) {
        Shape.Parts parts = Shape.of(type);
        var values = new ArrayList<Object>();
        for (Shape.Part part : parts.parts()) values.add(values.isEmpty() && !first.isEmpty() ? first : fallback(part));
        return type.cast(parts.build(values));
    }

    /** Whether the file has to say something for this key. */
    public static boolean isRequired(Shape.Part part) {
        if (!part.or().isEmpty()) return false;
        return switch (part.shape()) {
            case Shape.Word word -> true;
            case Shape.OneOf kinds -> true;
            case Shape.Parts inner -> inner.parts().stream().anyMatch(Fields::isRequired);
            case Shape.Maybe maybe -> false;
            case Shape.Many many -> false;
        };
    }

    /** What holds if the file says nothing for this key; only for one that is not required. */
    public static Object fallback(Shape.Part part) {
        return switch (part.shape()) {
            case Shape.Word word -> word.read().apply(part.or().equals("\"\"") ? "" : part.or());
            case Shape.OneOf(var kinds) ->
                defaults(Objects.requireNonNull(kinds.get(part.or())).type());
            case Shape.Parts inner -> defaults(inner.type());
            case Shape.Maybe maybe -> Optional.empty();
            case Shape.Many(Shape.Word word)
            when !part.or().isEmpty() ->
                Stream.of(part.or().split(", ")).map(word.read()).toList();
            case Shape.Many many -> List.of();
        };
    }

    /** A copy with another value for one key. */
    public static <T extends Record> T with(T record, String key, Object value) {
        Shape.Parts parts = Shape.of(record.getClass());
        if (parts.part(key) == null) throw new IllegalArgumentException(record.getClass() + " has no key " + key);
        var values = new ArrayList<Object>();
        for (Shape.Part part : parts.parts()) values.add(part.key().equals(key) ? value : part.value(record));
        @SuppressWarnings("unchecked") // built from its own class
        T copy = (T) parts.build(values);
        return copy;
    }

    /** A value's text in the file, for one whose shape is a {@link Shape.Word}. */
    public static String text(Object value) {
        return value instanceof Enum<?> constant ? Words.of(constant) : value.toString();
    }

    /** Path → text of every setting, in the order of the file. What is absent is not in it. */
    public static Map<String, String> flat(Guest guest) {
        var flat = new LinkedHashMap<String, String>();
        flatten("", Shape.of(Guest.class), guest, flat);
        return flat;
    }

    private static void flatten(String path, Shape shape, Object value, Map<String, String> flat) {
        switch (shape) {
            case Shape.Word word -> flat.put(path, text(value));
            case Shape.Maybe(Shape of) -> ((Optional<?>) value).ifPresent(present -> flatten(path, of, present, flat));
            case Shape.Many(Shape of) -> {
                int index = 0;
                for (Object entry : (List<?>) value) flatten(path + "[" + index++ + "]", of, entry, flat);
            }
            case Shape.OneOf kinds -> {
                flat.put(path, kinds.kind(value));
                flatten(path, kinds.parts(value), value, flat);
            }
            case Shape.Parts(var type, var parts) -> {
                String before = path.isEmpty() ? "" : path + ".";
                for (Shape.Part part : parts)
                    flatten(before + part.key(), part.shape(), part.value((Record) value), flat);
            }
        }
    }

    /** A guest as maps, lists, texts, numbers and truth values, by the keys of its file: what JSON holds. */
    public static Map<String, Object> map(Guest guest) {
        return map(Shape.of(Guest.class), guest);
    }

    private static Map<String, Object> map(Shape.Parts parts, Object record) {
        var map = new LinkedHashMap<String, Object>();
        for (Shape.Part part : parts.parts())
            plain(part.shape(), part.value((Record) record)).ifPresent(value -> map.put(part.key(), value));
        return map;
    }

    private static Optional<Object> plain(Shape shape, Object value) {
        return switch (shape) {
            case Shape.Word word ->
                Optional.of(value instanceof Number || value instanceof Boolean ? value : text(value));
            case Shape.Maybe(Shape of) -> ((Optional<?>) value).flatMap(present -> plain(of, present));
            case Shape.Many(Shape of) ->
                Optional.of(((List<?>) value)
                        .stream()
                                .map(entry -> plain(of, entry))
                                .flatMap(Optional::stream)
                                .toList());
            case Shape.OneOf kinds -> {
                var map = new LinkedHashMap<String, Object>(Map.of("kind", kinds.kind(value)));
                map.putAll(map(kinds.parts(value), value));
                yield Optional.of(map);
            }
            case Shape.Parts parts -> Optional.of(map(parts, value));
        };
    }
}
