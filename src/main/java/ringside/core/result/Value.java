package ringside.core.result;

/** What a measurement gave. A missing one is a value of its own: never zero, never absent without trace. */
public sealed interface Value {
    /** A finite number, as printed. */
    record Measured(double number) implements Value {
        public Measured {
            if (!Double.isFinite(number))
                throw new IllegalArgumentException("a measured value is finite, not " + number);
        }
    }

    /** The measurement failed or was not possible. */
    record Missing(String reason) implements Value {
        public Missing {
            if (reason.isBlank()) throw new IllegalArgumentException("a missing value needs its reason");
        }
    }

    static Value of(double number) {
        return new Measured(number);
    }

    static Value missing(String reason) {
        return new Missing(reason);
    }
}
