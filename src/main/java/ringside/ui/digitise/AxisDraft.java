package ringside.ui.digitise;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import ringside.core.digitise.Axis;
import ringside.core.digitise.Place;
import ringside.core.digitise.Scale;
import ringside.ui.kit.Texts;

/**
 * An axis as far as a person has said it.
 *
 * @param from, to texts of what stands at the two places
 * @param names of categories, joined by commas
 * @param firstBlur, lastBlur how far off the two places may be, in page units
 */
record AxisDraft(
        Kind kind,
        Optional<Place> first,
        Optional<Place> last,
        String from,
        String to,
        String names,
        double firstBlur,
        double lastBlur) {
    static final AxisDraft NOTHING =
            new AxisDraft(Kind.LINEAR, Optional.empty(), Optional.empty(), "", "", "", 0.5, 0.5);

    enum Kind {
        LINEAR(Texts.of("digitise.axis-draft.linear")),
        LOG(Texts.of("digitise.axis-draft.logarithmic")),
        CATEGORIES(Texts.of("digitise.categories"));

        private final String title;

        Kind(String title) {
            this.title = title;
        }

        @Override
        public String toString() {
            return title;
        }
    }

    static AxisDraft of(Axis axis) {
        AxisDraft places = NOTHING.at(axis.from(), axis.to(), axis.blur());
        return switch (axis.scale()) {
            case Scale.Linear(double from, double to) -> places.as(Kind.LINEAR).saying(text(from), text(to));
            case Scale.Log(double from, double to) -> places.as(Kind.LOG).saying(text(from), text(to));
            case Scale.Categories(List<String> names) ->
                places.as(Kind.CATEGORIES).naming(String.join(", ", names));
        };
    }

    private static String text(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e15
                ? Long.toString((long) value)
                : Double.toString(value);
    }

    AxisDraft as(Kind other) {
        return new AxisDraft(other, first, last, from, to, names, firstBlur, lastBlur);
    }

    AxisDraft saying(String otherFrom, String otherTo) {
        return new AxisDraft(kind, first, last, otherFrom, otherTo, names, firstBlur, lastBlur);
    }

    AxisDraft naming(String others) {
        return new AxisDraft(kind, first, last, from, to, others, firstBlur, lastBlur);
    }

    AxisDraft at(Place otherFirst, Place otherLast, double off) {
        return new AxisDraft(kind, Optional.of(otherFirst), Optional.of(otherLast), from, to, names, off, off);
    }

    /** @param off how far off the place may be */
    AxisDraft at(boolean end, Place place, double off) {
        return end
                ? new AxisDraft(kind, first, Optional.of(place), from, to, names, firstBlur, off)
                : new AxisDraft(kind, Optional.of(place), last, from, to, names, off, lastBlur);
    }

    boolean isPlaced() {
        return first.isPresent() && last.isPresent();
    }

    /** Where another axis is. */
    AxisDraft at(AxisDraft other) {
        return new AxisDraft(kind, other.first, other.last, from, to, names, other.firstBlur, other.lastBlur);
    }

    Optional<Place> place(boolean end) {
        return end ? last : first;
    }

    /** @throws IllegalArgumentException saying what is missing, as the end of a sentence about the axis */
    Axis axis() {
        boolean single = kind == Kind.CATEGORIES && categories().size() == 1;
        if (first.isEmpty() || (last.isEmpty() && !single))
            throw new IllegalArgumentException(Texts.of("digitise.axis-draft.no-places"));
        Scale scale = switch (kind) {
            case LINEAR -> new Scale.Linear(number(from), number(to));
            case LOG -> new Scale.Log(number(from), number(to));
            case CATEGORIES -> new Scale.Categories(categories());
        };
        // both places count as no better than the worse
        double blur = single ? firstBlur : Math.max(firstBlur, lastBlur);
        return new Axis(scale, first.get(), single ? first.get() : last.orElseThrow(), blur);
    }

    private List<String> categories() {
        return Arrays.stream(names.split(","))
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .collect(Collectors.toList());
    }

    private static double number(String text) {
        if (text.isBlank()) throw new IllegalArgumentException(Texts.of("digitise.axis-draft.no-values"));
        try {
            double number = Double.parseDouble(text.strip().replace(" ", ""));
            if (Double.isFinite(number)) return number;
        } catch (NumberFormatException notANumber) {
            // told below
        }
        throw new IllegalArgumentException(Texts.of("digitise.axis-draft.no-number", text.strip()));
    }
}
