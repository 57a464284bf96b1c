package ringside.core.digitise;

import java.math.BigDecimal;
import java.util.Optional;

/** One point of a series, as the figure has it. */
public sealed interface Mark {
    /** The x value or category, where it is known rather than measured; empty otherwise. */
    String x();

    /**
     * Where it is drawn.
     *
     * @param blur how far off that may be, in page units
     * @param base where it begins, if its value is what lies between: a part of a stacked bar
     */
    record Seen(Place place, double blur, String x, Optional<Place> base) implements Mark {
        public Seen {
            if (!(blur >= 0 && blur < 1e6)) throw new IllegalArgumentException("a blur is 0 or more page units");
            if (!(Math.abs(place.x()) < 1e9 && Math.abs(place.y()) < 1e9))
                throw new IllegalArgumentException("a place is on the page");
        }

        /** A point that says its own value. */
        public Seen(Place place, double blur, String x) {
            this(place, blur, x, Optional.empty());
        }

        /** Moved by hand. */
        public Seen moved(Place other, double newBlur) {
            return new Seen(other, newBlur, x, base);
        }
    }

    /** A number that is printed in the figure, beside the point or in a table. */
    record Printed(String x, String value) implements Mark {
        public Printed {
            if (x.isBlank()) throw new IllegalArgumentException("a printed value says what x it is for");
            if (!value.matches("[-+]?\\d{1,20}(\\.\\d{1,20})?([eE][-+]?\\d{1,2})?"))
                throw new IllegalArgumentException("a printed value is a number, unlike \"" + value + "\"");
        }

        /** Half of its last digit is what printing leaves open. */
        public Uncertain uncertain() {
            var number = new BigDecimal(value);
            return new Uncertain(number.doubleValue(), Math.scalb(number.ulp().doubleValue(), -1));
        }
    }
}
