package ringside.core.guest.read;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import ringside.core.guest.read.XlConfig.Assignment;
import ringside.core.guest.read.XlConfig.Value.Items;
import ringside.core.guest.read.XlConfig.Value.Number;
import ringside.core.guest.read.XlConfig.Value.Text;

/** As libxlutil of Xen 4.17 answered when it was given the same texts. */
class XlConfigTest {
    @Test
    void readsListsQuotesCommentsAndSemicolons() throws SyntaxFault {
        assertEquals(
                List.of(
                        new Assignment(
                                "a",
                                new Items(List.of(
                                        new Text("x"),
                                        new Number("12"),
                                        new Items(List.of(new Text("y"))),
                                        new Text("w"))),
                                1),
                        new Assignment("b", new Number("0x10"), 3),
                        new Assignment("c", new Text("it's # no comment"), 4)),
                XlConfig.parse("a=[ \"x\", 12, ['y'],\n\n \"w\", ]; b=0x10 # c\n;c = 'it\\'s # no comment'"));
    }

    @Test
    void lengthensByPlusEquals() throws SyntaxFault {
        List<Assignment> all = XlConfig.parse("a=\"x\"\na+=\"y\"\nb=['1']\nb+=['2']");
        assertEquals(new Text("xy"), all.get(1).value());
        assertEquals(
                new Items(List.of(new Text("1"), new Text("2"))), all.getLast().value());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '^',
            value = {
                "A=1|1",
                "a=-1|1",
                "a=foo|1",
                "a='x' b=2|1",
                "a='x' 'y'|1",
                "a='\\q'|1",
                "a=['x',,'y']|1",
                "a=[,]|1",
                "a=3.5|1",
                "b-c=1|1",
                "_d=3|1",
                "a|1"
            })
    void refusesWhatLibxlutilRefuses(String text, int line) {
        assertEquals(
                line,
                assertThrows(SyntaxFault.class, () -> XlConfig.parse(text)).line());
    }
}
