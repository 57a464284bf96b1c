package ringside.cli;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import ringside.core.bench.Benchmark;
import ringside.core.bench.Knob;
import ringside.core.bench.Need;
import ringside.core.bench.Plan;
import ringside.core.bench.plan.Plans;
import ringside.core.bench.suite.Suite;
import ringside.core.json.Json;

@Command(name = "list", description = "The benchmarks there are, what a plan may set of each, and the bundled plans.")
final class ListBenchmarks implements Callable<Integer> {
    private final Session session;

    @Option(names = "--json", description = "print JSON")
    private boolean json;

    ListBenchmarks(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        if (json)
            session.out()
                    .println(Json.pretty(Map.of(
                            "benchmarks",
                                    Suite.all().stream()
                                            .map(ListBenchmarks::map)
                                            .toList(),
                            "plans",
                                    Plans.bundled().stream()
                                            .map(ListBenchmarks::map)
                                            .toList())));
        else print();
        return 0;
    }

    private void print() {
        var benchmarks = new TextTable("BENCHMARK", "NEEDS", "A PLAN SETS", "WHAT IT TELLS");
        for (Benchmark benchmark : Suite.all())
            benchmarks.row(
                    benchmark.id(),
                    benchmark.needs().stream().map(ListBenchmarks::needed).collect(Collectors.joining(", ")),
                    benchmark.knobs().stream().map(Knob::name).collect(Collectors.joining(" ")),
                    benchmark.summary());
        var plans = new TextTable("PLAN", "VERSION", "WHAT IT IS");
        for (Plan plan : Plans.bundled()) plans.row(plan.id(), String.valueOf(plan.version()), plan.description());
        session.out().println(benchmarks);
        session.out().print(plans);
    }

    private static String needed(Need need) {
        return need.program() + (need.optional() ? "?" : "") + (need instanceof Need.Compiled ? " (own, in C)" : "");
    }

    private static Map<String, Object> map(Benchmark benchmark) {
        var map = new LinkedHashMap<String, Object>();
        map.put("id", benchmark.id());
        map.put("title", benchmark.title());
        map.put("summary", benchmark.summary());
        map.put("needs", benchmark.needs().stream().map(ListBenchmarks::map).toList());
        map.put("sets", benchmark.knobs().stream().map(ListBenchmarks::map).toList());
        return map;
    }

    private static Map<String, Object> map(Need need) {
        var map = new LinkedHashMap<String, Object>();
        map.put("program", need.program());
        map.put("optional", need.optional());
        switch (need) {
            case Need.Packaged packaged -> {
                var packages = new TreeMap<String, Object>();
                packaged.packages()
                        .forEach((system, offer) ->
                                packages.put(system, Map.of("package", offer.name(), "remark", offer.remark())));
                map.put("packages", packages);
            }
            case Need.Compiled compiled -> map.put("compiled_by", compiled.command("cc"));
        }
        return map;
    }

    private static Map<String, Object> map(Knob knob) {
        var map = new LinkedHashMap<String, Object>();
        map.put("name", knob.name());
        map.put("about", knob.about());
        map.put("several", knob.many());
        map.put("usual", knob.usual());
        return map;
    }

    private static Map<String, Object> map(Plan plan) {
        var map = new LinkedHashMap<String, Object>();
        map.put("id", plan.id());
        map.put("version", plan.version());
        map.put("title", plan.title());
        map.put("description", plan.description());
        map.put(
                "benchmarks",
                plan.stages().stream().map(Plan.Stage::benchmark).distinct().toList());
        return map;
    }
}
