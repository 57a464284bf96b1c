package ringside.core.host;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import ringside.core.RingsideException;

class SavedHostsTest {
    private static final SavedHost LAB = new SavedHost(Target.written("ann@lab:2222"), "rack 3, the Xeon");
    private static final SavedHost FAR = new SavedHost(Target.written("far"), "");

    @TempDir
    Path folder;

    private Path file;
    private SavedHosts hosts;

    @BeforeEach
    void start() {
        file = folder.resolve("hosts");
        hosts = new SavedHosts(file);
    }

    @Test
    void thisMachineIsThereWithoutAnyFile() {
        assertEquals(List.of(SavedHost.HERE), hosts.all());
    }

    @Test
    void whatIsSavedIsFoundAgainAndReadsAsAPersonWouldWriteIt() throws IOException {
        hosts.add(LAB);
        hosts.add(FAR);

        assertEquals(List.of(SavedHost.HERE, LAB, FAR), new SavedHosts(file).all());
        assertEquals(
                "# Hosts saved by Ringside: a target and a note on each line\n"
                        + "ssh://ann@lab:2222 rack 3, the Xeon\nssh://far\n",
                Files.readString(file));
    }

    @Test
    void aHostComesBackToItsPlace() {
        hosts.add(LAB);
        hosts.add(FAR);
        hosts.remove(LAB.target());
        assertEquals(List.of(SavedHost.HERE, FAR), hosts.all());

        hosts.add(LAB, 1);
        assertEquals(List.of(SavedHost.HERE, LAB, FAR), hosts.all());
    }

    @Test
    void thisMachineHasANoteAndStaysTheFirst() {
        var noted = new SavedHost(Target.LOCAL, "my\n laptop ");
        hosts.add(LAB);
        hosts.replace(Target.LOCAL, noted);
        hosts.remove(Target.LOCAL);

        assertEquals(List.of(new SavedHost(Target.LOCAL, "my laptop"), LAB), new SavedHosts(file).all());
    }

    @Test
    void aHostIsSavedOnceAndTheFileStaysAsItWas() throws IOException {
        hosts.add(LAB);
        hosts.add(FAR);
        String before = Files.readString(file);

        assertThrows(RingsideException.class, () -> hosts.add(new SavedHost(LAB.target(), "again")));
        assertThrows(RingsideException.class, () -> hosts.replace(FAR.target(), LAB));
        assertEquals(before, Files.readString(file));
    }

    @Test
    void aLineThatNamesNoHostIsNamedAndNothingIsLost() throws IOException {
        Files.writeString(file, "# mine\n\nssh://far\n-oProxyCommand=id lab\n");

        var trouble = assertThrows(RingsideException.class, hosts::all);
        assertEquals(true, trouble.problem().startsWith(file + ":4: "), trouble.problem());
        assertThrows(RingsideException.class, () -> hosts.add(LAB));
        assertEquals("# mine\n\nssh://far\n-oProxyCommand=id lab\n", Files.readString(file));
    }

    @Test
    void aFileWithoutEndIsNotRead() throws IOException {
        Files.write(file, new byte[2 << 20]);
        assertEquals(
                "make it smaller",
                assertThrows(RingsideException.class, hosts::all).remedy());
    }
}
