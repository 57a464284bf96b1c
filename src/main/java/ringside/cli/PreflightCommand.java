package ringside.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import ringside.core.bench.Plan;
import ringside.core.bench.plan.Plans;
import ringside.core.bench.preflight.Finding;
import ringside.core.bench.preflight.Preflight;
import ringside.core.json.Json;

@Command(
        name = "preflight",
        description = {
            "What stands against measuring a plan on a host: what it can do to which metric, and what mends it.",
            "It looks, and changes nothing there."
        })
final class PreflightCommand implements Callable<Integer> {
    private final Session session;

    @Option(names = "--plan", paramLabel = "FILE|ID", description = "a file, or a bundled plan (${DEFAULT-VALUE})")
    private String named = Plans.USUAL;

    @Mixin
    private TargetHost host = new TargetHost();

    @Option(names = "--json", description = "print JSON")
    private boolean json;

    PreflightCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        Plan plan = Plans.named(named);
        Preflight preflight = host.ask(shell -> Preflight.of(plan, shell));
        if (json) session.out().println(Json.pretty(map(plan, preflight)));
        else print(preflight.findings());
        return 0;
    }

    private void print(List<Finding> findings) {
        if (findings.isEmpty()) session.out().println("Nothing stands against it.");
        for (Finding finding : findings) {
            session.out().println(finding.weight().name().toLowerCase(Locale.ROOT) + ": " + finding.seen());
            session.out().println("    " + finding.effect());
            mending(finding).forEach(line -> session.out().println("    " + line));
        }
    }

    /** What mends it: words, a command, both or neither. */
    static Stream<String> mending(Finding finding) {
        return Stream.of(
                        finding.remedy().words(),
                        finding.remedy().command().isEmpty()
                                ? ""
                                : "$ " + finding.remedy().command())
                .filter(line -> !line.isEmpty());
    }

    private Map<String, Object> map(Plan plan, Preflight preflight) {
        var map = new LinkedHashMap<String, Object>();
        map.put("plan", plan.id());
        map.put("target", host.target());
        map.put("ready", preflight.isReady());
        map.put(
                "findings",
                preflight.findings().stream().map(PreflightCommand::map).toList());
        return map;
    }

    private static Map<String, Object> map(Finding finding) {
        var map = new LinkedHashMap<String, Object>();
        map.put("kind", finding.kind().word());
        map.put("weight", finding.weight().name().toLowerCase(Locale.ROOT));
        map.put("seen", finding.seen());
        map.put("effect", finding.effect());
        map.put("remedy", finding.remedy().words());
        map.put("command", finding.remedy().command());
        return map;
    }
}
