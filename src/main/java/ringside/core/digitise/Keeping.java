package ringside.core.digitise;

import java.util.Optional;
import java.util.stream.Collectors;
import ringside.core.Progress;
import ringside.core.RingsideException;
import ringside.core.format.Content;
import ringside.core.format.Importing;
import ringside.core.format.Outcome;
import ringside.core.format.Request;
import ringside.core.result.Parameters;
import ringside.core.result.ResultSet;
import ringside.core.result.ResultStore;

/** Puts what was read of figures into the store, with the file that says how it was read as its raw output. */
public final class Keeping {
    private final ResultStore store;
    private final Importing importing;

    public Keeping(ResultStore store, Importing importing) {
        this.store = store;
        this.importing = importing;
    }

    /** @throws RingsideException if the set has this figure already, or nothing was read */
    public Outcome keep(Digitisation figure, Progress progress) {
        if (figure.series().stream().allMatch(series -> series.marks().isEmpty()))
            throw new RingsideException(
                    "Nothing was read of " + name(figure) + doubts(figure),
                    "check the colours of its series, the axes, and the area in which they are looked for");
        String set = figure.set().orElseGet(() -> setName(figure));
        String name = name(figure) + ".yaml";
        refuseTwice(figure, set, name);
        byte[] text = DigitisationFile.bytes(figure);
        var request = new Request(
                Optional.of(set), Optional.of(FigureFormat.ID), Optional.empty(), Optional.empty(), Parameters.NONE);
        return importing.read(Content.of(name, text), request, progress);
    }

    private static String doubts(Digitisation figure) {
        return figure.series().stream()
                .flatMap(series ->
                        series.doubts().stream().map(doubt -> " (" + series.name() + ": " + doubt.text() + ")"))
                .limit(3)
                .collect(Collectors.joining());
    }

    /** Each reading of a figure would count as one more measurement of the same. */
    private void refuseTwice(Digitisation figure, String set, String name) {
        if (store.find(set).isEmpty()) return;
        boolean there = store.runs(set).stream()
                .flatMap(run -> run.raw().stream())
                .anyMatch(raw ->
                        raw.format().equals(FigureFormat.ID) && raw.name().equals(name));
        if (there)
            throw new RingsideException(
                    "The set " + set + " has " + name(figure) + " already",
                    "name another set, or delete that one first");
        if (figure.set().isEmpty())
            throw new RingsideException("There is a set " + set + " already", "name the set that this goes into");
    }

    private static String setName(Digitisation figure) {
        String name = name(figure);
        return ResultSet.canBeNamed(name) ? name : "figure";
    }

    /** {@code thesis page 57 figure 5.12}. */
    private static String name(Digitisation figure) {
        Digitisation.Source source = figure.source();
        String document =
                source.document().replaceFirst("\\.[A-Za-z0-9]{1,5}$", "").strip();
        String which = !source.caption().isBlank()
                ? " " + source.caption()
                : figure.figure().equals(Subject.FREE) ? "" : " figure " + figure.figure();
        String page = source.pdf() ? " page " + source.page() : "";
        String name = (document.isEmpty() ? "figure" : document) + page + which;
        return name.length() <= 100 ? name : name.substring(0, 100);
    }
}
