package ringside.core.guest;

import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.StringJoiner;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The form that a value of a guest has in its file, read off the records once: to add a setting is to add a component.
 */
public sealed interface Shape {
    /**
     * A word or a line of text; its text is {@link Fields#text}.
     *
     * @param read from that text; throws {@link Refusal} naming what is allowed
     * @param free whether any text will do, so that a file has it in quotes
     */
    record Word(Function<String, Object> read, boolean free) implements Shape {}

    record Maybe(Shape of) implements Shape {}

    record Many(Shape of) implements Shape {}

    /** A record, key by key. */
    record Parts(Class<? extends Record> type, List<Part> parts) implements Shape {
        /** @param values one for each part, in their order */
        public Record build(List<Object> values) {
            return Shape.build(type, values);
        }

        public @Nullable Part part(String key) {
            for (Part part : parts) if (part.key().equals(key)) return part;
            return null;
        }
    }

    /** One of several records, by the word for its kind. */
    record OneOf(Map<String, Parts> kinds) implements Shape {
        public String kind(Object value) {
            return Shape.kebab(value.getClass().getSimpleName());
        }

        public Parts parts(Object value) {
            return Objects.requireNonNull(kinds.get(kind(value)));
        }
    }

    /** One key of a record. */
    record Part(String key, String says, String or, Shape shape, RecordComponent component) {
        public Object value(Record owner) {
            try {
                return Objects.requireNonNull(component.getAccessor().invoke(owner));
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    static Parts of(Class<? extends Record> type) {
        Parts known = Shapes.KNOWN.get(type);
        if (known != null) return known;
        Parts read = parts(type);
        Shapes.KNOWN.put(type, read);
        return read;
    }

    private static Shape of(Type type) {
        if (type instanceof ParameterizedType generic) {
            Shape inner = of(generic.getActualTypeArguments()[0]);
            return generic.getRawType() == List.class ? new Many(inner) : new Maybe(inner);
        }
        Class<?> raw = (Class<?>) type;
        Function<String, Object> read = Shapes.WORDS.get(raw);
        if (read != null) return new Word(read, raw == String.class);
        if (raw.isEnum()) return new Word(text -> constant(raw, text), false);
        if (raw.isRecord()) return of(raw.asSubclass(Record.class));
        var kinds = new LinkedHashMap<String, Parts>();
        for (Class<?> kind : raw.getPermittedSubclasses())
            kinds.put(kebab(kind.getSimpleName()), of(kind.asSubclass(Record.class)));
        return new OneOf(kinds);
    }

    private static Parts parts(Class<? extends Record> type) {
        var parts = new ArrayList<Part>();
        for (RecordComponent component : type.getRecordComponents()) {
            component.getAccessor().setAccessible(true);
            Key key = Objects.requireNonNull(((AnnotatedElement) component).getAnnotation(Key.class));
            parts.add(new Part(
                    kebab(component.getName()), key.says(), key.or(), of(component.getGenericType()), component));
        }
        return new Parts(type, List.copyOf(parts));
    }

    private static Object constant(Class<?> type, String text) {
        var allowed = new StringJoiner(", ");
        for (Object constant : type.getEnumConstants()) {
            String word = Words.of((Enum<?>) constant);
            if (word.equals(text)) return constant;
            allowed.add(word);
        }
        throw new Refusal("", "\"" + Refusal.shown(text) + "\"; allowed are " + allowed);
    }

    private static Record build(Class<? extends Record> type, List<Object> values) {
        try {
            Class<?>[] types = new Class<?>[values.size()];
            RecordComponent[] components = type.getRecordComponents();
            for (int i = 0; i < types.length; i++) types[i] = components[i].getType();
            Constructor<? extends Record> constructor = type.getDeclaredConstructor(types);
            constructor.setAccessible(true);
            return constructor.newInstance(values.toArray());
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof RuntimeException refusal) throw refusal;
            throw new IllegalStateException(e);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String kebab(String name) {
        return name.replaceAll("(?<=[a-z0-9])([A-Z])", "-$1").toLowerCase(Locale.ROOT);
    }

    private static Object number(String text) {
        if (!text.matches("-?\\d{1,9}"))
            throw new Refusal("", "\"" + Refusal.shown(text) + "\"; allowed is a whole number");
        return Integer.valueOf(text);
    }

    private static Object truth(String text) {
        return switch (text) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new Refusal("", "\"" + Refusal.shown(text) + "\"; allowed are true and false");
        };
    }

    private static Object uuid(String text) {
        if (!text.matches("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}"))
            throw new Refusal("", "\"" + Refusal.shown(text) + "\"; allowed is a UUID of 36 characters");
        return UUID.fromString(text);
    }

    /** What is known once for the whole program. */
    final class Shapes {
        private static final Map<Class<?>, Function<String, Object>> WORDS = Map.ofEntries(
                Map.entry(String.class, text -> text),
                Map.entry(int.class, Shape::number),
                Map.entry(Integer.class, Shape::number),
                Map.entry(boolean.class, Shape::truth),
                Map.entry(Boolean.class, Shape::truth),
                Map.entry(UUID.class, Shape::uuid),
                Map.entry(Size.class, Size::of),
                Map.entry(CpuSet.class, CpuSet::of),
                Map.entry(CpuModel.class, CpuModel::of),
                Map.entry(CpuFeature.class, CpuFeature::of),
                Map.entry(MachineType.class, MachineType::of),
                Map.entry(Mac.class, Mac::of),
                Map.entry(PciAddress.class, PciAddress::of));
        private static final Map<Class<?>, Parts> KNOWN = new ConcurrentHashMap<>();

        private Shapes() {}
    }
}
