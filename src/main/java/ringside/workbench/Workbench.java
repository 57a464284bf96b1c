package ringside.workbench;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.stream.Stream;
import ringside.adapter.document.Documents;
import ringside.adapter.jdbc.JdbcStore;
import ringside.adapter.local.LocalShell;
import ringside.adapter.plot.ChartRenderer;
import ringside.adapter.print.PagePress;
import ringside.adapter.table.TablesawTables;
import ringside.core.Progress;
import ringside.core.archive.ArchiveFormat;
import ringside.core.archive.Archives;
import ringside.core.archive.Bundled;
import ringside.core.bench.run.Measuring;
import ringside.core.bench.suite.Suite;
import ringside.core.comparison.Answer;
import ringside.core.comparison.Claim;
import ringside.core.comparison.ClaimFile;
import ringside.core.comparison.report.Report;
import ringside.core.digitise.FigureFormat;
import ringside.core.digitise.Keeping;
import ringside.core.digitise.Scans;
import ringside.core.experiment.StartedGuests;
import ringside.core.feature.Catalogue;
import ringside.core.feature.FeatureMatrix;
import ringside.core.feature.Names;
import ringside.core.figure.Figures;
import ringside.core.figure.Plotting;
import ringside.core.figure.Renderer;
import ringside.core.format.Format;
import ringside.core.format.Formats;
import ringside.core.format.Importing;
import ringside.core.format.SampleCsv;
import ringside.core.guest.validate.Validators;
import ringside.core.host.SavedHosts;
import ringside.core.host.Shells;
import ringside.core.hypervisor.Hypervisors;
import ringside.core.image.ImageBuild;
import ringside.core.image.Images;
import ringside.core.probe.ProbeStore;
import ringside.core.probe.Probing;
import ringside.core.result.ResultStore;
import ringside.core.trial.Trials;

/** The composition root: what the window and the command line both work with, built once. */
public final class Workbench implements AutoCloseable {
    private final ResultStore store;
    private final ProbeStore probes;
    private final Probing probing = new Probing(
            Hosts.shells(), Hosts.probes(), () -> Names.features(catalogue().matrix()));
    private final Formats formats;
    private final Importing importing;
    private final Figures figures = Figures.bundled();
    private final Plotting plotting;
    private final Renderer renderer = new ChartRenderer();
    private final Archives archives;
    private final Measuring measuring;

    private Workbench(JdbcStore store) {
        this.store = store;
        this.probes = store.probes();
        var all = new ArrayList<Format>(List.of(new ArchiveFormat(), new SampleCsv(), new FigureFormat(figures)));
        all.addAll(Formats.streams());
        all.addAll(Formats.tools());
        formats = new Formats(all);
        importing = new Importing(formats, store);
        plotting = new Plotting(store);
        archives = new Archives(store);
        var guests = new StartedGuests(hypervisors(), images(), StartedGuests.PATIENCE);
        measuring = new Measuring(Hosts.shells(), store, sessions(), Suite.all(), guests);
    }

    /** @param location a path, a {@code jdbc:h2:} or a {@code jdbc:postgresql:} URL; empty for {@link #defaultLocation} */
    public static Workbench open(String location) {
        var workbench = new Workbench(JdbcStore.open(place(location)));
        try {
            Bundled.give(workbench.store, workbench.importing, Progress.SILENT);
            return workbench;
        } catch (RuntimeException e) {
            workbench.close();
            throw e;
        }
    }

    /** Whether two locations, as {@link #open} takes them, are those of one store, in whatever words. */
    public static boolean isOneStore(String one, String other) {
        return JdbcStore.isOnePlace(place(one), place(other));
    }

    private static String place(String location) {
        return location.isEmpty() ? defaultLocation() : location;
    }

    /** The software of this machine that configurations are held against; the caller closes them. */
    public static Validators validators() {
        return Proofs.on(new LocalShell());
    }

    /** The ways to hosts. */
    public static Shells shells() {
        return Hosts.shells();
    }

    /** The store in the user's data directory, where the system keeps such things. */
    public static String defaultLocation() {
        return Folders.usual().data().resolve("store").toString();
    }

    /** The matrix of features, with what the user's own files add. No store is opened. */
    public static Catalogue catalogue() {
        return catalogue(List.of());
    }

    /** @param more files or folders of features besides {@link #featureDirectory} */
    public static Catalogue catalogue(List<Path> more) {
        return Catalogue.load(
                Stream.concat(Stream.of(featureDirectory()), more.stream()).toList());
    }

    /** Where a person puts files that add platforms, features and cells; it need not exist. */
    public static Path featureDirectory() {
        return Folders.usual().data().resolve("features");
    }

    /** What a comparison is asked with: this store's sets, the matrix of features, figures and claims. */
    public Answer.Sources sources(FeatureMatrix matrix, List<Claim> claims) {
        return new Answer.Sources(store, matrix, figures, claims);
    }

    /** Writes answers as folders to hand on. */
    public Report report(FeatureMatrix matrix) {
        return new Report(store, figures, matrix, plotting, renderer, new TablesawTables(), new PagePress());
    }

    /** Claims to hold against result sets: the study's, and those of {@link #claimFile} where a person keeps some. */
    public static List<Claim> claims() {
        var claims = new ArrayList<>(ClaimFile.bundled());
        if (Files.exists(claimFile())) claims.addAll(ClaimFile.read(claimFile()));
        return List.copyOf(claims);
    }

    /** Where a person keeps claims of one's own; it need not exist. */
    public static Path claimFile() {
        return Folders.usual().data().resolve("claims.yaml");
    }

    /** The folder where guests in the making are kept against a crash. */
    public static Path drafts() {
        return Folders.usual().data().resolve("drafts");
    }

    /** The ways to hypervisors and into their guests. No store is opened. */
    public static Hypervisors hypervisors() {
        return new Drivers(Hosts.shells(), Folders.usual().data());
    }

    /** The images of guests in the user's cache directory. */
    public static Images images() {
        return new Images(
                Folders.usual().cache().resolve("images"),
                folder -> hypervisors().register(new LocalShell()).startedFrom(folder));
    }

    /**
     * Tries features on this machine.
     *
     * @param image of the guest that is made for it
     * @param destination another libvirt connection to this machine, which takes over guests that libvirt moves
     */
    public static Trials trials(String image, Optional<String> destination) {
        return new Trials(hypervisors(), () -> images().image(image), StartedGuests.PATIENCE, destination);
    }

    /** Builds them, on this machine. */
    public static ImageBuild imageBuild() {
        return new ImageBuild(LocalShell.asHost(), images());
    }

    /** The folder where sessions of the runner are kept, a folder for each. */
    public static Path sessions() {
        return Folders.usual().data().resolve("bench");
    }

    /** The hosts that were saved. */
    public static SavedHosts savedHosts() {
        return new SavedHosts(Folders.usual().data().resolve("hosts"));
    }

    /**
     * Writes pixels as a PNG, a row at a time.
     *
     * @param rows the pixels of each row, argb, not premultiplied, opaque; asked for once and from the top
     * @param scale pixels per point
     */
    public static void png(
            IntFunction<int[]> rows, int width, int height, double scale, Map<String, String> texts, OutputStream out)
            throws IOException {
        ChartRenderer.png(rows, width, height, scale, texts, out);
    }

    public ResultStore store() {
        return store;
    }

    /**
     * Asks live hosts about the cells of the matrix: {@link Probing#probe} tells each answer as it comes and gives back
     * the report, which {@link #probes} keeps.
     */
    public Probing probing() {
        return probing;
    }

    /** What live hosts said: {@link ProbeStore#keep} a report, and read the latest answers of a host or of all. */
    public ProbeStore probes() {
        return probes;
    }

    public Formats formats() {
        return formats;
    }

    public Importing importing() {
        return importing;
    }

    public Figures figures() {
        return figures;
    }

    public Plotting plotting() {
        return plotting;
    }

    public Renderer renderer() {
        return renderer;
    }

    public Archives archives() {
        return archives;
    }

    /** Opens documents and pictures to read figures off. No store is opened. */
    public static Scans scans() {
        return new Documents();
    }

    /** Puts what was read of figures into the store. */
    public Keeping keeping() {
        return new Keeping(store, importing);
    }

    /** Measures plans on hosts, into result sets of this store. */
    public Measuring measuring() {
        return measuring;
    }

    @Override
    public void close() {
        store.close();
    }
}
