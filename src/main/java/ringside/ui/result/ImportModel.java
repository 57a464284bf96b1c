package ringside.ui.result;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;
import ringside.core.Progress;
import ringside.core.RingsideException;
import ringside.core.format.Content;
import ringside.core.format.Format;
import ringside.core.format.Formats;
import ringside.core.format.Gathering;
import ringside.core.format.Importing;
import ringside.core.format.Mapping;
import ringside.core.format.MappingGuess;
import ringside.core.format.Outcome;
import ringside.core.format.PlatformQuestion;
import ringside.core.format.Request;
import ringside.core.result.ResultStore;
import ringside.ui.kit.Background;
import ringside.ui.kit.Changes;
import ringside.ui.kit.Task;
import ringside.ui.kit.Texts;

/** One import: files and folders in, for each file what became of it. */
public final class ImportModel {
    /** Takes one file into the store. */
    @FunctionalInterface
    public interface Reading {
        Outcome read(Content content, Request request, Progress progress);
    }

    public enum Stage {
        EXAMINING,
        /** Among the files are outputs of tools, which do not say where they were made. */
        ASKING,
        READING,
        DONE
    }

    private final Background background;
    private final Supplier<Formats> formats;
    private final Reading reading;
    private final Supplier<ResultStore> library;
    private final Changes changes;
    private final Consumer<Path> figureDropped;
    private final ObservableList<ImportItem> items = FXCollections.observableArrayList();
    private final ObservableList<ImportItem> shown = FXCollections.unmodifiableObservableList(items);
    private final ReadOnlyObjectWrapper<Stage> stage = new ReadOnlyObjectWrapper<>(this, "stage", Stage.EXAMINING);
    private @Nullable Task task;
    private @Nullable Gathering gathering;
    private volatile boolean stopped;
    private volatile Set<String> before = Set.of();
    private String folder = "";
    private String aboutLogs = "";

    /**
     * @param formats asked on worker threads only
     * @param library asked on worker threads only
     * @param figureDropped given each picture among the files: it may be a figure that Ringside exported
     */
    public ImportModel(
            Background background,
            Supplier<Formats> formats,
            Reading reading,
            Supplier<ResultStore> library,
            Changes changes,
            Consumer<Path> figureDropped) {
        this.background = background;
        this.formats = formats;
        this.reading = reading;
        this.library = library;
        this.changes = changes;
        this.figureDropped = figureDropped;
    }

    public ObservableList<ImportItem> items() {
        return shown;
    }

    public ReadOnlyObjectProperty<Stage> stageProperty() {
        return stage.getReadOnlyProperty();
    }

    /** The name of the folder, if one folder and nothing else was given; else empty. */
    public String folder() {
        return folder;
    }

    /** What became of logs that lie beside results; empty if there are none. */
    public String aboutLogs() {
        return aboutLogs;
    }

    /** The outputs of tools among the files. */
    public List<ImportItem> toolOutputs() {
        return items.stream().filter(item -> item.item().asksPlatform()).toList();
    }

    /** Looks what the files are, and goes on by itself unless the user must be asked. */
    public void begin(List<Path> chosen, Consumer<RingsideException> report) {
        record Examined(Gathering gathering, String folder) {}
        Task looking = background.run(
                Texts.of("result.import.looking"),
                progress -> new Examined(Gathering.of(chosen, formats.get(), progress), folder(chosen)),
                examined -> {
                    gathering = examined.gathering();
                    if (stopped) {
                        clearUp();
                        return;
                    }
                    folder = examined.folder();
                    aboutLogs = examined.gathering().aboutLogs();
                    List<Gathering.Item> found = examined.gathering().items();
                    found.stream()
                            .filter(Gathering.Item::picture)
                            .map(Gathering.Item::origin)
                            .forEach(figureDropped);
                    items.setAll(found.stream()
                            .filter(item -> !item.picture())
                            .map(ImportItem::new)
                            .toList());
                    if (toolOutputs().isEmpty()) start(Request.AUTOMATIC, Map.of(), report);
                    else stage.set(Stage.ASKING);
                },
                report);
        task = looking;
        // It may be cancelled where all work is shown, too
        looking.runningProperty().subscribe(active -> {
            if (!active && looking.isCancelled()) cancel();
        });
    }

    /** What the files say of platforms and may mean several, each once, with the machines that this is said of. */
    public List<OpenPlatform> openPlatforms() {
        Map<List<String>, List<PlatformQuestion>> byChoices = items.stream()
                .flatMap(item -> item.item().asks().stream())
                .filter(PlatformQuestion::needsAnswer)
                .collect(Collectors.groupingBy(PlatformQuestion::choices, LinkedHashMap::new, Collectors.toList()));
        return byChoices.values().stream().map(OpenPlatform::of).toList();
    }

    /** What is stated of a file: of one that names its machines, only of those whose platform it leaves open. */
    static Request stated(Gathering.Item item, Request stated, Map<List<String>, String> answers) {
        if (!item.asksPlatform()) return Request.AUTOMATIC;
        var platforms = new HashMap<String, String>();
        boolean named = false;
        for (PlatformQuestion question : item.asks()) {
            named |= !question.machine().isEmpty();
            Optional.ofNullable(answers.get(question.choices()))
                    .or(() -> question.needsAnswer() ? Optional.empty() : stated.platform())
                    .filter(answer -> !question.machine().isEmpty())
                    .ifPresent(answer -> platforms.put(question.machine(), answer));
        }
        Optional<String> all = named ? Optional.empty() : stated.platform();
        return new Request(stated.set(), stated.format(), all, platforms, stated.label(), stated.given());
    }

    /**
     * Reads the files.
     *
     * @param stated what the user says of the tools' outputs; files that speak for themselves are taken as they are
     * @param answers to {@link #openPlatforms}, by the choices
     */
    public void start(Request stated, Map<List<String>, String> answers, Consumer<RingsideException> report) {
        List<ImportItem> queue = List.copyOf(items);
        if (queue.isEmpty()) {
            stage.set(Stage.DONE);
            return;
        }
        stage.set(Stage.READING);
        Task running = background.run(
                Texts.of("result.import.importing"),
                progress -> {
                    before = names();
                    readAll(queue, item -> stated(item, stated, answers), progress);
                    return queue.size();
                },
                read -> {},
                report);
        task = running;
        // However it ended, what was stored until then is stored.
        running.runningProperty().subscribe(active -> {
            if (active) return;
            stopped |= running.isCancelled();
            end();
        });
    }

    /** Stops; a file that is being read is left out as a whole. */
    public void cancel() {
        stopped = true;
        if (task != null) task.cancel();
        if (stage.get() == Stage.EXAMINING || stage.get() == Stage.ASKING) end();
    }

    /** Whether it was broken off before all files were read. */
    public boolean isCancelled() {
        return stopped;
    }

    private Set<String> names() {
        return library.get().sets().stream().map(one -> one.set().name()).collect(Collectors.toSet());
    }

    /** The sets that were not there before this import. */
    public List<String> newSets() {
        return items.stream()
                .flatMap(item -> item.sets().stream())
                .distinct()
                .filter(name -> !before.contains(name))
                .toList();
    }

    /** Removes the sets that this import made; what it added to sets that were there stays. */
    public void undo(Consumer<List<String>> done, Consumer<RingsideException> report) {
        List<String> made = newSets();
        background.run(
                Texts.of("result.import.undoing"),
                progress -> {
                    Set<String> there = names();
                    for (String name : made) {
                        if (there.contains(name)) library.get().discard(name);
                        progress.at(name, Double.NaN);
                    }
                    return made;
                },
                gone -> {
                    for (ImportItem item : items) if (gone.containsAll(item.sets())) item.undone();
                    changes.happened();
                    done.accept(gone);
                },
                report);
    }

    /** The first file that is a table whose columns nobody has explained. */
    public Optional<ImportItem> unexplained() {
        return items.stream()
                .filter(item -> item.stateProperty().get() instanceof ImportItem.State.Unexplained)
                .findFirst();
    }

    private void end() {
        if (stage.get() == Stage.DONE) return;
        clearUp();
        for (ImportItem item : items) if (!item.isSettled()) item.become(ImportItem.State.CANCELLED);
        stage.set(Stage.DONE);
        if (items.stream().anyMatch(item -> item.stateProperty().get() instanceof ImportItem.State.Stored))
            changes.happened();
    }

    /** What was unpacked is deleted, and not by the interface's own thread. */
    private void clearUp() {
        Gathering done = gathering;
        gathering = null;
        if (done == null) return;
        background.run(
                Texts.of("result.import.clearing-up"),
                progress -> {
                    done.close();
                    return true;
                },
                cleared -> {},
                trouble -> {});
    }

    private static String folder(List<Path> chosen) {
        boolean one = chosen.size() == 1 && Files.isDirectory(chosen.getFirst());
        return one
                ? String.valueOf(chosen.getFirst().toAbsolutePath().normalize().getFileName())
                : "";
    }

    private void readAll(List<ImportItem> queue, Function<Gathering.Item, Request> stated, Progress progress) {
        for (int i = 0; i < queue.size() && !stopped; i++) {
            ImportItem item = queue.get(i);
            background.show(() -> item.become(ImportItem.State.UNDERWAY));
            int before = i;
            progress.at(item.name(), (double) i / queue.size());
            ImportItem.State state = item.item().isUnknown()
                    ? unknown(item)
                    : read(
                            item.item(),
                            stated.apply(item.item()),
                            (what, share) ->
                                    progress.at(what, (before + (Double.isNaN(share) ? 0 : share)) / queue.size()));
            background.show(() -> item.become(state));
        }
    }

    /** The command line would name its options here; whoever sits before the window needs the formats' own names. */
    private ImportItem.State unknown(ImportItem item) {
        try {
            String head = item.item().content().head().text();
            Optional<Mapping> guess = MappingGuess.of(head);
            if (guess.isPresent()) return new ImportItem.State.Unexplained(guess.get(), head);
        } catch (IOException unreadable) {
            return new ImportItem.State.Refused(RingsideException.from(unreadable));
        }
        String known = formats.get().all().stream().map(Format::title).collect(Collectors.joining(", "));
        return new ImportItem.State.Refused(new RingsideException(
                Texts.of("result.import.unknown", item.name()), Texts.of("result.import.unknown-remedy", known)));
    }

    private ImportItem.State read(Gathering.Item item, Request request, Progress progress) {
        if (item.trouble().isPresent())
            return new ImportItem.State.Refused(item.trouble().get());
        try {
            return new ImportItem.State.Stored(reading.read(item.content(), request, progress));
        } catch (Progress.Cancelled cancelled) {
            return ImportItem.State.CANCELLED;
        } catch (RingsideException refused) {
            if (stopped) return ImportItem.State.CANCELLED;
            if (!Importing.isNothingNew(refused)) return new ImportItem.State.Refused(refused);
            return new ImportItem.State.Stored(new Outcome(
                    item.name(),
                    item.format().map(Format::id).orElse(""),
                    List.of(),
                    0,
                    0,
                    List.of(),
                    List.of(refused.problem())));
        } catch (RuntimeException fault) {
            return stopped ? ImportItem.State.CANCELLED : new ImportItem.State.Refused(RingsideException.from(fault));
        }
    }
}
