package ringside.core.format;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.List;
import org.junit.jupiter.api.Test;

class HplTest {
    private static final String BANNER = "HPLinpack 2.3  --  High-Performance Linpack benchmark  --   December 2, 2018";
    private static final String HEADER =
            "T/V                N    NB     P     Q               Time                 Gflops";
    private static final String PASSED =
            "||Ax-b||_oo/(eps*(||A||_oo*||x||_oo+||b||_oo)*N)=   2.10000000e-03 ...... PASSED";
    private static final String END = "End of Tests.";

    @Test
    void readsWhatTheToolPrinted() {
        Reading reading = Captured.of("hpl/section-of-hpcc.txt").read();
        assertEquals(
                List.of(
                        "47 performance Gflop/s cores=2;n=4000;nb=128;p=1;passed=true;q=2;residual=0.0027444;time_s=1.43;variant=WR11C2R4 #1 29.83",
                        "53 performance Gflop/s cores=2;n=4000;nb=128;p=2;passed=true;q=1;residual=0.0027272;time_s=0.98;variant=WR11C2R4 #1 43.57"),
                Captured.rows(reading));
        assertEquals(List.of("hpl 2"), Captured.endings(reading));
        assertEquals(List.of(), reading.skipped());
    }

    @Test
    void aFailedResidualCheckIsKeptAndNeverCounts() {
        Reading reading = output(
                        "WR11C2R4        9000   128     2     2              12.34             3.9391e+01",
                        "||Ax-b||_oo/(eps*(||A||_oo*||x||_oo+||b||_oo)*N)=   nan ...... FAILED",
                        "||Ax-b||_oo  . . . . . . . . . . . . . . . . . =        nan")
                .read();
        assertEquals(
                List.of(
                        "3 performance Gflop/s cores=4;n=9000;nb=128;p=2;passed=false;q=2;residual=nan;time_s=12.34;variant=WR11C2R4 #1 39.391"),
                Captured.rows(reading));
        assertFalse(Captured.samples(reading).getFirst().counts());
    }

    @Test
    void aRowThatWasNeverCheckedIsLeftOut() {
        Reading reading = Captured.text(
                        "hpl",
                        BANNER,
                        HEADER,
                        "WR11C2R4        9000   128     2     2              12.34             3.9391e+01")
                .read();
        assertEquals(List.of(), Captured.rows(reading));
        assertEquals(List.of("3 the row was never checked: no residual line follows it"), Captured.skipped(reading));
        assertEquals(List.of("hpl 0 it ends before \"End of Tests.\""), Captured.endings(reading));
    }

    @Test
    void rowsOfARunThatWasToldNotToCheckAreTakenWithoutAVerdict() {
        Reading reading = output(
                        "WR00L2L2          29     1     2     2               0.00             7.5000e-01",
                        "Finished      1 tests with the following results:",
                        "              1 tests completed without checking,")
                .read();
        assertEquals(
                List.of("3 performance Gflop/s cores=4;n=29;nb=1;p=2;q=2;time_s=0.00;variant=WR00L2L2 #1 0.75"),
                Captured.rows(reading));
        assertEquals(
                "run without residual checks, so nothing says whether the results are right",
                reading.runs().getFirst().note());
    }

    @Test
    void vendorsRowsAreReadFromTheRight() {
        Reading reading = output(
                        "WR0            90112   576     2     1              15.01          3.2500e+04 ( 1.625e+04)",
                        PASSED,
                        "WRC11C2R4o 002       50000   384     2     4             100.00              8.333D+02",
                        PASSED)
                .read();
        assertEquals(
                List.of(
                        "3 performance Gflop/s cores=2;n=90112;nb=576;p=2;passed=true;q=1;residual=2.10000000e-03;time_s=15.01;variant=WR0 #1 32500.0",
                        "5 performance Gflop/s cores=8;n=50000;nb=384;p=2;passed=true;q=4;residual=2.10000000e-03;time_s=100.00;variant=WRC11C2R4o 002 #1 833.3"),
                Captured.rows(reading));
    }

    @Test
    void aRateThatCannotBeIsNotMeasured() {
        Reading reading = output(
                        "WR11C2R4        9000   128     2     2               0.00             0.0000e+00",
                        PASSED,
                        "WR11C2R4\0\0       9000   128     2     2              12.34            -3.9391e+01",
                        PASSED)
                .read();
        String point = " performance Gflop/s cores=4;n=9000;nb=128;p=2;passed=true;q=2;residual=2.10000000e-03;time_s=";
        assertEquals(
                List.of(
                        "3" + point + "0.00;variant=WR11C2R4 #1 not measured, printed as 0.0000e+00",
                        "5" + point + "12.34;variant=WR11C2R4 #2 not measured, printed as -3.9391e+01"),
                Captured.rows(reading));
    }

    @Test
    void theFirstReleasesThreeChecksAreOne() {
        Reading reading = output(
                        "W13R2C4         2048    60     2     2              56.14          8.165e-01",
                        "----------------------------------------------------------------------------",
                        "||Ax-b||_oo / ( eps * ||A||_1  * N        ) =        0.0175089 ...... PASSED",
                        "||Ax-b||_oo / ( eps * ||A||_1  * ||x||_1  ) = 156556068835.2711182 ...... FAILED",
                        "||Ax-b||_oo / ( eps * ||A||_oo * ||x||_oo ) =        0.0007503 ...... PASSED")
                .read();
        assertEquals(
                List.of(
                        "3 performance Gflop/s cores=4;n=2048;nb=60;p=2;passed=false;q=2;residual=156556068835.2711182;time_s=56.14;variant=W13R2C4 #1 0.8165"),
                Captured.rows(reading));
    }

    @Test
    void theCallersCoresWinOverTheGrid() {
        Captured output =
                output("WR11C2R4        9000   128     2     2              12.34             3.9391e+01", PASSED);
        assertEquals(
                "8",
                Captured.samples(output.read("cores", 8))
                        .getFirst()
                        .parameters()
                        .get("cores"));
    }

    @Test
    void appendedOutputsAreRunsOfTheirOwn() {
        String row = "WR11C2R4        9000   128     2     2              12.34             3.9391e+01";
        Reading reading = Captured.text(
                        "hpl",
                        BANNER,
                        HEADER,
                        row,
                        PASSED,
                        END,
                        "user@vm:~$ mpirun -np 4 ./xhpl",
                        BANNER,
                        "N      :    9000",
                        "srun: Job step aborted",
                        BANNER,
                        HEADER,
                        row,
                        PASSED,
                        END)
                .read();
        assertEquals(
                List.of("hpl 1", "hpl 0 it announces tests and ends before the first result", "hpl 1"),
                Captured.endings(reading));
        assertEquals(
                List.of(1, 2),
                Captured.samples(reading).stream()
                        .map(sample -> sample.repetition())
                        .toList());
    }

    @Test
    void aGarbledRowIsSkippedAndItsCheckIsNotGivenToAnother() {
        Reading reading = output("WR11C2R4        9000   128     2     2              12.343.9391e+01", PASSED)
                .read();
        assertEquals(List.of(), Captured.rows(reading));
        assertEquals(List.of("3 a T/V row that is cut or garbled"), Captured.skipped(reading));
    }

    @Test
    void twoOutputsRunIntoOneAnotherKeepTheirResiduals() {
        Reading reading = output(
                        "WR11C2R4        9000   128     1     1              12.34             3.9391e+01",
                        "WR11C2R4        9000   128     1     1              12.44             3.9081e+01",
                        PASSED,
                        PASSED.replace("2.10000000e-03 ...... PASSED", "3.00000000e+07 ...... FAILED"))
                .read();
        assertEquals(
                List.of("2.10000000e-03 true", "3.00000000e+07 false"),
                Captured.samples(reading).stream()
                        .map(sample -> sample.parameters().get("residual") + " "
                                + sample.parameters().get("passed"))
                        .toList());
    }

    @Test
    void aRowDoesNotGetTheCheckOfTheNext() {
        String row = "WR11C2R4        9000   128     2     2              12.34             3.9391e+01";
        Reading reading = output(row, HEADER, row, PASSED, row, row, PASSED, PASSED, PASSED)
                .read();
        assertEquals(
                List.of(5, 8),
                Captured.samples(reading).stream().map(sample -> sample.line()).toList());
        assertEquals(
                List.of(
                        "3 the row was never checked: no residual line follows it",
                        "7 the row was never checked: no residual line follows it"),
                Captured.skipped(reading));
    }

    @Test
    void tagsOfMpirunAreTakenOff() {
        String tagged = output(
                        "WR11C2R4        9000   128     2     2              12.34             3.9391e+01", PASSED)
                .asText()
                .replaceAll("(?m)^(?=.)", "[1,0]<stdout>:");
        assertEquals(
                List.of("hpl 1"), Captured.endings(Captured.text("hpl", tagged).read()));
    }

    @Test
    void aCountThatDisagreesWithTheRowsIsAWarning() {
        Reading reading = output(
                        "WR11C2R4        9000   128     2     2              12.34             3.9391e+01",
                        PASSED,
                        "Finished      2 tests with the following results:")
                .read();
        assertEquals(List.of("line 5 says that 2 tests finished, and 1 rows are there"), reading.warnings());
    }

    private static Captured output(String... lines) {
        return Captured.text("hpl", BANNER, HEADER, String.join("\n", lines), END);
    }
}
