package ringside.ui.guest;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SyntaxTest {
    @Test
    void optionsTextsAndCommentsOfAShellLineStandOut() {
        assertEquals("  [name:-name] [text:'a # b'] [mark:\\]", inked(Syntax.SHELL, "  -name 'a # b' \\"));
        assertEquals("[comment:# -name web]", inked(Syntax.SHELL, "# -name web"));
        assertEquals("guest=a#b", inked(Syntax.SHELL, "guest=a#b"));
    }

    @Test
    void tagsAttributesAndCommentsOfXmlStandOut() {
        assertEquals(
                "[name:<disk] [key:type]=[text:'file'][name:/>] [comment:<!-- a -->]",
                inked(Syntax.XML, "<disk type='file'/> <!-- a -->"));
    }

    @Test
    void keysAndValuesOfAConfigurationStandOut() {
        assertEquals("[name:memory] = [number:2048]", inked(Syntax.CONFIG, "memory = 2048"));
        assertEquals("[name:name] = [text:\"a # b\"]", inked(Syntax.CONFIG, "name = \"a # b\""));
        assertEquals("[name:  vcpus]: [number:2] [comment:# 1 to 255]", inked(Syntax.YAML, "  vcpus: 2 # 1 to 255"));
    }

    @ParameterizedTest
    @EnumSource
    void nothingOfALineIsLost(Syntax syntax) {
        for (String line :
                List.of("", "'", "\"\\", "<a", "-->", "x".repeat(5000), "a=b,c='d' #\u2028 e", "<!-- <a> 'b"))
            assertEquals(
                    line, syntax.parts(line).stream().map(Syntax.Part::text).collect(Collectors.joining()));
    }

    private static String inked(Syntax syntax, String line) {
        return syntax.parts(line).stream()
                .map(part -> part.ink() == Syntax.Ink.PLAIN
                        ? part.text()
                        : "[" + part.ink().group() + ":" + part.text() + "]")
                .collect(Collectors.joining());
    }
}
