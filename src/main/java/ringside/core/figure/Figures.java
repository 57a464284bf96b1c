package ringside.core.figure;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import ringside.core.result.Better;

/**
 * Every figure there is, as rows of {@code figures.csv}: the 35 of the study by their own numbers, then those
 * that published sets need. A figure of a known kind is a row there and nothing else.
 */
public record Figures(List<Figure> all) {
    public Figures {
        all = List.copyOf(all);
    }

    /** Read once. */
    public static Figures bundled() {
        return Bundled.FIGURES;
    }

    private static final class Bundled {
        static final Figures FIGURES = read();
    }

    private static Figures read() {
        try (InputStream in = Figures.class.getResourceAsStream("/ringside/figure/figures.csv")) {
            if (in == null) throw new IllegalStateException("figures.csv is not in the program");
            var figures = new ArrayList<Figure>();
            try (var rows = CsvReader.builder().ofNamedCsvRecord(new InputStreamReader(in, StandardCharsets.UTF_8))) {
                for (NamedCsvRecord row : rows) figures.add(figure(row));
            }
            return new Figures(figures);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public Optional<Figure> byId(String id) {
        return all.stream().filter(figure -> figure.id().equals(id)).findFirst();
    }

    private static Figure figure(NamedCsvRecord row) {
        Figure.Kind kind = Figure.Kind.valueOf(row.getField("kind").toUpperCase(Locale.ROOT));
        return new Figure(
                row.getField("id"),
                Figure.Group.valueOf(row.getField("group")),
                kind,
                row.getField("title"),
                Set.copyOf(words(row.getField("sets"))),
                Set.copyOf(words(row.getField("benchmarks"))),
                row.getField("metric"),
                row.getField("unit"),
                where(row.getField("where")),
                row.getField("x"),
                words(row.getField("split")),
                words(row.getField("pick")),
                axis(row.getField("x_label"), row.getField("x_unit"), row.getField("x_scale")),
                axis(row.getField("y_label"), row.getField("unit"), row.getField("y_scale")),
                Better.of(row.getField("better")),
                row.getField("relative").equals("yes"),
                row.getField("note"));
    }

    private static Axis axis(String label, String unit, String scale) {
        return new Axis(label, unit.equals("us") ? "µs" : unit, Axis.Scale.valueOf(scale.toUpperCase(Locale.ROOT)));
    }

    private static List<String> words(String text) {
        return text.isBlank() ? List.of() : List.of(text.strip().split("\\s+"));
    }

    /** {@code cores=1|-;operation=rd}: a parameter and its accepted values, and so on. */
    private static Map<String, Set<String>> where(String text) {
        var where = new LinkedHashMap<String, Set<String>>();
        if (text.isBlank()) return where;
        for (String part : text.split(";", -1)) {
            String[] sides = part.split("=", 2);
            where.put(sides[0], new LinkedHashSet<>(List.of(sides[1].split("\\|", -1))));
        }
        return where;
    }
}
