package ringside.ui.result;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import ringside.core.Progress;
import ringside.core.RingsideException;
import ringside.core.format.Content;
import ringside.core.format.Mapping;
import ringside.core.format.MappingPreview;
import ringside.core.format.Outcome;
import ringside.core.format.Request;
import ringside.core.result.Better;
import ringside.ui.kit.Background;
import ringside.ui.kit.Texts;

/** A table whose columns are being explained: what each is, and what its first rows become by that. */
public final class MappingModel {
    /** Takes a table into the store. */
    @FunctionalInterface
    public interface Reading {
        Outcome read(Content content, Mapping mapping, Request request, Progress progress);
    }

    private final Background background;
    private final Reading reading;
    private final Content content;
    private final Mapping guess;
    private final String head;
    private final List<MappedColumn> columns = new ArrayList<>();
    private final List<List<String>> rows;
    private final ObjectProperty<Mapping.Decimal> decimal;
    private final StringProperty benchmark;
    private final ReadOnlyStringWrapper objection = new ReadOnlyStringWrapper(this, "objection", "");
    private final ReadOnlyStringWrapper result = new ReadOnlyStringWrapper(this, "result", "");

    MappingModel(Background background, Reading reading, Content content, Mapping guess, String head) {
        this.background = background;
        this.reading = reading;
        this.content = content;
        this.guess = guess;
        this.head = head;
        decimal = new SimpleObjectProperty<>(this, "decimal", guess.decimal());
        benchmark = new SimpleStringProperty(this, "benchmark", guess.fixed().getOrDefault("benchmark", ""));
        List<List<String>> all = MappingPreview.rows(guess, head);
        rows = all.subList(1, all.size());
        for (String name : new LinkedHashSet<>(all.getFirst())) {
            if (name.isBlank()) continue;
            var column = new MappedColumn(name.strip(), all.getFirst().indexOf(name), guess);
            column.changed(this::look);
            columns.add(column);
        }
        decimal.subscribe((before, now) -> look());
        benchmark.subscribe((before, now) -> look());
        look();
    }

    /** What was run, for all rows where no column says it. */
    public StringProperty benchmarkProperty() {
        return benchmark;
    }

    /** The same table by a mapping that was saved. */
    void open(Path file, Consumer<MappingModel> done, Consumer<RingsideException> report) {
        background.run(
                Texts.of("result.mapping.opening-the-mapping"),
                progress -> new MappingModel(background, reading, content, fitting(file), head),
                done,
                report);
    }

    private Mapping fitting(Path file) {
        Mapping mapping = Mapping.read(file);
        List<String> header = MappingPreview.rows(mapping, head).getFirst().stream()
                .map(String::strip)
                .toList();
        for (String column : mapping.columns())
            if (!header.contains(column))
                throw new RingsideException(
                        Texts.of("result.mapping.other-table", file, name(), column),
                        Texts.of("result.mapping.other-table-remedy", String.join(", ", header)));
        return mapping;
    }

    /** Which sign stands before the decimals of the table's numbers. */
    public ObjectProperty<Mapping.Decimal> decimalProperty() {
        return decimal;
    }

    public String name() {
        return content.name();
    }

    public List<MappedColumn> columns() {
        return List.copyOf(columns);
    }

    /** What stands in a column, from the first row on. */
    public List<String> values(MappedColumn column) {
        return rows.stream()
                .map(row -> column.place() < row.size() ? row.get(column.place()) : "")
                .toList();
    }

    /** Why this cannot be imported yet; empty if it can. */
    public ReadOnlyStringProperty objectionProperty() {
        return objection.getReadOnlyProperty();
    }

    /** What the first rows become. */
    public ReadOnlyStringProperty resultProperty() {
        return result.getReadOnlyProperty();
    }

    private void look() {
        Optional<Mapping> mapping = mapping();
        objection.set(mapping.isPresent() ? "" : Texts.of("result.mapping.say-of-one-column"));
        result.set(mapping.map(one -> said(MappingPreview.of(one, head))).orElse(""));
    }

    private static String said(MappingPreview preview) {
        var text = new StringBuilder(Texts.of("result.mapping.first-rows-become"));
        preview.samples().stream().limit(4).forEach(sample -> text.append("\n").append(sample));
        preview.faults().stream().limit(2).forEach(fault -> text.append("\n").append(fault));
        return text.toString();
    }

    /** What is chosen; empty while no column holds results, or two claim to be the same. */
    Optional<Mapping> mapping() {
        var texts = new HashMap<String, String>();
        Map<String, String> parameters = new LinkedHashMap<>();
        var values = new ArrayList<Mapping.Measured>();
        for (MappedColumn column : columns) {
            switch (column.meaningProperty().get()) {
                case LEFT_OUT -> {}
                case PLATFORM, CONFIGURATION, BENCHMARK, METRIC, UNIT ->
                    texts.put(column.meaningProperty().get().role(), column.header());
                case PARAMETER -> parameters.put(column.header(), column.name());
                case HIGHER -> values.add(measured(column, Better.HIGHER));
                case LOWER -> values.add(measured(column, Better.LOWER));
            }
        }
        if (values.isEmpty()) return Optional.empty();
        var fixed = new HashMap<>(guess.fixed());
        String run = benchmark.get() == null ? "" : benchmark.get().strip();
        fixed.put("benchmark", run.isEmpty() ? "table" : run);
        if (texts.containsKey("benchmark")) fixed.remove("benchmark");
        return Optional.of(new Mapping(guess.separator(), decimal.get(), texts, fixed, parameters, values));
    }

    private static Mapping.Measured measured(MappedColumn column, Better better) {
        return new Mapping.Measured(
                column.header(), column.name(), column.unitProperty().get().strip(), better);
    }

    void save(Path file, Runnable saved, Consumer<RingsideException> report) {
        mapping()
                .ifPresent(mapping -> background.run(
                        Texts.of("result.mapping.saving-the-mapping"),
                        progress -> {
                            mapping.save(file);
                            return file;
                        },
                        done -> saved.run(),
                        report));
    }

    void begin(Consumer<Outcome> done, Consumer<RingsideException> report) {
        mapping()
                .ifPresent(mapping -> background.run(
                        Texts.of("result.mapping.importing", content.name()),
                        progress -> reading.read(content, mapping, Request.AUTOMATIC, progress),
                        done,
                        report));
    }
}
