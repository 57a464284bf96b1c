package ringside.core.guest.render;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import ringside.core.guest.Guest;
import ringside.core.guest.Guests;

/** A preview of all targets has to come within one frame of a keystroke. */
class PreviewSpeedTest {
    private static final long FRAME_NANOS = 16_000_000;

    @Test
    void allTargetsOfAGuestAreWrittenWithinAFrame() {
        List<Guest> guests = LongStream.range(0, 200).mapToObj(Guests::plain).toList();
        long best = Long.MAX_VALUE;
        for (int round = 0; round < 8; round++) {
            long start = System.nanoTime();
            for (Guest guest : guests)
                for (Language language : Language.values()) Rendering.of(guest, Target.of(language, guest));
            best = Math.min(best, (System.nanoTime() - start) / guests.size());
        }
        long micros = best / 1000;
        System.out.println("all targets of one guest: " + micros + " µs");
        assertTrue(best < FRAME_NANOS, () -> micros + " µs for all targets of one guest");
    }
}
