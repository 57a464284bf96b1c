package ringside.core.archive;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import ringside.core.RingsideException;
import ringside.core.Sha256;
import ringside.core.WholeFile;
import ringside.core.format.SampleRow;
import ringside.core.result.ResultStore;
import ringside.core.result.Run;
import ringside.core.result.Sample;
import ringside.core.result.Selection;

/** Writes {@code .ringside} archives. The same sets of a store always give the same bytes. */
public final class Archives {
    static final String MANIFEST = "manifest.json";
    static final String RUNS = "runs.jsonl";
    static final String SAMPLES = "samples.csv";
    static final String RAW = "raw/";
    /** Not the first hour that a zip can hold: Java takes that one for an older time and adds it in the local zone. */
    private static final LocalDateTime NO_TIME = LocalDateTime.of(1980, 2, 1, 0, 0);

    private final ResultStore store;

    public Archives(ResultStore store) {
        this.store = store;
    }

    /** Writes beside the file first and moves it into place when it is whole. */
    public void export(Collection<String> sets, Path out) {
        var names = new TreeSet<>(sets);
        var parts = new ArrayList<Manifest.SetPart>();
        for (String name : names) {
            ResultStore.StoredSet stored = store.find(name)
                    .orElseThrow(() -> new RingsideException(
                            "There is no set named " + name, "'ringside sets list' shows the sets there are"));
            parts.add(new Manifest.SetPart(stored.set(), store.configurations(name), stored.runs(), stored.samples()));
        }
        try {
            WholeFile.write(out, file -> write(names, parts, file));
        } catch (IOException | UncheckedIOException e) {
            throw new RingsideException(
                    "The archive " + out + " could not be written (" + e.getMessage() + ")",
                    "check that the folder exists, has room and may be written",
                    e);
        }
    }

    private void write(Set<String> names, List<Manifest.SetPart> parts, OutputStream file) throws IOException {
        var entries = new ArrayList<Manifest.Entry>();
        var raws = new TreeMap<String, Run.Raw>();
        try (var zip = new ZipOutputStream(file)) {
            entries.add(entry(zip, RUNS, text -> {
                for (String name : names) {
                    for (Run run : store.runs(name)) {
                        text.append(new RunLine(name, run).json()).append('\n');
                        run.raw().ifPresent(raw -> raws.putIfAbsent(raw.sha256(), raw));
                    }
                }
            }));
            entries.add(entry(zip, SAMPLES, text -> samples(names, text)));
            for (String sha : raws.keySet()) {
                byte[] bytes = store.raw(sha)
                        .orElseThrow(() -> new RingsideException(
                                "The raw output " + raws.get(sha) + " is not in the store",
                                "run 'ringside sets verify', and import the file again"));
                zip.putNextEntry(zipEntry(RAW + sha));
                zip.write(bytes);
                zip.closeEntry();
                entries.add(new Manifest.Entry(RAW + sha, sha, bytes.length));
            }
            zip.putNextEntry(zipEntry(MANIFEST));
            zip.write(new Manifest(parts, entries).json().getBytes(StandardCharsets.UTF_8));
            zip.closeEntry();
        }
    }

    private interface Text {
        void write(Writer text) throws IOException;
    }

    private static Manifest.Entry entry(ZipOutputStream zip, String path, Text content) throws IOException {
        zip.putNextEntry(zipEntry(path));
        var counted = new Counted(zip);
        var text = new BufferedWriter(new OutputStreamWriter(counted, StandardCharsets.UTF_8), 1 << 16);
        content.write(text);
        text.flush();
        zip.closeEntry();
        return new Manifest.Entry(path, Sha256.text(counted.digest.digest()), counted.size);
    }

    private static ZipEntry zipEntry(String path) {
        var entry = new ZipEntry(path);
        entry.setTimeLocal(NO_TIME);
        return entry;
    }

    private void samples(Set<String> names, Writer text) {
        // Closing it would close the zip
        @SuppressWarnings("resource")
        CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(text);
        var header = new ArrayList<>(SampleRow.HEADER);
        header.addAll(List.of("run", "line"));
        csv.writeRecord(header);
        for (String name : names) {
            store.samples(Selection.ofSets(Set.of(name)), (set, run, sample) -> csv.writeRecord(row(set, run, sample)));
        }
        try {
            csv.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String[] row(String set, Run run, Sample sample) {
        String[] fields = SampleRow.fields(set, run, sample);
        String[] row = Arrays.copyOf(fields, fields.length + 2);
        row[fields.length] = run.id();
        row[fields.length + 1] = sample.line() == 0 ? "" : Integer.toString(sample.line());
        return row;
    }

    /** Passes bytes on, and knows how many there were and their checksum. */
    private static final class Counted extends OutputStream {
        private final OutputStream to;
        private final MessageDigest digest = Sha256.digest();
        private long size;

        Counted(OutputStream to) {
            this.to = to;
        }

        @Override
        public void write(int octet) throws IOException {
            write(new byte[] {(byte) octet}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            to.write(bytes, from, length);
            digest.update(bytes, from, length);
            size += length;
        }
    }
}
