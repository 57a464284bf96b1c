package ringside.core.digitise;

import java.util.List;
import java.util.Optional;

/** A curve as it was followed over the page. */
interface Track {
    /** Where it passes a share of the x axis. */
    Optional<Mark.Seen> at(Knot knot);

    /** Its own corners where it has them, else nothing. */
    List<Mark> corners();

    /** Nothing was found to follow. */
    Track NONE = new Track() {
        @Override
        public Optional<Mark.Seen> at(Knot knot) {
            return Optional.empty();
        }

        @Override
        public List<Mark> corners() {
            return List.of();
        }
    };
}
