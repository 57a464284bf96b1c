package ringside.core.bench.run;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import ringside.core.RingsideException;
import ringside.core.bench.Need;
import ringside.core.host.Answer;
import ringside.core.host.Command;
import ringside.core.host.Shell;

/** Programs of our own on a host: compiled there, or here where the host has no compiler and is of our architecture. */
final class Compiling {
    private static final List<String> COMPILERS = List.of("cc", "gcc", "clang");
    private static final Duration LIMIT = Duration.ofMinutes(2);

    private final Supplier<Shell> here;

    /** @param here opens a shell on this machine */
    Compiling(Supplier<Shell> here) {
        this.here = here;
    }

    /**
     * A program on a host.
     *
     * @param by what compiled it, as the compiler says; with where, if that was not the host
     */
    record Compiled(String path, String by) {}

    /** @throws RingsideException if neither the host nor this machine can compile it */
    Compiled compile(Shell there, String folder, Need.Compiled need) {
        made(there, folder);
        Optional<String> compiler = compiler(there);
        if (compiler.isPresent()) return compile(there, compiler.get(), folder, need, List.of());
        try (Shell local = here(there, need)) {
            return carried(local, there, folder, need);
        }
    }

    private Shell here(Shell there, Need.Compiled need) {
        try {
            return here.get();
        } catch (RingsideException noHost) {
            throw lacking(there, need, "nothing can be compiled for it on this machine", noHost);
        }
    }

    private static RingsideException lacking(Shell there, Need.Compiled need, String here, @Nullable Throwable cause) {
        return new RingsideException(
                there.name() + " has no C compiler for " + need.program() + ", and " + here,
                "install gcc there",
                cause);
    }

    private static Compiled carried(Shell local, Shell there, String folder, Need.Compiled need) {
        String architecture = there.run(Command.of("uname", "-m")).out().strip();
        String own = local.run(Command.of("uname", "-m")).out().strip();
        Optional<String> compiler = compiler(local);
        if (compiler.isEmpty() || !own.equals(architecture))
            throw lacking(
                    there,
                    need,
                    compiler.isEmpty() ? "neither has this machine" : "this machine is of another architecture",
                    null);
        String temporary = System.getProperty("java.io.tmpdir") + "/ringside-" + UUID.randomUUID();
        made(local, temporary);
        try {
            // Its C library may be another: what is linked in works everywhere
            Compiled program = compile(local, compiler.get(), temporary, need, List.of("-static"));
            String path = folder + "/" + need.program();
            there.put(path, local.fetch(program.path(), 64 << 20), true);
            return new Compiled(path, program.by() + ", on another machine");
        } finally {
            local.run(Scripts.remove(temporary));
        }
    }

    private static Compiled compile(Shell on, String compiler, String folder, Need.Compiled need, List<String> more) {
        String source = folder + "/" + need.program() + ".c";
        String path = folder + "/" + need.program();
        on.put(source, source(need), false);
        var words = new ArrayList<String>(List.of(compiler));
        words.addAll(more);
        need.flags().stream().filter(flag -> !flag.startsWith("-l")).forEach(words::add);
        words.addAll(List.of("-o", path, source));
        need.flags().stream().filter(flag -> flag.startsWith("-l")).forEach(words::add);
        Answer answer = on.run(Command.of(words).within(LIMIT));
        if (!answer.succeeded())
            throw new RingsideException(
                    need.program() + " could not be compiled on " + on.name() + " (" + answer.complaint() + ")",
                    "see that its C compiler is whole, headers included (package libc6-dev or glibc-devel)");
        String version = on.run(Command.of(compiler, "--version")).complaint();
        return new Compiled(path, version);
    }

    private static Optional<String> compiler(Shell shell) {
        return Stream.ofNullable(shell.run(Command.of(words())).out())
                .flatMap(String::lines)
                .map(String::strip)
                .filter(path -> path.startsWith("/"))
                .findFirst();
    }

    private static List<String> words() {
        var words = new ArrayList<>(List.of("/bin/sh", "-c", "for name; do command -v \"$name\"; done; exit 0", "sh"));
        words.addAll(COMPILERS);
        return words;
    }

    private static void made(Shell shell, String folder) {
        Answer answer = shell.run(Command.of("/bin/sh", "-c", "umask 077; mkdir -p -- \"$1\"", "sh", folder));
        if (!answer.succeeded())
            throw new RingsideException(
                    "The folder " + folder + " could not be made on " + shell.name() + " (" + answer.complaint() + ")",
                    "name a directory in the plan where you may write there");
    }

    private static byte[] source(Need.Compiled need) {
        String name = "/ringside/bench/" + need.source();
        try (InputStream in = Compiling.class.getResourceAsStream(name)) {
            if (in == null) throw new IllegalStateException(name + " is not in the program");
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
