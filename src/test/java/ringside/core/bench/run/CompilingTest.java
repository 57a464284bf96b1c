package ringside.core.bench.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import ringside.Lab;
import ringside.adapter.local.LocalShell;
import ringside.core.RingsideException;
import ringside.core.bench.Need;
import ringside.core.bench.suite.Suite;
import ringside.core.host.Answer;
import ringside.core.host.Command;
import ringside.core.host.Shell;
import ringside.core.host.Target;

/** Our own C programs, by the compiler of this machine. */
class CompilingTest {
    @TempDir
    Path folder;

    /** This machine, but for its compilers, and of the architecture that is said. */
    private record WithoutCompiler(LocalShell shell, String architecture) implements Shell {
        @Override
        public Target target() {
            return Target.parse("ssh://bare");
        }

        @Override
        public String name() {
            return "bare";
        }

        @Override
        public Answer run(Command command) {
            if (command.words().contains("cc") || command.words().getFirst().endsWith("cc"))
                return new Answer(Answer.Ending.EXITED, 0, "", "", Duration.ZERO);
            if (command.words().getFirst().equals("uname"))
                return new Answer(Answer.Ending.EXITED, 0, architecture + "\n", "", Duration.ZERO);
            return shell.run(command);
        }

        @Override
        public boolean isOpen() {
            return true;
        }

        @Override
        public void close() {}
    }

    private static List<Need.Compiled> own() {
        return Suite.all().stream()
                .flatMap(benchmark -> benchmark.needs().stream())
                .filter(Need.Compiled.class::isInstance)
                .map(Need.Compiled.class::cast)
                .toList();
    }

    private static int exit(String program) {
        return new LocalShell().run(Command.of(program)).exit();
    }

    @Test
    void theyAreCompiledOnTheHostThatHasACompiler() {
        Lab.needs("cc");
        for (Need.Compiled need : own()) {
            var made = new Compiling(LocalShell::new).compile(new LocalShell(), folder.toString(), need);
            assertTrue(Files.isExecutable(Path.of(made.path())), made::path);
            assertTrue(exit(made.path()) != Answer.NOT_PERMITTED);
            assertTrue(made.by().matches(".*\\d+\\.\\d+.*"), made::by);
        }
    }

    @Test
    void theyTravelToAHostThatHasNoneAndAreWhole() {
        Lab.needs("cc");
        String here = new LocalShell().run(Command.of("uname", "-m")).out().strip();
        for (Need.Compiled need : own()) {
            var made = new Compiling(LocalShell::new)
                    .compile(new WithoutCompiler(new LocalShell(), here), folder.toString(), need);
            assertEquals(folder + "/" + need.program(), made.path());
            assertTrue(made.by().endsWith(", on another machine"), made::by);
            assertTrue(exit(made.path()) != Answer.NOT_PERMITTED);
            String linked =
                    new LocalShell().run(Command.of("file", made.path())).out();
            assertTrue(linked.isEmpty() || linked.contains("statically linked"), linked);
        }
    }

    @Test
    void toAnotherArchitectureTheyDoNotTravel() {
        Lab.needs("cc");
        var refused = assertThrows(
                RingsideException.class,
                () -> new Compiling(LocalShell::new)
                        .compile(new WithoutCompiler(new LocalShell(), "sparc"), folder.toString(), own().getFirst()));
        assertTrue(refused.problem().endsWith("this machine is of another architecture"), refused::problem);
        assertEquals("install gcc there", refused.remedy());
    }
}
