package ringside.core.comparison.report;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import ringside.core.RingsideException;
import ringside.core.Sha256;
import ringside.core.WholeFile;
import ringside.core.comparison.Answer;
import ringside.core.comparison.AnswerJson;
import ringside.core.comparison.NeedFile;
import ringside.core.comparison.Studied;
import ringside.core.feature.FeatureMatrix;
import ringside.core.figure.Figures;
import ringside.core.figure.Plotting;
import ringside.core.figure.Renderer;
import ringside.core.format.SampleCsv;
import ringside.core.format.SampleRow;
import ringside.core.result.ResultStore;
import ringside.core.result.Run;
import ringside.core.result.Sample;
import ringside.core.result.Selection;

/**
 * An answer as a folder to hand on: {@code report.html} (one file that needs no network), {@code report.pdf},
 * {@code figures/} as vectors, {@code data/} with every table and sample behind it and their checksums, and
 * {@code answer.json}. The same answer gives the same bytes.
 */
public final class Report {
    private static final String DATA = "data/";
    private static final String SAMPLES = "samples.csv";

    private final ResultStore store;
    private final Figures figures;
    private final FeatureMatrix matrix;
    private final Plotting plotting;
    private final Renderer renderer;
    private final Tabulation tables;
    private final Press press;

    public Report(
            ResultStore store,
            Figures figures,
            FeatureMatrix matrix,
            Plotting plotting,
            Renderer renderer,
            Tabulation tables,
            Press press) {
        this.store = store;
        this.figures = figures;
        this.matrix = matrix;
        this.plotting = plotting;
        this.renderer = renderer;
        this.tables = tables;
        this.press = press;
    }

    /** Writes all of it; files of the same names are replaced. */
    public void write(Answer answer, Path folder) {
        try {
            var sums = new TreeMap<String, String>();
            files(answer).forEach((name, bytes) -> {
                write(folder.resolve(name), bytes);
                if (name.startsWith(DATA)) sums.put(name.substring(DATA.length()), Sha256.of(bytes));
            });
            sums.put(SAMPLES, samples(answer, folder.resolve(DATA + SAMPLES)));
            write(folder.resolve(DATA + "SHA256SUMS"), utf8(lines(sums)));
        } catch (IOException e) {
            throw trouble(folder, e);
        }
    }

    private static void write(Path file, byte[] bytes) {
        try {
            WholeFile.write(file, out -> out.write(bytes));
        } catch (IOException e) {
            throw trouble(file, e);
        }
    }

    private static RingsideException trouble(Path place, IOException e) {
        return new RingsideException(
                "The report could not be written to " + place + " (" + e.getMessage() + ")",
                "name a folder that has room and where you may write",
                e);
    }

    /** Path below the folder → content; samples, which may be many, and the checksums are not among them. */
    private Map<String, byte[]> files(Answer answer) throws IOException {
        Pictures pictures = Pictures.of(answer, figures, plotting, renderer);
        var page = new ReportPage(answer, matrix, pictures, tables);
        var files = new TreeMap<String, byte[]>();
        files.put("answer.json", utf8(AnswerJson.write(answer)));
        files.put("report.html", utf8(page.screen()));
        var paper = new ByteArrayOutputStream();
        press.print(page.paper(), pictures.pages(), paper);
        files.put("report.pdf", paper.toByteArray());
        pictures.files().forEach((name, bytes) -> files.put("figures/" + name, bytes));
        Table cells = ReportTables.cells(answer);
        for (Table table : List.of(
                cells,
                ReportTables.ranking(answer),
                ReportTables.pairs(answer),
                ReportTables.overhead(answer),
                ReportTables.findings(answer),
                ReportTables.claims(answer),
                ReportTables.crossings(answer),
                ReportTables.features(answer, matrix),
                tables.counts(cells, "verdicts", ReportTables.SUBJECT, "verdict"),
                tables.geometricMeans(cells, "ratios", ReportTables.PROGRAM, "ratio")))
            files.put(DATA + table.name() + ".csv", utf8(tables.csv(table)));
        for (Pictures.Drawn drawn : pictures.drawn())
            files.put(DATA + "figure-" + drawn.id() + ".csv", utf8(drawn.csv()));
        files.put(DATA + "need.yaml", utf8(NeedFile.write(answer.need())));
        return files;
    }

    /** Of all chosen sets, as they are imported again; the file's checksum is the result. */
    private String samples(Answer answer, Path file) throws IOException {
        var sets = new TreeSet<String>();
        for (Studied set : answer.evidence().sets()) sets.add(set.name());
        MessageDigest digest = Sha256.digest();
        WholeFile.write(file, out -> {
            var writer = new OutputStreamWriter(new DigestOutputStream(out, digest), StandardCharsets.UTF_8);
            CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(writer);
            csv.writeRecord(Stream.concat(SampleRow.HEADER.stream(), Stream.of(SampleCsv.STARTED))
                    .toList());
            if (!sets.isEmpty())
                store.samples(Selection.ofSets(sets), (set, run, sample) -> csv.writeRecord(row(set, run, sample)));
            csv.flush();
        });
        return Sha256.text(digest.digest());
    }

    /** With the time at which its run began. */
    private static String[] row(String set, Run run, Sample sample) {
        String[] fields = SampleRow.sheet(set, run, sample);
        String[] row = Arrays.copyOf(fields, fields.length + 1);
        row[fields.length] = run.started().map(Instant::toString).orElse("");
        return row;
    }

    /** As {@code sha256sum -c} reads them. */
    private static String lines(Map<String, String> sums) {
        var lines = new StringBuilder();
        sums.forEach((name, sum) -> lines.append(sum).append("  ").append(name).append('\n'));
        return lines.toString();
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
