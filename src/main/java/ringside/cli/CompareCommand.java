package ringside.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import ringside.core.comparison.Answer;
import ringside.core.comparison.AnswerJson;
import ringside.core.comparison.Change;
import ringside.core.comparison.Claim;
import ringside.core.comparison.ClaimFile;
import ringside.core.comparison.Crossover;
import ringside.core.comparison.Need;
import ringside.core.comparison.NeedFile;
import ringside.core.comparison.Purpose;
import ringside.core.comparison.Ranked;
import ringside.core.feature.FeatureMatrix;
import ringside.workbench.Workbench;

@Command(
        name = "compare",
        description = "Answers which platform, for what you do, and how sure that is; writes a report on it.")
final class CompareCommand implements Callable<Integer> {
    private final Session session;

    @CommandLine.Spec
    private CommandLine.Model.@Nullable CommandSpec spec;

    @ArgGroup
    private What what = new What();

    private static final class What {
        @Option(names = "--need", paramLabel = "FILE", description = "a need as a YAML file")
        private Optional<Path> need = Optional.empty();

        @Option(
                names = "--profile",
                paramLabel = "cpu|memory|io|balanced",
                description = "what counts; also: server-consolidation, hpc, disk-heavy, desktop, teaching, isolation")
        private Optional<String> profile = Optional.empty();
    }

    @Option(names = "--set", paramLabel = "NAME", description = "only this set counts; may be repeated")
    private List<String> sets = List.of();

    @Option(
            names = "--reference",
            paramLabel = "LABEL",
            description = "the configuration all others are held against; else each set's host, else its first")
    private Optional<String> reference = Optional.empty();

    @Option(
            names = "--difference",
            paramLabel = "PERCENT",
            description = "differences below it are of no interest; 3 if not given")
    private Optional<Double> difference = Optional.empty();

    @Option(names = "--claims", paramLabel = "FILE", description = "more claims to hold against the sets")
    private Optional<Path> claims = Optional.empty();

    @Option(names = "--json", description = "print the whole answer as JSON")
    private boolean json;

    @Option(names = "--out", required = true, paramLabel = "DIR", description = "the folder for the report")
    private @Nullable Path out;

    CompareCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        FeatureMatrix matrix = Workbench.catalogue().matrix();
        Need need = need(matrix);
        List<Claim> all = new ArrayList<>(Workbench.claims());
        claims.ifPresent(file -> all.addAll(ClaimFile.read(file)));
        Workbench workbench = session.workbench();
        Answer answer = Answer.of(need, workbench.sources(matrix, all));
        Path folder = Objects.requireNonNull(out);
        workbench.report(matrix).write(answer, folder);
        if (json) session.out().print(AnswerJson.write(answer));
        else print(answer);
        session.say("wrote " + folder);
        return 0;
    }

    private Need need(FeatureMatrix matrix) {
        Need need = what.need
                .map(file -> NeedFile.read(file, matrix))
                .or(() -> what.profile.map(this::profile))
                .orElse(Need.DEFAULT);
        if (!sets.isEmpty()) need = need.withSets(new TreeSet<>(sets));
        if (reference.isPresent()) need = need.withReference(reference);
        if (difference.isPresent()) {
            double percent = difference.get();
            if (!(percent > 0 && percent < 100))
                throw wrong("--difference is percent, above 0 and below 100, not " + percent);
            need = need.withDifference(percent / 100);
        }
        return need;
    }

    private Need profile(String word) {
        return Purpose.of(word)
                .map(Need::of)
                .orElseThrow(() -> wrong("--profile is one of "
                        + Stream.of(Purpose.values()).map(Purpose::word).collect(Collectors.joining(", "))));
    }

    private ParameterException wrong(String problem) {
        return new ParameterException(Objects.requireNonNull(spec).commandLine(), problem);
    }

    private void print(Answer answer) {
        answer.summary().forEach(session.out()::println);
        var table = new TextTable("RANK", "PLATFORM", "FITS", "OF NATIVE");
        for (Ranked ranked : answer.ranking())
            table.row(
                    ranked.span().text(),
                    ranked.candidate().name(),
                    ranked.fits().word(),
                    ranked.share().isPresent()
                            ? String.format(
                                    Locale.ROOT, "%.1f %%", 100 * ranked.share().getAsDouble())
                            : "");
        session.out().print(table);
        if (!answer.crossovers().isEmpty()) crossings(answer);
        answer.changes().stream()
                .filter(change -> change.kind() == Change.Kind.MEASUREMENT)
                .forEach(change -> {
                    session.out().println(change.text());
                    change.commands().forEach(command -> session.out().println("  " + command));
                });
    }

    private void crossings(Answer answer) {
        session.out().println("Along these sweeps two platforms change places:");
        var table = new TextTable("SET", "SWEEP", "AHEAD BELOW", "CROSSING AT", "AHEAD ABOVE");
        for (Crossover crossover : answer.crossovers())
            table.row(
                    crossover.set(),
                    crossover.sweep(),
                    crossover.below().label(),
                    crossover.place(),
                    crossover.above().label());
        session.out().print(table);
    }
}
