package ringside.core.format;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LmbenchSizeTest {
    @ParameterizedTest
    @CsvSource({
        "0.000512,512",
        "0.001437,1437",
        "0.524288,524288",
        "1.05,1048576",
        "8.39,8388608",
        "268.44,268435456",
        "1073.74,1073741824",
        "25.17,25165824",
        "10.49,10485760",
        "10.00,10000000",
        "1.50,1500000"
    })
    void aPrintedSizeIsThePowerOfTwoOrTheMebibytesMeant(String printed, long bytes) {
        assertEquals(Optional.of(bytes), LmbenchSize.ofPrinted(printed));
    }

    @Test
    void whatIsNoSizeIsNone() {
        assertEquals(Optional.empty(), LmbenchSize.ofPrinted("0.000000"));
        assertEquals(Optional.empty(), LmbenchSize.ofPrinted("1e300"));
        assertEquals(OptionalLong.empty(), LmbenchSize.ofArgument("$size"));
        assertEquals(OptionalLong.of(8388608), LmbenchSize.ofArgument("8m"));
        assertEquals(OptionalLong.of(65536), LmbenchSize.ofArgument("64K"));
    }
}
