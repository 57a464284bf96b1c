package ringside.core.bench;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import ringside.Lab;
import ringside.adapter.local.LocalShell;
import ringside.core.bench.preflight.ProgramSearch;
import ringside.core.format.Reading;
import ringside.core.result.Sample;

/** Runs single measurements of benchmarks on this machine, as a person would. */
public final class Bench {
    private static final long MEMORY = 8L << 30;

    private final Path folder;

    public Bench(Path folder) {
        this.folder = folder;
    }

    /** This machine as far as benchmarks need to know it. */
    public static Machine machine() {
        int cores = Runtime.getRuntime().availableProcessors();
        return new Machine(cores, MEMORY, System.getProperty("os.arch"), Map.of(Machine.DISK, "native"));
    }

    /** The benchmark's programs, found or compiled; the test is skipped where they cannot be. */
    public Programs programs(Benchmark benchmark) {
        Map<String, String> paths = new HashMap<>();
        try (var shell = new LocalShell()) {
            paths.putAll(ProgramSearch.find(shell, benchmark.needs()).paths());
        }
        for (Need need : benchmark.needs())
            if (need instanceof Need.Compiled own)
                paths.put(own.program(), compiled(own).toString());
        List<Need> lacking = benchmark.lacking(new Programs(paths));
        if (!lacking.isEmpty()) Lab.missing(lacking.getFirst().program() + " is not installed");
        return new Programs(paths);
    }

    private Path compiled(Need.Compiled own) {
        Path program = folder.resolve(own.program());
        if (Files.exists(program)) return program;
        String compiler = Lab.needs("cc").toString();
        try {
            Files.writeString(folder.resolve(own.source()), own.text());
            var flags = new java.util.ArrayList<>(own.command(compiler));
            flags.addAll(List.of("-Wall", "-Wextra", "-Werror"));
            assertEquals("", output(flags, folder, folder.resolve("errors")), own.source());
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        return program;
    }

    /** What its output is read as, and how long the call took. */
    public record Ran(Measurement measurement, Reading reading, Duration took) {
        public List<Sample> samples() {
            return reading.runs().stream()
                    .filter(run -> run.benchmark().equals(measurement.benchmark()))
                    .flatMap(run -> run.samples().stream())
                    .toList();
        }
    }

    public Ran run(Benchmark benchmark, Measurement measurement, Programs programs) {
        try {
            Path directory = Files.createTempDirectory(folder, "run");
            for (Measurement.InputFile file : measurement.files())
                Files.writeString(directory.resolve(file.name()), file.text());
            Path errors = directory.resolve("errors.txt");
            long began = System.nanoTime();
            String out = output(new Plan.Affinity.FirstCores().command(measurement), directory, errors);
            Duration took = Duration.ofNanos(System.nanoTime() - began);
            byte[] printed = switch (measurement.output()) {
                case Measurement.Output.Standard standard -> out.getBytes(java.nio.charset.StandardCharsets.UTF_8);
                case Measurement.Output.Errors onErrors -> Files.readAllBytes(errors);
                case Measurement.Output.File(var name) -> Files.readAllBytes(directory.resolve(name));
            };
            return new Ran(measurement, benchmark.format(programs).read(printed, measurement.given()), took);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static String output(List<String> command, Path directory, Path errors) throws IOException {
        File out = Files.createTempFile(directory, "out", ".txt").toFile();
        Process process = new ProcessBuilder(command)
                .directory(directory.toFile())
                .redirectOutput(out)
                .redirectError(errors.toFile())
                .start();
        try {
            assertTrue(process.waitFor(120, SECONDS), () -> command + " takes too long");
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        } finally {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
        assertEquals(0, process.exitValue(), command + " " + Files.readString(errors));
        return Files.readString(out.toPath());
    }
}
