package ringside.core.bench.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ConditionsTest {
    private static final long SENT = 1_764_115_200_000_000_000L;
    private static final long ROUND_TRIP = 4_000_000;

    /** A host of two cores, ten seconds apart. */
    private static Look look(String clock, String cpu, String... more) {
        return Look.parse(
                "clock " + clock + "\ncpu " + cpu + "\ncores 2\n" + String.join("\n", more) + "\n",
                SENT,
                SENT + ROUND_TRIP);
    }

    private static final Look BEFORE =
            look("1764115200.002000000", "100 0 50 1000 5 0 0 10 0 0", "load 0.10", "pswpin 7", "throttled 3");

    private static Conditions after(Look after) {
        return new Conditions(BEFORE, after, Duration.ofSeconds(10), false, 0);
    }

    @Test
    void aQuietMachineRaisesNoDoubt() {
        var quiet = after(look(
                "1764115200.002500000",
                "1090 0 60 1995 5 0 0 10 0 0",
                "pswpin 7",
                "throttled 3",
                "times 0m0.01s 0m0.00s",
                "times 0m9.90s 0m0.10s"));
        assertEquals(List.of(), quiet.cautions(0.01));
        assertEquals(
                Map.of(
                        "load_before", "0.10",
                        "steal", "0.0000",
                        "others_cores", "0.003",
                        "swapped_pages", "0",
                        "throttled", "0",
                        "clock_offset_before_ms", "0.000",
                        "clock_offset_after_ms", "0.500",
                        "clock_uncertainty_ms", "4.000"),
                quiet.values());
    }

    @Test
    void whatWasTakenFromTheRunIsSaid() {
        var busy = after(look(
                "1764115200.002000000",
                "1600 0 60 1095 5 0 0 410 0 0",
                "pswpin 17",
                "pswpout 3",
                "throttled 5",
                "times 0m0.01s 0m0.00s",
                "times 0m9.00s 0m0.00s"));
        assertEquals(
                List.of("steal", "load", "swap", "throttled"),
                busy.cautions(0.01).stream().map(Caution::word).toList());
        assertEquals("0.1995", busy.values().get("steal"));
        assertEquals(
                "13 pages went to or came from swap", busy.cautions(0.01).get(2).text());
    }

    @Test
    void aClockThatMovesMoreThanRepetitionsDifferIsSaidAndOursCannot() {
        String later = "1764115200.512000000";
        Look moved = look(later, "1090 0 60 1995 5 0 0 10 0 0", "times 0m9.90s 0m0.10s");
        assertEquals(Duration.ofMillis(506), moved.drift(BEFORE), "less what asking leaves uncertain");
        assertEquals(
                List.of(new Caution.ClockDrift(Duration.ofMillis(506))),
                after(moved).cautions(0.02));
        assertEquals(List.of(), after(moved).cautions(0.06));
        var own = new Conditions(BEFORE, moved, Duration.ofSeconds(10), true, 0);
        assertEquals(List.of(), own.cautions(0.02));
        assertFalse(own.values().containsKey("clock_offset_after_ms"));
    }

    @Test
    void whatAHostDoesNotSayIsNotShown() {
        Look mute = Look.parse("clock 1764115200.N\ncpu x y\ntimes 0m0.01s\nload\n", SENT, SENT + ROUND_TRIP);
        var conditions = new Conditions(mute, mute, Duration.ofSeconds(10), false, 2);
        assertEquals(List.of(new Caution.Painting(2)), conditions.cautions(0.01));
        assertEquals(Map.of("swapped_pages", "0", "throttled", "0", "window_drawn", "2"), conditions.values());
    }
}
