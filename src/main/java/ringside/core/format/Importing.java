package ringside.core.format;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.NoSuchFileException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import ringside.core.Progress;
import ringside.core.RingsideException;
import ringside.core.result.Citation;
import ringside.core.result.Configuration;
import ringside.core.result.Origin;
import ringside.core.result.ResultSet;
import ringside.core.result.ResultStore;
import ringside.core.result.Run;
import ringside.core.result.Sample;

/**
 * Takes files into the store. A document that is cut off or damaged is refused as a whole; of a log, which has no end of its
 * own, every sound line is taken and every other one named. Whatever ends an import leaves the store as it was.
 */
public final class Importing {
    private static final String TWICE =
            "nothing needs doing; to have it twice, import it into a set of its own with --set NAME";

    private final Formats formats;
    private final ResultStore store;

    /** Marks that a file is refused for being there already. */
    private static final class Known extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    /** Whether a file was refused only because all of it is in the store already. */
    public static boolean isNothingNew(RingsideException refused) {
        return refused.getCause() instanceof Known;
    }

    public Importing(Formats formats, ResultStore store) {
        this.formats = formats;
        this.store = store;
    }

    /**
     * Imports one file.
     *
     * @throws RingsideException if nothing could be taken, naming the file, the place and the remedy; the store
     *     is then as it was
     */
    public Outcome read(Content content, Request request, Progress progress) {
        return reading(content, () -> {
            progress.at(content.name(), Double.NaN);
            return switch (format(content, request)) {
                case ToolFormat tool -> readTool(tool, content, request);
                case StreamFormat stream -> readStream(stream, content, request, progress);
                case SetFormat sets -> readSets(sets, content, new SetFormat.Task(request, freeNames(), progress));
            };
        });
    }

    /**
     * Imports a table whose columns mean what the mapping says.
     *
     * @throws RingsideException as {@link #read} does
     */
    public Outcome readTable(Content content, Mapping mapping, Request request, Progress progress) {
        return reading(content, () -> readStream(new MappedTable(mapping), content, request, progress));
    }

    private interface Taking {
        Outcome take() throws IOException;
    }

    private static Outcome reading(Content content, Taking taking) {
        try {
            return taking.take();
        } catch (Unsound unsound) {
            throw unsound.trouble(content.name());
        } catch (NoSuchFileException e) {
            throw new RingsideException("There is no file " + e.getFile(), "check its name", e);
        } catch (IOException | UncheckedIOException e) {
            throw new RingsideException(
                    content.name() + " cannot be read (" + e.getMessage() + ")",
                    "check the file and its permissions",
                    e);
        }
    }

    private Format format(Content content, Request request) throws IOException {
        if (request.format().isPresent()) {
            String id = request.format().get();
            return formats.byId(id)
                    .orElseThrow(
                            () -> new RingsideException("There is no import format \"" + id + "\"", "use " + ids()));
        }
        Head head = content.head();
        if (head.bytes().length == 0)
            throw new RingsideException(content.name() + " is empty", "choose a file that has results");
        return formats.recognise(head).orElseThrow(() -> notKnown(content, head));
    }

    private RingsideException notKnown(Content content, Head head) {
        if (head.contains("Intel(R) Optimized LINPACK"))
            return new RingsideException(
                    content.name() + " comes from Intel's Optimized LINPACK, which is another program than HPL",
                    "bring its numbers in as CSV");
        if (Pts.isSuite(head))
            return new RingsideException(
                    content.name() + " belongs to the Phoronix Test Suite and holds no results",
                    "import its composite.xml; results of versions before 5 have to be exported by a newer one first");
        String odd = SoundText.faultAtStart(head.bytes())
                .map(one -> " (in line " + one.line() + " " + one.what() + ")")
                .orElse("");
        return new RingsideException(
                content.name() + " is of no format that Ringside knows" + odd,
                "name it with --format: " + ids()
                        + "; for two bare columns of numbers also state what they measure, as in"
                        + " --format lmbench --param operation=rd");
    }

    private String ids() {
        return formats.all().stream().map(Format::id).collect(Collectors.joining(", "));
    }

    private java.util.function.UnaryOperator<String> freeNames() {
        Set<String> taken = new HashSet<>();
        store.sets().forEach(stored -> taken.add(stored.set().name()));
        return wanted -> {
            String name = SetNames.free(wanted, taken::contains);
            taken.add(name);
            return name;
        };
    }

    private Outcome readSets(SetFormat format, Content content, SetFormat.Task task) throws IOException {
        try (ResultStore.Writing writing = store.write()) {
            Outcome outcome = format.read(content, task, writing);
            Map<String, String> known = store.sets().stream()
                    .collect(Collectors.toMap(
                            ResultStore.StoredSet::fingerprint, s -> s.set().name(), (a, b) -> a));
            var prints = writing.fingerprints();
            if (task.request().set().isEmpty() && known.keySet().containsAll(prints.values())) {
                String names = prints.values().stream().map(known::get).sorted().collect(Collectors.joining(", "));
                return new Outcome(
                        content.name(),
                        format.id(),
                        List.of(),
                        0,
                        0,
                        outcome.skipped(),
                        List.of("the same samples are in the store already, as " + names + "; nothing was changed"));
            }
            writing.commit();
            return outcome;
        }
    }

    private Outcome readTool(ToolFormat format, Content content, Request request) throws IOException {
        byte[] bytes = content.bytes();
        Optional<Unsound> odd =
                format.oddBytes(bytes) == ToolFormat.OddBytes.EXPECTED ? Optional.empty() : SoundText.fault(bytes);
        if (odd.isPresent() && format.oddBytes(bytes) == ToolFormat.OddBytes.REFUSED)
            throw odd.get().trouble(content.name());
        Reading reading = format.read(bytes, request.given()).judged();
        long samples =
                reading.runs().stream().mapToLong(run -> run.samples().size()).sum();
        if (samples == 0) throw nothingSound(format, content, reading);

        Optional<String> wanted = request.set();
        Optional<ResultStore.StoredSet> existing = wanted.flatMap(store::find);
        existing.ifPresent(stored -> refuseForeign(content, Origin.IMPORTED, stored.set()));
        boolean append = existing.isPresent();
        String name = wanted.orElseGet(() -> freeNames().apply(SetNames.fromFile(content.name())));
        try (ResultStore.Writing writing = store.write()) {
            if (append) writing.append(name);
            else writing.set(newSet(name, format, content));
            var raw = new Run.Raw(writing.raw(bytes), format.id(), content.name());
            List<Run> before = append ? store.runs(name) : List.of();
            if (append) refuseTwice(content, raw, name, saidTheSame(before, request));
            else if (wanted.isEmpty()) refuseTwice(content, raw.sha256());
            var repetitions = new Repetitions(store, append ? name : "");
            var ids = new RunIds(before);
            for (Reading.ToolRun found : reading.runs()) {
                Run run = run(ids.next(), found, raw, content, request);
                writing.run(run);
                for (Sample sample : found.samples()) writing.sample(run, repetitions.next(run, sample));
            }
            writing.commit();
        }
        return new Outcome(
                content.name(),
                format.id(),
                List.of(name),
                reading.runs().size(),
                samples,
                reading.skipped(),
                warnings(reading, odd, request, Signature.besides(format.id(), content.head())));
    }

    /** A file that is small enough is kept beside its samples; of a larger one its samples tell whether it is known. */
    private Outcome readStream(StreamFormat format, Content content, Request request, Progress progress)
            throws IOException {
        Optional<byte[]> whole = content.bytesUpTo(Content.LARGEST_OUTPUT);
        // A table under another mapping gives other samples, and these tell whether it is known
        boolean known = whole.isPresent() && format.reader().equals(format.id());
        Content bytes = whole.map(all -> Content.of(content.name(), all)).orElse(content);
        Optional<ResultStore.StoredSet> existing = request.set().flatMap(store::find);
        boolean append = existing.isPresent();
        StoringIntake.requireAnswers(content.name(), format.asks(bytes), request);
        String own = format.called(bytes).flatMap(SetNames::of).orElseGet(() -> SetNames.fromFile(content.name()));
        String name = request.set().orElseGet(() -> freeNames().apply(own));
        ResultSet begun = format.begin(newSet(name, format, content), bytes);
        existing.ifPresent(stored -> refuseForeign(content, begun.origin(), stored.set()));
        try (ResultStore.Writing writing = store.write()) {
            if (append) writing.append(name);
            else writing.set(begun);
            List<Run> before = append ? store.runs(name) : List.of();
            Optional<Run.Raw> raw = whole.map(all -> new Run.Raw(writing.raw(all), format.reader(), content.name()));
            raw.ifPresent(kept -> {
                if (append) refuseTwice(content, kept, name, saidTheSame(before, request));
                else if (known && request.set().isEmpty()) refuseTwice(content, kept.sha256());
            });
            var intake = new StoringIntake(
                    content.name(),
                    request,
                    raw,
                    writing,
                    append ? store.configurations(name) : List.of(),
                    new RunIds(before),
                    new Repetitions(store, append ? name : ""),
                    progress);
            format.read(bytes, request.given(), intake);
            intake.end();
            if (intake.samples() == 0)
                throw nothingSound(format, content, new Reading(List.of(), intake.skipped(), intake.warnings()));
            if (!known && !append && request.set().isEmpty()) refuseKnownSamples(content, writing, name);
            writing.commit();
            var warnings = new ArrayList<>(intake.warnings());
            if (raw.isEmpty())
                warnings.add("the file is larger than 64 MiB, so it is not kept beside its samples: keep it yourself");
            return new Outcome(
                    content.name(),
                    format.id(),
                    List.of(name),
                    intake.runs(),
                    intake.samples(),
                    intake.skipped(),
                    warnings);
        }
    }

    private void refuseKnownSamples(Content content, ResultStore.Writing writing, String name) {
        String print = writing.fingerprints().get(name);
        for (ResultStore.StoredSet stored : store.sets())
            if (stored.fingerprint().equals(print))
                throw new RingsideException(
                        content.name() + " has been imported already, into the set "
                                + stored.set().name(),
                        TWICE,
                        new Known());
    }

    /**
     * What a study published stays what it published: another file's numbers would stand under its citation. So with what
     * was read off figures.
     */
    private static void refuseForeign(Content content, Origin origin, ResultSet set) {
        String holds = switch (set.origin()) {
            case PUBLISHED -> "holds what was published";
            case DIGITISED -> origin == Origin.DIGITISED ? "" : "holds what was read off figures";
            case MEASURED, IMPORTED ->
                origin == Origin.DIGITISED ? "holds what tools printed, not what was read off figures" : "";
        };
        if (!holds.isEmpty())
            throw new RingsideException(
                    "The set " + set.name() + " " + holds + ", and " + content.name() + " is no part of it",
                    "import it into a set of another name");
    }

    private void refuseTwice(Content content, String sha) {
        store.kept(sha).ifPresent(kept -> {
            throw twice(content, kept.name(), kept.set());
        });
    }

    /** Short outputs can be the same to the byte for different operations: within a set, what was said of them counts. */
    private static List<Run> saidTheSame(List<Run> runs, Request request) {
        return runs.stream().filter(run -> run.given().equals(request.given())).toList();
    }

    private static void refuseTwice(Content content, Run.Raw output, String set, List<Run> runs) {
        for (Run run : runs) {
            Optional<Run.Raw> same = run.raw().filter(raw -> raw.isReadAs(output));
            if (same.isPresent()) throw twice(content, same.get().name(), set);
        }
    }

    private static RingsideException twice(Content content, String name, String set) {
        return new RingsideException(
                content.name() + " has been imported already, as " + name + " into the set " + set, TWICE, new Known());
    }

    private static RingsideException nothingSound(Format format, Content content, Reading reading) {
        String why = reading.skipped().isEmpty()
                ? reading.warnings().isEmpty()
                        ? "no result row was found"
                        : reading.warnings().getFirst()
                : "line " + reading.skipped().getFirst().line() + ": "
                        + reading.skipped().getFirst().reason();
        return new RingsideException(
                content.name() + " was read as " + format.id() + " and holds nothing that can be taken (" + why + ")",
                "check that the file is whole; nothing was stored");
    }

    private static ResultSet newSet(String name, Format format, Content content) {
        return new ResultSet(
                name,
                Origin.IMPORTED,
                format.title() + " from " + content.name(),
                Citation.NONE,
                "",
                Instant.now().truncatedTo(ChronoUnit.SECONDS),
                "");
    }

    private static Run run(String id, Reading.ToolRun found, Run.Raw raw, Content content, Request request) {
        String label = request.label()
                .or(() -> request.platform())
                .or(found::host)
                .filter(text -> !text.isBlank())
                .orElseGet(() -> SetNames.fromFile(content.name()));
        return new Run(
                id,
                Configuration.of(request.platform().orElse("unknown"), label),
                found.benchmark(),
                request.given(),
                found.command(),
                found.started(),
                Optional.empty(),
                found.outcome(),
                Optional.of(raw),
                found.note());
    }

    private static List<String> warnings(
            Reading reading, Optional<Unsound> odd, Request request, List<String> besides) {
        var warnings = new ArrayList<>(reading.warnings());
        odd.ifPresent(one -> warnings.add("line " + one.line() + ": " + one.what()
                + "; such bytes were left out or read as Latin-1, so look at what stands there"));
        for (String other : besides)
            warnings.add("the file also holds what the format " + other + " reads; import it once more with --format "
                    + other + ", into a set of its own");
        for (Reading.ToolRun run : reading.runs()) {
            if (!run.outcome().reason().isEmpty())
                warnings.add("a run of " + run.benchmark() + " is "
                        + run.outcome().word() + ": " + run.outcome().reason());
        }
        if (request.platform().isEmpty())
            warnings.add("the file does not say which platform ran it; state it with --platform");
        return warnings;
    }
}
