package ringside.ui.guest;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import ringside.core.guest.Fields;
import ringside.core.guest.Guest;
import ringside.core.guest.Refusal;
import ringside.core.guest.Shape;
import ringside.ui.kit.Texts;

/**
 * A form read as a guest. What is illegal does not reach it: there the guest keeps what it had, in the smallest part
 * that can keep it, and everything else follows the form.
 */
final class FormReading {
    private final Form form;
    private final Map<String, String> problems = new LinkedHashMap<>();

    /** @param problems path of a field → what is wrong and what is allowed there */
    record Result(Guest guest, Map<String, String> problems) {}

    /** Nothing legal is there, and there was nothing before. */
    private static final class Hopeless extends Exception {
        private static final long serialVersionUID = 1L;

        Hopeless() {
            super(null, null, false, false); // an answer, not a fault: without a trace
        }
    }

    private FormReading(Form form) {
        this.form = form;
    }

    /** @param before the guest as it was last legal */
    static Result read(Form form, Guest before) {
        var reading = new FormReading(form);
        Guest guest;
        try {
            guest = (Guest) reading.parts(Shape.of(Guest.class), "", before);
        } catch (Hopeless kept) {
            guest = before;
        }
        return new Result(guest, Map.copyOf(reading.problems));
    }

    private Object value(Shape shape, String path, @Nullable Object before) throws Hopeless {
        return switch (shape) {
            case Shape.Word word -> word(word, path, form.text(path), before);
            case Shape.Maybe(Shape of) -> {
                if (!form.isFilled(path)) yield Optional.empty();
                Object inside = before instanceof Optional<?> maybe ? maybe.orElse(null) : null;
                yield Optional.of(value(of, path, inside));
            }
            case Shape.Many(Shape.Word word) -> {
                var words = new ArrayList<Object>();
                for (String text : form.words(path)) words.add(word(word, path, text, null));
                yield words;
            }
            case Shape.Many(Shape of) -> many(of, path, before);
            case Shape.OneOf(var kinds) -> {
                Shape.Parts parts = kinds.get(form.text(path));
                if (parts == null)
                    throw refused(
                            path,
                            Texts.of("guest.form-reading.allowed", form.text(path), String.join(", ", kinds.keySet())));
                yield parts(parts, path, parts.type().isInstance(before) ? before : null);
            }
            case Shape.Parts parts -> parts(parts, path, before);
        };
    }

    private Object word(Shape.Word word, String path, String text, @Nullable Object before) throws Hopeless {
        try {
            return word.read().apply(word.free() ? text : text.strip());
        } catch (Refusal refusal) {
            Hopeless none = refused(path, refusal.reason());
            if (before == null) throw none;
            return before;
        }
    }

    /** Entries keep what they had only while the list has as many as before: else it is not known which was which. */
    private List<Object> many(Shape of, String path, @Nullable Object before) throws Hopeless {
        int count = form.count(path);
        List<?> old = before instanceof List<?> list && list.size() == count ? list : List.of();
        var entries = new ArrayList<Object>();
        Hopeless none = null;
        for (int i = 0; i < count; i++) {
            try {
                entries.add(value(of, path + "[" + i + "]", old.isEmpty() ? null : old.get(i)));
            } catch (Hopeless kept) {
                none = kept; // after the others, so that each says what is wrong with it
            }
        }
        if (none != null) throw none;
        return entries;
    }

    private Object parts(Shape.Parts parts, String path, @Nullable Object before) throws Hopeless {
        List<Object> values = new ArrayList<>();
        for (Shape.Part part : parts.parts()) {
            Object old = before == null ? null : part.value((Record) before);
            values.add(part(part, Form.inside(path, part.key()), old));
        }
        try {
            return parts.build(values);
        } catch (Refusal refusal) {
            Hopeless none = refused(Form.inside(path, refusal.field()), refusal.reason());
            if (before == null) throw none;
            return before;
        }
    }

    private Object part(Shape.Part part, String path, @Nullable Object before) throws Hopeless {
        boolean blank = !form.has(path)
                || Spot.of(path).isWithinOptional() && form.text(path).isBlank();
        boolean missing = part.shape() instanceof Shape.Word && blank;
        if (missing && !Fields.isRequired(part)) return Objects.requireNonNull(Fields.fallback(part));
        try {
            return value(part.shape(), path, before);
        } catch (Hopeless none) {
            if (before == null) throw none;
            return before;
        }
    }

    private Hopeless refused(String path, String reason) {
        problems.putIfAbsent(path, reason);
        return new Hopeless();
    }
}
