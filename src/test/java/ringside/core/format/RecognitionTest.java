package ringside.core.format;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class RecognitionTest {
    static List<Captured> captured() {
        return Captured.all();
    }

    @Test
    void everyFormatHasACapturedFile() {
        assertEquals(
                Captured.readers().stream().map(Format::id).sorted().toList(),
                captured().stream().map(Captured::format).distinct().sorted().toList());
    }

    @ParameterizedTest
    @MethodSource("captured")
    void eachCapturedFileIsRecognisedByExactlyOneFormat(Captured output) {
        assertEquals(List.of(output.format()), recognisedBy(output));
    }

    @ParameterizedTest
    @MethodSource("captured")
    void eachCapturedFileYieldsSamples(Captured output) {
        assertFalse(Captured.samples(output.read()).isEmpty());
    }

    @ParameterizedTest
    @MethodSource("captured")
    void noCapturedFileHoldsAnotherToolsOutput(Captured output) {
        assertEquals(List.of(), Signature.besides(output.format(), output.head()));
    }

    @ParameterizedTest
    @MethodSource("captured")
    void byteOrderMarkAndPromptsBeforeItDoNotMatter(Captured output) {
        if (output.isBinary()) return;
        String shell =
                "\u00EF\u00BB\u00BFLast login: Mon Jan  1 10:00:00 2024\r\n\u001B[01;32muser@vm\u001B[00m:~$ ./run\r\n";
        assertEquals(List.of(output.format()), recognisedBy(output.with(shell + output.asText())));
    }

    @ParameterizedTest
    @ValueSource(strings = {"bare/bw_mem-rd.txt", "bare/cachebench-read.txt"})
    void bareColumnsAreRecognisedByNone(String path) {
        assertEquals(List.of(), recognisedBy(Captured.of(path)));
    }

    @Test
    void intelsLinpackIsNotTakenForHpl() {
        Captured other = Captured.text(
                "hpl", "Intel(R) Optimized LINPACK Benchmark data", "Size   LDA    Align. Time(s)    GFlops");
        assertEquals(List.of(), recognisedBy(other));
        assertEquals(
                List.of(new Reading.Skipped(1, "the Intel Optimized LINPACK Benchmark is another program than HPL")),
                other.read().skipped());
    }

    @Test
    void aLogOfSeveralToolsGoesToOneOfThem() {
        String both = Captured.of("iozone/auto.txt").asText()
                + Captured.of("hpl/section-of-hpcc.txt").asText();
        Captured log = Captured.text("any", both);
        assertEquals(List.of("hpl"), recognisedBy(log));
        assertEquals(List.of("iozone"), Signature.besides("hpl", log.head()));
    }

    private static List<String> recognisedBy(Captured output) {
        Head head = output.head();
        return Captured.readers().stream()
                .filter(tool -> tool.recognises(head))
                .map(Format::id)
                .toList();
    }
}
