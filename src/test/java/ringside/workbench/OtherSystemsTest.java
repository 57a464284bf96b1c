package ringside.workbench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The program as a process that takes its machine for a Windows or a Mac, or for a Linux that has nothing: no program on the
 * path, no native library of libvirt's.
 */
class OtherSystemsTest {
    private static final List<String> NO_LIBRARY =
            List.of("-Djna.boot.library.path=/nowhere", "-Djna.nounpack=true", "-Djna.nosys=true");
    private static final List<String> NO_SCREEN = List.of("-Dglass.platform=Headless", "-Dprism.order=sw");

    @TempDir
    Path folder;

    private record Ran(int exit, String out, String err) {}

    @ParameterizedTest
    @CsvSource({"Windows 11, Local/Ringside", "Mac OS X, Library/Application Support/Ringside"})
    void whatNeedsNoHostWorks(String system, String data) throws Exception {
        Path drawn = folder.resolve("drawn");

        succeeds(system, "import", csv().toString());
        assertTrue(Files.isDirectory(folder.resolve(data)), () -> "the data are not in " + data);
        assertTrue(succeeds(system, "sets", "list").contains("far-away"));
        succeeds(
                system,
                "figures",
                "export",
                "--figure",
                "5.1",
                "--set",
                "host",
                "--format",
                "svg",
                "--out",
                drawn.toString());
        try (Stream<Path> files = Files.list(drawn)) {
            assertEquals(1, files.count());
        }
        succeeds(system, "features", "list", "--year", "2013");
        succeeds(system, "guest", "new", "--out", folder.resolve("guest.yaml").toString());
        assertTrue(succeeds(
                        system,
                        "guest",
                        "render",
                        "--spec",
                        folder.resolve("guest.yaml").toString(),
                        "--for",
                        "xl")
                .contains("memory"));
        assertTrue(succeeds(system, "bench", "list").contains("hpl"));
    }

    @ParameterizedTest
    @CsvSource({
        "Windows 11, bench preflight",
        "Windows 11, bench run",
        "Windows 11, features probe",
        "Windows 11, guest list",
        "Windows 11, guest image build",
        "Mac OS X, guest start --spec lab --on qemu",
    })
    void whatNeedsALinuxHostSaysSoAndOffersOthers(String system, String command) throws Exception {
        Ran ran = run(system, command.split(" "));

        assertEquals(1, ran.exit(), ran::toString);
        assertEquals(
                "ringside: This machine runs " + system + ", and only Linux hosts are measured, asked what they can do,"
                        + " and run guests: name one that is reached by SSH, as ssh://user@host.",
                ran.err().lines().toList().getLast());
    }

    @Test
    void theDoctorSaysSoToo() throws Exception {
        String said = succeeds("Windows 11", "doctor");

        assertTrue(said.contains("This machine runs Windows 11, and only Linux hosts"), said);
        assertFalse(said.contains("apt"), said);
    }

    @Test
    void hostsBySshAreReachedFromThere() throws Exception {
        Ran ran = run("Windows 11", "bench", "preflight", "--target", "ssh://somebody@127.0.0.1:1");

        assertEquals(1, ran.exit(), ran::toString);
        assertFalse(ran.err().contains("This machine runs"), ran::toString);
        assertTrue(ran.err().contains("127.0.0.1"), ran::toString);
    }

    @Test
    void aLinuxWithNothingOnItSaysWhatIsMissing() throws Exception {
        Ran guests = run("Linux", "guest", "list", "--on", "libvirt");

        assertEquals(1, guests.exit(), guests::toString);
        assertTrue(guests.err().contains("libvirt's library is not installed on this machine"), guests::toString);
        assertTrue(succeeds("Linux", "sets", "list").contains("host"));
    }

    @Test
    void theWindowOpensWhereThereIsNothing() throws Exception {
        Ran ran = start(
                "Linux",
                NO_SCREEN,
                "ringside.Rehearsal",
                folder.resolve("rehearsal").toString());

        assertEquals(0, ran.exit(), ran::toString);
        assertTrue(ran.out().lines().anyMatch("usable"::equals), ran::toString);
    }

    private Path csv() throws IOException {
        return Files.writeString(
                folder.resolve("far-away.csv"),
                "set,platform,configuration,benchmark,metric,unit,better,value,failure,repetition,parameters\n"
                        + "far-away,kvm,kvm-1,custom,rate,ops/s,higher,41,,1,\n");
    }

    private String succeeds(String system, String... words) throws Exception {
        Ran ran = run(system, words);
        assertEquals(0, ran.exit(), () -> String.join(" ", words) + ": " + ran);
        return ran.out();
    }

    private Ran run(String system, String... words) throws Exception {
        return start(system, List.of(), "ringside.Ringside", words);
    }

    private Ran start(String system, List<String> options, String main, String... words) throws Exception {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "--enable-native-access=ALL-UNNAMED",
                "-Dos.name=" + system));
        command.addAll(NO_LIBRARY);
        command.addAll(options);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), main));
        command.addAll(List.of(words));
        Path out = folder.resolve("out");
        Path err = folder.resolve("err");
        var builder = new ProcessBuilder(command).redirectOutput(out.toFile()).redirectError(err.toFile());
        builder.environment().clear();
        builder.environment()
                .putAll(Map.of(
                        "PATH", "/nowhere",
                        "HOME", folder.toString(),
                        "APPDATA", folder.resolve("Roaming").toString(),
                        "LOCALAPPDATA", folder.resolve("Local").toString()));
        int exit = builder.start().waitFor();
        return new Ran(exit, Files.readString(out), Files.readString(err));
    }
}
