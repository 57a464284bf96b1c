package ringside.cli;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import ringside.core.RingsideException;
import ringside.core.format.SampleRow;
import ringside.core.json.Json;
import ringside.core.result.ResultStore;
import ringside.core.result.Run;
import ringside.core.result.Sample;
import ringside.core.result.Selection;
import ringside.core.result.Value;

@Command(name = "samples", description = "Prints samples, one a row.")
final class SamplesCommand implements Callable<Integer> {
    private final Session session;

    @Option(names = "--set", paramLabel = "NAME", description = "only this set; may be repeated")
    private List<String> sets = List.of();

    @Option(names = "--benchmark", paramLabel = "ID", description = "only this benchmark; may be repeated")
    private List<String> benchmarks = List.of();

    @ArgGroup
    private @Nullable Shape shape;

    private static final class Shape {
        @Option(names = "--json", description = "print a JSON array")
        private boolean json;

        @Option(names = "--csv", description = "print CSV (the default)")
        private boolean csv;
    }

    SamplesCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        ResultStore store = session.workbench().store();
        requireSets(store, sets);
        var selection = new Selection(new HashSet<>(sets), new HashSet<>(benchmarks), Set.of(), Set.of(), Map.of());
        if (shape != null && shape.json) printJson(store, selection);
        else printCsv(store, selection);
        return 0;
    }

    static void requireSets(ResultStore store, List<String> names) {
        for (String name : names) {
            if (store.find(name).isEmpty())
                throw new RingsideException(
                        "There is no set named " + name, "'ringside sets list' shows the sets there are");
        }
    }

    private void printCsv(ResultStore store, Selection selection) {
        // Closing it would close standard output
        @SuppressWarnings("resource")
        CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(session.out());
        csv.writeRecord(SampleRow.HEADER);
        store.samples(selection, (set, run, sample) -> csv.writeRecord(SampleRow.sheet(set, run, sample)));
        try {
            csv.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void printJson(ResultStore store, Selection selection) {
        PrintWriter out = session.out();
        boolean[] first = {true};
        out.print("[");
        store.samples(selection, (set, run, sample) -> {
            out.print(first[0] ? "\n" : ",\n");
            first[0] = false;
            out.print(Json.compact(map(set, run, sample)));
        });
        out.println("\n]");
    }

    private static LinkedHashMap<String, @Nullable Object> map(String set, Run run, Sample sample) {
        var map = new LinkedHashMap<String, @Nullable Object>();
        map.put("set", set);
        map.put("platform", run.configuration().platform());
        map.put("configuration", run.configuration().label());
        map.put("benchmark", run.benchmark());
        map.put("metric", sample.metric().name());
        map.put("unit", sample.metric().unit());
        map.put("better", sample.metric().better().word());
        var parameters = new LinkedHashMap<String, Object>();
        sample.parameters().asMap().forEach((key, value) -> parameters.put(key, Json.typed(value)));
        map.put("parameters", parameters);
        switch (sample.value()) {
            case Value.Measured(double number) ->
                map.put(
                        "value",
                        number == Math.rint(number) && Math.abs(number) < 1e15
                                ? (Object) (long) number
                                : (Object) number);
            case Value.Missing(String reason) -> {
                map.put("value", null);
                map.put("failure", reason);
            }
        }
        map.put("repetition", sample.repetition());
        map.put("run", run.id());
        if (sample.line() > 0) map.put("line", sample.line());
        return map;
    }
}
