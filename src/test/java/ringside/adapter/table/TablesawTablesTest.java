package ringside.adapter.table;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import ringside.core.comparison.report.Table;

class TablesawTablesTest {
    private static final Table CELLS = new Table(
            "cells",
            List.of("set", "configuration", "verdict", "ratio"),
            List.of(
                    List.of("b", "Xen", "same", "1"),
                    List.of("a", "KVM, \"tuned\"", "slower", "0.5"),
                    List.of("a", "KVM, \"tuned\"", "faster", "2"),
                    List.of("a", "Xen", "cannot tell", "")));
    private static final Table NONE = new Table("none", CELLS.header(), List.of());

    private final TablesawTables tables = new TablesawTables();

    @Test
    void countsHowOftenValuesMeet() {
        assertEquals(
                new Table(
                        "verdicts",
                        List.of("set", "configuration", "cannot tell", "faster", "same", "slower", "all"),
                        List.of(
                                List.of("a", "KVM, \"tuned\"", "0", "1", "0", "1", "2"),
                                List.of("a", "Xen", "1", "0", "0", "0", "1"),
                                List.of("b", "Xen", "0", "0", "1", "0", "1"))),
                tables.counts(CELLS, "verdicts", List.of("set", "configuration"), "verdict"));
    }

    @Test
    void meansAreGeometricAndLeaveOutWhatHasNoValue() {
        assertEquals(
                new Table(
                        "ratios",
                        List.of("set", "configuration", "n", "geometric_mean"),
                        List.of(List.of("a", "KVM, \"tuned\"", "2", "1.00000"), List.of("b", "Xen", "1", "1.00000"))),
                tables.geometricMeans(CELLS, "ratios", List.of("set", "configuration"), "ratio"));
    }

    @Test
    void nothingIsCountedAsNothing() {
        assertEquals(
                List.of(),
                tables.counts(NONE, "verdicts", List.of("set"), "verdict").rows());
        assertEquals(
                List.of(),
                tables.geometricMeans(NONE, "ratios", List.of("set"), "ratio").rows());
        assertEquals("set,configuration,verdict,ratio\n", tables.csv(NONE));
    }

    @Test
    void aTextThatASpreadsheetWouldTakeForAFormulaStaysAText() {
        var names = new Table(
                "names",
                List.of("configuration", "ratio"),
                List.of(
                        List.of("=HYPERLINK(A1)", "-0.5"),
                        List.of("@SUM(A1)", "+1e-9"),
                        List.of("-kvm", "-1"),
                        List.of("'+xen", "")));
        assertEquals(
                "configuration,ratio\n'=HYPERLINK(A1),-0.5\n'@SUM(A1),+1e-9\n'-kvm,-1\n''+xen,\n", tables.csv(names));
    }

    @Test
    void csvQuotesWhatNeedsIt() {
        assertEquals(
                "set,configuration,verdict,ratio\nb,Xen,same,1\na,\"KVM, \"\"tuned\"\"\",slower,0.5\n"
                        + "a,\"KVM, \"\"tuned\"\"\",faster,2\na,Xen,cannot tell,\n",
                tables.csv(CELLS));
    }
}
