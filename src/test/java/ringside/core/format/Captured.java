package ringside.core.format;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
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

    /** XML and JSON: what is thrown into them does not stand beside their content but breaks it. */
    boolean isMarkup() {
        return name.endsWith(".xml") || name.endsWith(".json") || name.endsWith(".jsonl");
    }

    /** Every format that reads what tools write. */
    static List<Format> readers() {
        return Stream.concat(Formats.tools().stream(), Formats.streams().stream())
                .map(Format.class::cast)
                .toList();
    }

    Reading read(Object... given) {
        Format reader = readers().stream()
                .filter(tool -> tool.id().equals(format))
                .findFirst()
                .orElseThrow();
        return read(reader, name, bytes, Parameters.of(given));
    }

    /** A stream's content as a reading; what one of its machines ran becomes a tool's run with the machine as host. */
    static Reading read(Format reader, String name, byte[] bytes, Parameters given) {
        try {
            return switch (reader) {
                case ToolFormat tool -> tool.read(bytes, given);
                case StreamFormat stream -> read(stream, Content.of(name, bytes), given);
                case SetFormat sets -> throw new IllegalArgumentException("a set format needs a store");
            };
        } catch (Unsound unsound) {
            throw unsound.trouble(name);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Reading read(StreamFormat stream, Content content, Object... given) throws IOException {
        return read(stream, content, Parameters.of(given));
    }

    private static Reading read(StreamFormat stream, Content content, Parameters given) throws IOException {
        var taken = new Taken();
        stream.read(content, given, taken);
        return taken.reading();
    }

    /** Takes down what a stream gives. */
    private static final class Taken implements Intake {
        private final Map<Found, List<Sample>> runs = new IdentityHashMap<>();
        private final List<Found> order = new ArrayList<>();
        private final Skips skips = new Skips();
        private final Set<String> warnings = new LinkedHashSet<>();

        @Override
        public void run(Found run) {
            runs.computeIfAbsent(run, r -> {
                order.add(r);
                return new ArrayList<>();
            });
        }

        @Override
        public void sample(Found run, Sample sample) {
            run(run);
            runs.getOrDefault(run, List.of()).add(sample);
        }

        @Override
        public void skip(long line, String reason) {
            skips.add(line, reason);
        }

        @Override
        public void warn(String warning) {
            warnings.add(warning);
        }

        Reading reading() {
            List<ToolRun> found = order.stream()
                    .map(run -> new ToolRun(
                            run.benchmark(),
                            Optional.of(run.machine().label()),
                            Optional.empty(),
                            run.command(),
                            run.outcome(),
                            runs.getOrDefault(run, List.of()),
                            run.note()))
                    .toList();
            return new Reading(found, skips.list(), List.copyOf(warnings));
        }
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
