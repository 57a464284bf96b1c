package ringside.core.digitise;

import java.util.List;

/** What the two calibrated places of an axis stand for. */
public sealed interface Scale {
    /** The number at a share of the way from the first place to the second. */
    double value(double share);

    /** Where a number stands. */
    double share(double value);

    /** How much the number changes per share, there. */
    double slope(double share);

    record Linear(double from, double to) implements Scale {
        public Linear {
            if (!Double.isFinite(from) || !Double.isFinite(to) || from == to)
                throw new IllegalArgumentException("the two values of an axis are numbers and differ");
        }

        @Override
        public double value(double share) {
            return from + share * (to - from);
        }

        @Override
        public double share(double value) {
            return (value - from) / (to - from);
        }

        @Override
        public double slope(double share) {
            return to - from;
        }
    }

    record Log(double from, double to) implements Scale {
        public Log {
            if (!(from > 0 && to > 0 && Double.isFinite(from) && Double.isFinite(to)) || from == to)
                throw new IllegalArgumentException("the two values of a logarithmic axis are above 0 and differ");
        }

        @Override
        public double value(double share) {
            return from * Math.pow(to / from, share);
        }

        @Override
        public double share(double value) {
            return value > 0 ? Math.log(value / from) / Math.log(to / from) : Double.NEGATIVE_INFINITY;
        }

        @Override
        public double slope(double share) {
            return value(share) * Math.log(to / from);
        }
    }

    /** Names at equal distances: the first place is the middle of the first, the second that of the last. */
    record Categories(List<String> names) implements Scale {
        public Categories {
            names = List.copyOf(names);
            if (names.isEmpty() || names.size() > 500)
                throw new IllegalArgumentException("an axis of categories has 1 to 500 of them");
            if (names.stream().anyMatch(String::isBlank)
                    || names.stream().distinct().count() != names.size())
                throw new IllegalArgumentException("categories have names, each its own");
        }

        /** The index, not rounded. */
        @Override
        public double value(double share) {
            return share * Math.max(1, names.size() - 1);
        }

        @Override
        public double share(double index) {
            return index / Math.max(1, names.size() - 1);
        }

        @Override
        public double slope(double share) {
            return Math.max(1, names.size() - 1);
        }

        /** The category that a share is nearest to. */
        String nearest(double share) {
            return names.get(Math.clamp(Math.round(value(share)), 0, names.size() - 1));
        }
    }
}
