package ringside.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import ringside.core.RingsideException;
import ringside.core.feature.Catalogue;
import ringside.core.feature.Era;
import ringside.core.feature.Fault;
import ringside.core.feature.FeatureMatrix;
import ringside.core.feature.Filter;
import ringside.core.feature.Names;
import ringside.core.feature.Probed;
import ringside.core.feature.export.MatrixExcerpt;
import ringside.core.feature.export.MatrixFormat;
import ringside.workbench.Workbench;

@Command(
        name = "list",
        description = {
            "The matrix of features by platforms.",
            "With one platform or one feature the table has the conditions, versions and sources too."
        })
final class ListFeatures implements Callable<Integer> {
    /** How the matrix is printed: as a table for a terminal, or as what also a file can be. */
    private enum Kind {
        TABLE,
        CSV,
        JSON,
        MARKDOWN,
        HTML;

        String text(MatrixExcerpt excerpt) {
            return this == TABLE
                    ? new MatrixTable(excerpt).toString()
                    : MatrixFormat.valueOf(name()).text(excerpt);
        }
    }

    private final Session session;

    @CommandLine.Spec
    private @Nullable CommandSpec spec;

    @Option(names = "--platform", paramLabel = "ID", description = "only this platform; may be repeated")
    private List<String> platforms = List.of();

    @Option(names = "--feature", paramLabel = "ID", description = "only this feature; may be repeated")
    private List<String> features = List.of();

    @Option(names = "--search", paramLabel = "TEXT", description = "only features that speak of all these words")
    private String search = "";

    @Option(names = "--differences", description = "only features in which the platforms differ")
    private boolean differences;

    @ArgGroup
    private Time time = new Time();

    private static final class Time {
        @Option(names = "--year", paramLabel = "2013|now", description = "spring 2013, or now (the default)")
        private String year = Era.NOW.word();

        @Option(names = "--changes", description = "what has changed since spring 2013: then and now")
        private boolean changes;
    }

    @ArgGroup
    private As as = new As();

    private static final class As {
        @Option(
                names = "--format",
                paramLabel = "table|csv|json|markdown|html",
                description = "how it is printed; JSON always has both times")
        private Kind format = Kind.TABLE;

        @Option(names = "--json", description = "the same as --format json")
        private boolean json;
    }

    @Option(
            names = "--with",
            paramLabel = "PATH",
            description = "a file or folder of features besides your own; may be repeated")
    private List<Path> with = List.of();

    @Option(names = "--out", paramLabel = "FILE", description = "write to this file; a folder that is missing is made")
    private Optional<Path> out = Optional.empty();

    ListFeatures(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        for (Path place : with) if (!Files.exists(place)) throw wrong("--with: there is no " + place);
        Catalogue catalogue = Workbench.catalogue(with);
        catalogue.faults().stream().map(Fault::text).forEach(fault -> session.say("left out: " + fault));
        FeatureMatrix matrix = catalogue.matrix();
        Kind kind = as.json ? Kind.JSON : as.format;
        String text = kind.text(new MatrixExcerpt(matrix, filter(matrix), probed()));
        if (out.isPresent()) write(text, out.get());
        else session.out().print(text);
        return 0;
    }

    /** As all commands that write files do, it makes the folder if need be, and says so. */
    private void write(String text, Path file) {
        Path folder = Objects.requireNonNull(file.toAbsolutePath().getParent(), "a file is in a folder");
        boolean there = Files.isDirectory(folder);
        MatrixFormat.write(text, file);
        session.say("wrote " + file + (there ? "" : ", in the new folder " + folder));
    }

    private Filter filter(FeatureMatrix matrix) {
        List<String> columns = Names.columns(matrix);
        for (String id : platforms) known("platform", id, columns);
        for (String id : features) known("feature", id, Names.features(matrix));
        return new Filter(
                platforms.isEmpty() ? columns : List.copyOf(new LinkedHashSet<>(platforms)),
                new LinkedHashSet<>(features),
                search,
                era(),
                differences,
                time.changes);
    }

    private Era era() {
        for (Era era : Era.values()) if (era.word().equals(time.year)) return era;
        throw wrong("--year is 2013 or now, not '" + time.year + "'");
    }

    private void known(String kind, String id, List<String> ids) {
        if (!ids.contains(id)) throw wrong("There is no " + kind + " '" + id + "': " + Names.hint(id, ids) + ".");
    }

    private ParameterException wrong(String problem) {
        return new ParameterException(Objects.requireNonNull(spec).commandLine(), problem);
    }

    /** What hosts have answered; the matrix stands without it. */
    private List<Probed> probed() {
        try {
            return session.workbench().probes().latest("");
        } catch (RingsideException e) {
            session.say("without what hosts have answered: " + e.problem() + ": " + e.remedy());
            return List.of();
        }
    }
}
