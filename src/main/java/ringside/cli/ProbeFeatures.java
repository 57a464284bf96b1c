package ringside.cli;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import ringside.core.RingsideException;
import ringside.core.feature.Probed;
import ringside.core.host.Target;
import ringside.core.json.Json;
import ringside.core.probe.ProbeReport;
import ringside.core.probe.Probing;

/** A host that cannot be reached fails the command; a probe that cannot ask is part of the answer, and exits with 0. */
@Command(
        name = "probe",
        description = {
            "Asks a live host which features it really has; it changes nothing there.",
            "The password for a host that wants one is read from RINGSIDE_SSH_PASSWORD, or asked for on a terminal."
        })
final class ProbeFeatures implements Callable<Integer> {
    private static final int LONGEST_S = 600;

    private final Session session;

    @CommandLine.Spec
    private @Nullable CommandSpec spec;

    @Option(names = "--host", paramLabel = "TARGET", description = "local (as it is), or ssh://user@host[:port]")
    private String host = "local";

    @Option(
            names = "--within",
            paramLabel = "SECONDS",
            description = "time for each of its tools, more than the usual ${DEFAULT-VALUE} for a host that is slow")
    private int seconds = Probing.SECONDS;

    @Option(names = "--json", description = "print JSON")
    private boolean json;

    @Option(names = "--no-save", description = "do not keep the answers in the store")
    private boolean noSave;

    @Mixin
    private AcceptedKey key = new AcceptedKey();

    ProbeFeatures(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        Target target = target();
        ProbeReport report = session.workbench()
                .probing()
                .within(time())
                .probe(target, key.questions(), Session.progress(), Probing.Listener.SILENT);
        if (!noSave) session.workbench().probes().keep(report);
        if (json) session.out().println(Json.pretty(map(report)));
        else print(report);
        return 0;
    }

    /** A host that cannot be named is wrong usage; one that cannot be reached is not. */
    private Target target() {
        try {
            return Target.parse(host);
        } catch (RingsideException e) {
            throw new ParameterException(
                    Objects.requireNonNull(spec).commandLine(), "--host: " + e.problem() + ": " + e.remedy() + ".");
        }
    }

    private Duration time() {
        if (seconds < 1 || seconds > LONGEST_S)
            throw new ParameterException(
                    Objects.requireNonNull(spec).commandLine(), "--within: from 1 to " + LONGEST_S + " seconds.");
        return Duration.ofSeconds(seconds);
    }

    private void print(ProbeReport report) {
        session.say(summary(report));
        report.troubles().stream()
                .map(trouble -> "not asked: " + trouble.problem() + ": " + trouble.remedy())
                .distinct()
                .forEach(session::say);
        List<String> commands = report.probed().stream()
                .map(Probed::command)
                .filter(command -> !command.isEmpty())
                .distinct()
                .toList();
        var table = new TextTable("FEATURE", "PLATFORM", "FOUND", "BY", "ANSWER");
        var told = new HashSet<List<String>>();
        for (Probed answer : report.probed()) {
            if (isAbsent(report, answer) && !told.add(List.of(answer.platform(), answer.answer()))) continue;
            table.row(
                    isAbsent(report, answer) ? "(all)" : answer.feature(),
                    answer.platform(),
                    answer.verdict().word().replace('-', ' '),
                    answer.command().isEmpty() ? "" : "[" + (commands.indexOf(answer.command()) + 1) + "]",
                    answer.answer());
        }
        session.out().println(table);
        for (int i = 0; i < commands.size(); i++) session.out().println("[" + (i + 1) + "] " + commands.get(i));
    }

    /** The host does not have the platform: it says the same of each of its features, and once is enough for a reader. */
    private static boolean isAbsent(ProbeReport report, Probed answer) {
        return answer.verdict() == Probed.Verdict.NOT_HERE
                && report.probed().stream()
                        .filter(other -> other.platform().equals(answer.platform()))
                        .allMatch(other -> other.verdict() == answer.verdict()
                                && other.answer().equals(answer.answer()))
                && report.probed().stream()
                                .filter(other -> other.platform().equals(answer.platform()))
                                .count()
                        > 1;
    }

    private static String summary(ProbeReport report) {
        Map<String, String> facts = report.host().facts();
        var known = new ArrayList<String>();
        Stream.of("os", "kernel", "cpu")
                .map(facts::get)
                .filter(fact -> fact != null)
                .forEach(known::add);
        return String.format(
                Locale.ROOT,
                "%s (%s), asked in %.1f s",
                report.host().name(),
                String.join(", ", known),
                report.took().toMillis() / 1000.0);
    }

    private static Map<String, Object> map(ProbeReport report) {
        var map = new LinkedHashMap<String, Object>();
        map.put("host", report.host().name());
        map.put("target", report.host().target().text());
        map.put("facts", report.host().facts());
        map.put("time", report.time().toString());
        map.put("took_ms", report.took().toMillis());
        map.put("probed", report.probed().stream().map(ProbeFeatures::map).toList());
        map.put("troubles", report.troubles().stream().map(ProbeFeatures::map).toList());
        return map;
    }

    private static Map<String, Object> map(Probed answer) {
        var map = new LinkedHashMap<String, Object>();
        map.put("feature", answer.feature());
        map.put("platform", answer.platform());
        map.put("verdict", answer.verdict().word());
        map.put("command", answer.command());
        map.put("answer", answer.answer());
        map.put("host", answer.host());
        map.put("time", answer.time().toString());
        return map;
    }

    private static Map<String, Object> map(ProbeReport.Trouble trouble) {
        var map = new LinkedHashMap<String, Object>();
        map.put("probe", trouble.probe());
        map.put("command", trouble.command());
        map.put("problem", trouble.problem());
        map.put("remedy", trouble.remedy());
        return map;
    }
}
