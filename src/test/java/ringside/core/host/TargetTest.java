package ringside.core.host;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import ringside.core.RingsideException;

class TargetTest {
    @ParameterizedTest
    @ValueSource(
            strings = {"local", "ssh://lab", "ssh://ann@lab:2222", "ssh://ann@192.0.2.7", "ssh://ann@[2001:db8::7]:22"})
    void isWrittenAsItWasRead(String text) {
        assertEquals(text, Target.parse(text).text());
    }

    @Test
    void aPortOfThisMachineIsHereAndAnyOtherNameIsElsewhere() {
        assertEquals(
                List.of(true, true, true, true, false, false),
                Stream.of(
                                "local",
                                "ssh://root@127.0.0.1:2222",
                                "ssh://[::1]",
                                "ssh://localhost:22",
                                "ssh://lab",
                                "ssh://10.0.0.1")
                        .map(text -> Target.parse(text).isHere())
                        .toList());
    }

    @Test
    void saysThePlaceWithoutTheUser() {
        assertEquals(
                List.of("lab", "lab:2222", "[::1]", "[::1]:22"),
                Stream.of("ssh://ann@lab", "ssh://lab:2222", "ssh://ann@[::1]", "ssh://[::1]:22")
                        .map(text -> ((Target.Ssh) Target.parse(text)).place())
                        .toList());
    }

    @Test
    void takesAnAddressOutOfItsBrackets() {
        assertEquals(
                new Target.Ssh(Optional.of("ann"), "2001:db8::7", OptionalInt.of(2222)),
                Target.parse("ssh://ann@[2001:db8::7]:2222"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "lab",
                "ssh://",
                "ssh://-oProxyCommand=x",
                "ssh://-l@lab",
                "ssh://lab:0",
                "ssh://lab:70000",
                "ssh://lab:2222222222",
                "ssh://a b",
                "ssh://lab/tmp",
                "ssh://lab;id",
                "http://lab"
            })
    void refusesWhatNamesNoHost(String text) {
        var refused = assertThrows(RingsideException.class, () -> Target.parse(text));
        assertEquals("write local, or ssh://user@host or ssh://user@host:port", refused.remedy());
    }
}
