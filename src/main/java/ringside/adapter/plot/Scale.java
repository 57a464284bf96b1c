package ringside.adapter.plot;

import java.util.stream.DoubleStream;
import ringside.core.figure.Axis;

/** How numbers become places along an axis, such that what is equally far apart there looks equally far apart. */
sealed interface Scale {
    /** The place of a number; NaN where it has none. */
    double place(double number);

    double number(double place);

    /** @param numbers all that are to be shown */
    static Scale of(Axis.Scale kind, DoubleStream numbers) {
        return switch (kind) {
            case LINEAR -> new Linear();
            case CATEGORY -> new Categories();
            case LOG10 -> new Logarithmic(10, Double.NaN);
            case LOG2 -> logarithmicWithZero(numbers);
        };
    }

    private static Scale logarithmicWithZero(DoubleStream numbers) {
        double[] all = numbers.filter(Double::isFinite).toArray();
        double least = DoubleStream.of(all).filter(n -> n > 0).min().orElse(1);
        boolean zero = DoubleStream.of(all).anyMatch(n -> n == 0);
        var plain = new Logarithmic(2, Double.NaN);
        return zero ? new Logarithmic(2, Math.floor(plain.place(least)) - 1) : plain;
    }

    record Linear() implements Scale {
        @Override
        public double place(double number) {
            return Double.isFinite(number) ? number : Double.NaN;
        }

        @Override
        public double number(double place) {
            return place;
        }
    }

    /** Places are the categories' indexes. */
    record Categories() implements Scale {
        @Override
        public double place(double number) {
            return Double.isFinite(number) ? number : Double.NaN;
        }

        @Override
        public double number(double place) {
            return place;
        }
    }

    /**
     * @param zero where a zero stands, which has no logarithm: one step below the least number; NaN for nowhere.
     *     Sweeps of sizes often begin with 0 and double from there.
     */
    record Logarithmic(int base, double zero) implements Scale {
        @Override
        public double place(double number) {
            if (number == 0) return zero;
            return number > 0 && Double.isFinite(number) ? Math.log(number) / Math.log(base) : Double.NaN;
        }

        @Override
        public double number(double place) {
            return Math.pow(base, place);
        }

        boolean hasZero() {
            return !Double.isNaN(zero);
        }
    }
}
