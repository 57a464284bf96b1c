package ringside.ui.host;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.scene.Node;
import org.jspecify.annotations.Nullable;
import ringside.core.bench.preflight.Doctor;
import ringside.core.bench.suite.Suite;
import ringside.core.host.AccessQuestions;
import ringside.core.host.Passed;
import ringside.core.host.Reaching;
import ringside.core.host.SavedHosts;
import ringside.core.host.Shell;
import ringside.core.host.Shells;
import ringside.core.host.Target;
import ringside.core.probe.ProbeStore;
import ringside.ui.kit.Icon;
import ringside.ui.kit.Texts;
import ringside.ui.shell.Command;
import ringside.ui.shell.Desk;
import ringside.ui.shell.Page;

/** The hosts a person works with: this machine, and those that were saved. Opened with a target, it shows that host. */
public final class HostsPage implements Page {
    public static final String ID = "hosts";

    private static final String STYLES = "/ringside/ui/host.css";

    private final HostsModel model;
    private final Inquiry<Passed, Reaching.Outcome> way;
    private final Inquiry<Doctor.Job, List<Doctor.Job>> jobs;
    private final BiConsumer<Target, Runnable> probe;
    private final Consumer<Target> measure;
    private final Desk desk;
    private @Nullable HostsView view;

    /**
     * @param probes asked on worker threads only, as is {@code shells}
     * @param probe asks a host what it has, then runs what it is given
     * @param measure goes to where it is measured
     */
    public HostsPage(
            SavedHosts saved,
            Supplier<ProbeStore> probes,
            Supplier<Shells> shells,
            BiConsumer<Target, Runnable> probe,
            Consumer<Target> measure,
            Desk desk) {
        model = new HostsModel(desk.background(), saved, probes);
        way = new Inquiry<>(
                desk.background(),
                target -> Texts.of("host.testing", target.words()),
                (target, questions, part) -> new Reaching(shells.get()).test(target, questions, part));
        jobs = new Inquiry<>(
                desk.background(),
                target -> Texts.of("host.looking-at", target.words()),
                (target, questions, part) -> jobs(shells.get(), target, questions));
        this.probe = probe;
        this.measure = measure;
        this.desk = desk;
    }

    private static List<Doctor.Job> jobs(Shells shells, Target target, AccessQuestions questions) {
        try (Shell shell = shells.open(target, questions)) {
            return Doctor.jobs(shell, Suite.all(), "");
        }
    }

    @Override
    public String id() {
        return ID;
    }

    @Override
    public String icon() {
        return Icon.HOSTS;
    }

    @Override
    public Node view() {
        var made = new HostsView(model, way, jobs, desk, target -> probe.accept(target, model::refresh), measure);
        made.getStylesheets()
                .add(Objects.requireNonNull(HostsPage.class.getResource(STYLES), STYLES)
                        .toExternalForm());
        view = made;
        return made;
    }

    @Override
    public void shown(Object... arguments) {
        if (arguments.length > 0 && arguments[0] instanceof Target target)
            model.selectedProperty().set(target);
        model.refresh();
        if (view != null) view.focus();
    }

    @Override
    public void refresh() {
        model.refresh();
    }

    @Override
    public List<Command> commands() {
        return Optional.ofNullable(view).map(HostsView::commands).orElse(List.of());
    }

    /** Brings back the host removed last; false if there is none. */
    public boolean undo() {
        if (!model.canUndo()) return false;
        model.undo(desk.notices()::trouble);
        return true;
    }
}
