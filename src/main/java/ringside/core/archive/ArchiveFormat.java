package ringside.core.archive;

import de.siegmar.fastcsv.reader.CsvParseException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import ringside.core.Progress;
import ringside.core.RingsideException;
import ringside.core.format.Content;
import ringside.core.format.Head;
import ringside.core.format.Outcome;
import ringside.core.format.Rows;
import ringside.core.format.SampleRow;
import ringside.core.format.SetFormat;
import ringside.core.result.Configuration;
import ringside.core.result.ResultSet;
import ringside.core.result.ResultStore;
import ringside.core.result.Run;

/**
 * Reads {@code .ringside} archives. Nothing in one is trusted: every entry is bounded by what the manifest says of
 * it and checked against its checksum, and one fault anywhere refuses the whole.
 */
public final class ArchiveFormat implements SetFormat {
    private static final int LONGEST_RUN_LINE = 4 << 20;
    private static final List<String> HEADER = header();

    private static List<String> header() {
        var header = new ArrayList<>(SampleRow.HEADER);
        header.addAll(List.of("run", "line"));
        return List.copyOf(header);
    }

    @Override
    public String id() {
        return "ringside";
    }

    @Override
    public String title() {
        return "Ringside archive";
    }

    @Override
    public boolean recognises(Head head) {
        // The first entry's name stands in its header, whichever of ours is first
        return head.startsWith('P', 'K', 3, 4)
                && (head.contains(Archives.MANIFEST)
                        || head.contains(Archives.RUNS)
                        || head.contains(Archives.SAMPLES));
    }

    @Override
    public Outcome read(Content content, Task task, ResultStore.Writing writing) throws IOException {
        try (var archive = Sealed.open(content)) {
            return new Unpacking(content, task, writing, archive).unpack();
        } catch (IllegalArgumentException wrong) {
            throw new RingsideException(
                    content.name() + " is not an archive that can be taken: " + wrong.getMessage(),
                    "get it again from where it came; nothing was stored",
                    wrong);
        }
    }

    /** One archive on its way into the store. */
    private static final class Unpacking {
        private final Content content;
        private final Task task;
        private final ResultStore.Writing writing;
        private final Sealed archive;
        private final List<String> warnings = new ArrayList<>();
        private final Map<String, String> names = new LinkedHashMap<>();
        private final Map<List<String>, Configuration> configurations = new HashMap<>();
        private final Map<String, Map<String, Run>> runs = new HashMap<>();
        private final Map<String, Long> sampleCounts = new HashMap<>();
        private final Set<String> raws = new HashSet<>();

        Unpacking(Content content, Task task, ResultStore.Writing writing, Sealed archive) {
            this.content = content;
            this.task = task;
            this.writing = writing;
            this.archive = archive;
        }

        Outcome unpack() throws IOException {
            Manifest manifest = archive.manifest();
            if (task.request().set().isPresent() && manifest.sets().size() > 1)
                throw new RingsideException(
                        content.name() + " holds " + manifest.sets().size() + " sets, which cannot share one name",
                        "import it without --set");
            for (Manifest.SetPart part : manifest.sets()) begin(part);
            for (Manifest.Entry entry : manifest.entries()) {
                if (!entry.path().startsWith(Archives.RAW)) continue;
                Progress.checkCancelled();
                raws.add(writing.raw(archive.bytes(entry)));
            }
            archive.read(Archives.RUNS, this::readRuns);
            archive.read(Archives.SAMPLES, this::readSamples);
            long allRuns = 0;
            long allSamples = 0;
            for (Manifest.SetPart part : manifest.sets()) {
                String set = part.set().name();
                int runCount = runs.getOrDefault(set, Map.of()).size();
                long sampleCount = sampleCounts.getOrDefault(set, 0L);
                if (runCount != part.runs() || sampleCount != part.samples())
                    throw new IllegalArgumentException("the set " + set + " has " + runCount + " runs and "
                            + sampleCount + " samples, its manifest says " + part.runs() + " and " + part.samples());
                allRuns += runCount;
                allSamples += sampleCount;
            }
            return new Outcome(
                    content.name(), "ringside", List.copyOf(names.values()), allRuns, allSamples, List.of(), warnings);
        }

        private void begin(Manifest.SetPart part) {
            ResultSet set = part.set();
            String name = task.request().set().orElseGet(() -> task.free().apply(set.name()));
            if (names.put(set.name(), name) != null)
                throw new IllegalArgumentException("two of its sets are named " + set.name());
            if (task.request().set().isEmpty() && !name.equals(set.name()))
                warnings.add("a set named " + set.name() + " was there already; this one is " + name);
            writing.set(set.named(name));
            for (Configuration configuration : part.configurations()) {
                if (configurations.put(key(set.name(), configuration.platform(), configuration.label()), configuration)
                        != null)
                    throw new IllegalArgumentException("the configuration " + configuration.label() + " stands twice");
            }
        }

        private static List<String> key(String set, String platform, String label) {
            return List.of(set, platform, label);
        }

        private Configuration configuration(String set, String platform, String label) {
            Configuration found = configurations.get(key(set, platform, label));
            if (found == null)
                throw new IllegalArgumentException("the manifest lists no configuration " + platform + " " + label);
            return found;
        }

        private void readRuns(InputStream in) throws IOException {
            var text = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
            int number = 0;
            String current = "";
            for (String line; (line = line(text, ++number)) != null; ) {
                RunLine run = parse(line, number);
                String name = names.get(run.set());
                if (name == null) throw new IllegalArgumentException("a run belongs to no set of the manifest");
                if (!name.equals(current)) writing.append(current = name);
                run.run().raw().ifPresent(raw -> {
                    if (!raws.contains(raw.sha256()))
                        throw new IllegalArgumentException("the raw output " + raw.sha256() + " is not in it");
                });
                writing.run(run.run());
                if (runs.computeIfAbsent(run.set(), s -> new HashMap<>())
                                .put(run.run().id(), run.run())
                        != null)
                    throw new IllegalArgumentException("the run " + run.run().id() + " stands twice");
            }
        }

        /** A line by hand, because a library's would first take one of any length into memory. */
        private static @Nullable String line(BufferedReader text, int number) throws IOException {
            int next = text.read();
            if (next < 0) return null;
            var line = new StringBuilder();
            for (; next >= 0 && next != '\n'; next = text.read()) {
                if (line.length() == LONGEST_RUN_LINE)
                    throw new IllegalArgumentException(Archives.RUNS + ", line " + number + " is too long");
                line.append((char) next);
            }
            return line.toString();
        }

        private RunLine parse(String line, int number) {
            try {
                return RunLine.parse(line, this::configuration);
            } catch (IllegalArgumentException wrong) {
                throw new IllegalArgumentException(
                        Archives.RUNS + ", line " + number + ": " + wrong.getMessage(), wrong);
            }
        }

        private void readSamples(InputStream in) throws IOException {
            var samples = new SampleRows();
            try {
                Rows.read(new InputStreamReader(in, StandardCharsets.UTF_8), samples::take);
            } catch (CsvParseException e) {
                throw new IllegalArgumentException(Archives.SAMPLES + " is not sound CSV", e);
            }
            samples.finishSet();
        }

        /** The rows of {@code samples.csv} as they pass. */
        private final class SampleRows {
            private final SampleRow.Reader reader = new SampleRow.Reader();
            private boolean hasHeader;
            private String set = "";
            private Map<String, Run> ofSet = Map.of();
            private long count;

            void take(Rows row) {
                if (!hasHeader) {
                    if (!row.list().equals(HEADER))
                        throw new IllegalArgumentException(Archives.SAMPLES + " has another header");
                    hasHeader = true;
                    return;
                }
                try {
                    sample(row);
                } catch (IllegalArgumentException wrong) {
                    throw new IllegalArgumentException(
                            Archives.SAMPLES + ", line " + row.line() + ": " + wrong.getMessage(), wrong);
                }
                if ((++count & 0xffff) == 0) Progress.checkCancelled();
            }

            private void sample(Rows row) {
                if (row.count() != HEADER.size())
                    throw new IllegalArgumentException("the row has " + row.count() + " fields");
                if (!row.get(0).equals(set)) {
                    finishSet();
                    set = row.get(0);
                    ofSet = runs.getOrDefault(set, Map.of());
                }
                Run run = ofSet.get(row.get(11));
                if (run == null) throw new IllegalArgumentException("there is no run " + row.get(11));
                String line = row.get(12);
                writing.sample(
                        run,
                        reader.sample(
                                row.get(4),
                                row.get(5),
                                row.get(6),
                                row.get(7),
                                row.get(8),
                                row.get(9),
                                row.get(10),
                                line.isEmpty() ? 0 : Integer.parseInt(line)));
            }

            void finishSet() {
                sampleCounts.merge(set, count, Long::sum);
                count = 0;
            }
        }
    }
}
