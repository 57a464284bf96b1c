package ringside.core.format;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import ringside.core.format.Reading.ToolRun;
import ringside.core.result.Parameters;
import ringside.core.result.Sample;
import ringside.core.result.Value;

/** An output of a real tool, captured for the tests; the folder is the format that has to recognise it. */
record Captured(String format, String name, byte[] bytes) {
    private static final Path ROOT = Path.of("src/test/resources/captured");

    /** All that are recognised by a format. */
    static List<Captured> all() {
        try (var files = Files.walk(ROOT)) {
            return files.map(ROOT::relativize)
                    .filter(file -> file.getNameCount() == 2 && !file.startsWith("bare"))
                    .sorted()
                    .map(file -> of(file.toString()))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @param path format and file name, parted by a slash */
    static Captured of(String path) {
        try {
            String[] names = path.split("/", 2);
            return new Captured(names[0], names[1], Files.readAllBytes(ROOT.resolve(path)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Text that a tool prints according to its documentation, where no capture shows it. */
    static Captured text(String format, String... lines) {
        return new Captured(format, "text", (String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8));
    }

    Captured with(byte[] other) {
        return new Captured(format, name, other);
    }

    Captured with(String other) {
        return with(other.getBytes(StandardCharsets.ISO_8859_1));
    }

    /** The bytes, one character each. */
    String asText() {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }

    boolean isBinary() {
        return name.endsWith(".xls");
    }

    Head head() {
        try {
            return Content.of(name, bytes).head();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Reading read(Object... given) {
        ToolFormat reader = Formats.tools().stream()
                .filter(tool -> tool.id().equals(format))
                .findFirst()
                .orElseThrow();
        return reader.read(bytes, Parameters.of(given));
    }

    static List<Sample> samples(Reading reading) {
        return reading.runs().stream()
                .map(ToolRun::samples)
                .flatMap(List::stream)
                .toList();
    }

    /** The samples, a line each: line, metric, unit, parameters, repetition, value. */
    static List<String> rows(Reading reading) {
        return samples(reading).stream().map(Captured::row).toList();
    }

    private static String row(Sample sample) {
        String value = switch (sample.value()) {
            case Value.Measured(double number) -> String.valueOf(number);
            case Value.Missing(String reason) -> reason;
        };
        return "%d %s %s %s #%d %s"
                .formatted(
                        sample.line(),
                        sample.metric().name(),
                        sample.metric().unit(),
                        sample.parameters(),
                        sample.repetition(),
                        value);
    }

    /** The lines left out: number and reason. */
    static List<String> skipped(Reading reading) {
        return reading.skipped().stream()
                .map(skip -> skip.line() + " " + skip.reason())
                .toList();
    }

    /** How the runs ended: benchmark, number of samples, and the reason if they are not complete. */
    static List<String> endings(Reading reading) {
        return reading.runs().stream()
                .map(run -> "%s %d %s"
                        .formatted(
                                run.benchmark(),
                                run.samples().size(),
                                run.outcome().reason())
                        .strip())
                .toList();
    }

    @Override
    public String toString() {
        return format + "/" + name;
    }
}
