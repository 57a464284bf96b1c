package ringside.core.yaml;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DocumentTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "plain",
                "a \"quoted\" \\ word",
                "two\nlines\tand\ta tab",
                "\u0001\u007f\u0085\u009f",
                "\u2028\u2029\ufeff",
                "na\u00efve \ud83d\ude00",
                "# no comment: & * ! |"
            })
    void whatIsQuotedIsReadAsItWas(String text) throws Unreadable {
        String quoted = Document.quoted(text);
        assertFalse(quoted.contains("\n"), "it stands on one line");
        Tree tree = Document.read("key: " + quoted + "\n");
        Tree value = ((Tree.Entries) tree).value("key");
        assertEquals(text, ((Tree.Leaf) Objects.requireNonNull(value)).text());
    }
}
