package ringside.workbench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import ringside.Lab;

/** An import of many files on the command line: it says how far it is, and, broken off, what it did. */
class InterruptedImportTest {
    private static final Pattern SAID =
            Pattern.compile("interrupted: of (\\d+) files (\\d+) were imported, 0 were refused, (\\d+) are left: (.*)");

    @TempDir
    private Path folder;

    private Path files(int count) throws IOException {
        Path many = Files.createDirectories(folder.resolve("many"));
        for (int i = 0; i < count; i++)
            Files.writeString(many.resolve("ctx%05d.txt".formatted(i)), "\"size=16k ovr=1.10\n2 1.%05d\n".formatted(i));
        return many;
    }

    @Test
    void anInterruptLeavesWhatWasImportedAndSaysHowToUndoIt() throws Exception {
        var program = new Program(folder);
        Process importing =
                program.start("import", "--set", "many", files(1_500).toString());
        await(importing, () -> program.said().contains("note:"));
        new ProcessBuilder("kill", "-INT", String.valueOf(importing.pid()))
                .start()
                .waitFor();
        assertTrue(importing.waitFor(30, TimeUnit.SECONDS));
        assertEquals(130, importing.exitValue(), program::said);
        Matcher said = SAID.matcher(program.said());
        assertTrue(said.find(), program::said);
        int taken = Integer.parseInt(said.group(2));
        assertEquals(1_500, Integer.parseInt(said.group(1)));
        assertEquals(1_500, taken + Integer.parseInt(said.group(3)));
        assertEquals(
                "the same command goes on with the rest; to undo it: ringside sets delete many",
                said.group(4).strip());
        String shown = program.run("sets", "show", "many");
        assertTrue(shown.matches("(?s).*\\nsamples +" + taken + "\\n.*"), shown);
        program.run("sets", "delete", "many");
        assertFalse(program.run("sets", "list").contains("many"));
    }

    private static void await(Process running, java.util.function.BooleanSupplier there) throws InterruptedException {
        Instant end = Instant.now().plus(Duration.ofSeconds(60));
        while (!there.getAsBoolean()) {
            assertTrue(running.isAlive() && Instant.now().isBefore(end), "nothing was imported");
            Thread.sleep(20);
        }
    }

    @Test
    void aTerminalIsToldHowFarItIsAndAPipeIsNot() throws Exception {
        String script = Lab.needs("script").toString();
        var program = new Program(folder);
        Path many = files(400);
        String onPipe = said(program, many);
        assertFalse(onPipe.contains("\r"), onPipe);
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        String line = java + " -cp '" + System.getProperty("java.class.path") + "' ringside.Ringside --store '"
                + folder.resolve("other") + "' import --set x '" + many + "' >/dev/null";
        Process onTerminal = new ProcessBuilder(script, "-qec", line, "/dev/null")
                .redirectErrorStream(true)
                .start();
        String all = new String(onTerminal.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, onTerminal.waitFor(), all);
        assertTrue(Pattern.compile("\\r *\\d+ % +\\d+ of 400: ").matcher(all).find(), all);
    }

    private static String said(Program program, Path many) throws IOException, InterruptedException {
        program.run("import", "--set", "x", many.toString());
        return program.said();
    }
}
