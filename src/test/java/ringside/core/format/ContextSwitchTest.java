package ringside.core.format;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class ContextSwitchTest {
    @Test
    void readsWhatTheProgramsPrinted() {
        Reading reading = Captured.of("context-switch/pairs.txt").read();
        assertEquals(
                List.of(
                        "4 latency us array_bytes=0;processes=2;stride_bytes=0;time1_us=1.280326100004459;time2_us=2.437927999994827 #1 1.157601899990368",
                        "8 latency us array_bytes=4096;processes=2;stride_bytes=64;time1_us=1.567192000038631;time2_us=2.682236049986386 #1 1.115044049947755",
                        "12 latency us array_bytes=65536;processes=2;stride_bytes=64;time1_us=15.969537099999796;time2_us=18.623570950012436 #1 2.65403385001264",
                        "18 latency us array_bytes=64;processes=2;stride_bytes=128;time1_us=0.573427599965726;time2_us=2.360560699980851 #1 1.787133100015125",
                        "22 latency us array_bytes=0;processes=2;stride_bytes=0;time1_us=0.547339400009150;time2_us=2.278811949986448 #2 1.731472549977298",
                        "26 latency us array_bytes=4096;processes=2;stride_bytes=64;time1_us=1.267362699991281;time2_us=3.976510749976115 #2 2.709148049984834",
                        "30 latency us array_bytes=65536;processes=2;stride_bytes=64;time1_us=16.667165199987721;time2_us=17.024553250007557 #2 0.357388050019836",
                        "36 latency us array_bytes=64;processes=2;stride_bytes=128;time1_us=0.632840800017220;time2_us=2.121072099998855 #2 1.488231299981635"),
                Captured.rows(reading));
        assertEquals(List.of("context-switch 8"), Captured.endings(reading));
        assertEquals(
                List.of("where the stride is larger than the array, the access is sequential"), reading.warnings());
    }

    @Test
    void aNegativeCostIsKeptAndMarked() {
        Reading reading =
                output(single(65536, "9.9"), switching(65536, "9.5 us")).read("cores", 1);
        assertEquals(
                List.of(
                        "2 latency us array_bytes=65536;cores=1;processes=2;stride_bytes=64;time1_us=9.9;time2_us=9.5 #1 -0.4"),
                Captured.rows(reading));
        assertEquals(
                "1 negative: for these the noise was larger than the cost of a switch",
                reading.runs().getFirst().note());
    }

    @Test
    void allSinglesBeforeAllSwitchesArePairedInTheirOrder() {
        Reading reading = output(
                        single(0, "1.0"),
                        single(64, "2.0"),
                        single(0, "1.1"),
                        switching(64, "5.0"),
                        switching(0, "3.0"),
                        switching(0, "4.0"))
                .read();
        assertEquals(
                List.of(
                        "4 latency us array_bytes=64;processes=2;stride_bytes=64;time1_us=2.0;time2_us=5.0 #1 3.0",
                        "5 latency us array_bytes=0;processes=2;stride_bytes=64;time1_us=1.0;time2_us=3.0 #1 2.0",
                        "6 latency us array_bytes=0;processes=2;stride_bytes=64;time1_us=1.1;time2_us=4.0 #2 2.9"),
                Captured.rows(reading));
    }

    @Test
    void aSweepThatWasStoppedLeavesItsLastSingleUnpaired() {
        Reading reading = output(
                        single(0, "1.0"),
                        "time2 with context swith: \t3.1\t",
                        "time1 without context switch: \t0.9\t",
                        single(0, "0.9"),
                        "time2 with context swith: \t3.1\t3.0\t",
                        switching(0, "3.0"),
                        single(64, "1.5"),
                        "time2 with context swith: ")
                .read();
        assertEquals(
                List.of("6 latency us array_bytes=0;processes=2;stride_bytes=64;time1_us=0.9;time2_us=3.0 #1 2.1"),
                Captured.rows(reading));
        String unpaired = " no measureSwitch record of the same array size and stride follows it";
        assertEquals(List.of("1" + unpaired, "7" + unpaired), Captured.skipped(reading));
        assertEquals(
                List.of("context-switch 1 the sweep ends before the last measureSwitch record"),
                Captured.endings(reading));
    }

    @Test
    void aSwitchWithoutItsSingleIsSkipped() {
        Reading reading = output(single(0, "1.0"), switching(64, "3.0"), switching(0, "nan"))
                .read();
        assertEquals(
                List.of(
                        "3 latency us array_bytes=0;processes=2;stride_bytes=64;time1_us=1.0;time2_us=nan #1 time2 is printed as nan"),
                Captured.rows(reading));
        assertEquals(
                List.of("2 no measureSingle record of the same array size and stride stands before it"),
                Captured.skipped(reading));
    }

    private static Captured output(String... lines) {
        return Captured.text("context-switch", lines);
    }

    private static String single(int bytes, String time) {
        return "measureSingle: array_size = %d, stride = 64, min time1 = %s".formatted(bytes, time);
    }

    private static String switching(int bytes, String time) {
        return "measureSwitch: array_size = %d, stride = 64, min time2 = %s".formatted(bytes, time);
    }
}
