package ringside.adapter.linux;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import ringside.FakeTools;
import ringside.core.feature.Probed.Verdict;
import ringside.core.probe.Finding;

class HugePagesTest {
    @TempDir
    Path folder;

    private Finding asked(String count) throws IOException {
        var host = new FakeTools(folder)
                .with("grep", "echo /sys/kernel/mm/hugepages/hugepages-1048576kB/nr_hugepages:" + count);
        return new HugePages().ask(host).findings().getLast();
    }

    @Test
    void pagesThatNobodyReservedAreNotHereAndTheCommandIsTheOneThatSaysSo() throws IOException {
        Finding none = asked("0");
        assertEquals(Verdict.NOT_HERE, none.verdict());
        assertEquals("1048576kB: 0 reserved", none.answer());
        assertTrue(none.command().startsWith("grep "), none::command);
        assertEquals(Verdict.VERIFIED, asked("4").verdict());
    }
}
