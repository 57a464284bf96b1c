import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.FutureTask;
import java.util.function.Supplier;
import javafx.application.Platform;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Labeled;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.stage.Stage;
import ringside.ui.domain.DomainsModel;
import ringside.ui.domain.LaunchModel;
import ringside.workbench.Workbench;
import ringside.core.guest.validate.Validators;
import ringside.ui.guest.GuestsPage;
import ringside.ui.kit.Appearance;
import ringside.ui.kit.Background;
import ringside.ui.shell.Window;
import ringside.ui.shell.WindowState;

/**
 * From a keystroke in the wizard to its outputs laid out anew: the work that JavaFX has to do before it can draw, which
 * has to fit into one frame. A warm program; the guest is the preset with the most outputs.
 */
final class Preview {
    private static final int WARM = 200;
    private static final int KEYS = 500;
    private static final double FRAME = 16;
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private Preview() {}

    static void measure(Path folder, Clock clock) throws Exception {
        Toolkit.start();
        Scene scene = onFx(() -> open(folder));
        System.out.printf("| keystroke to preview, ms | median | p95 | p99 | max | beyond %.0f ms | CPU median | CPU p95 |%n|---|---|---|---|---|---|---|---|%n", FRAME);
        row("vCPUs, one output", "CPU_AND_MEMORY", "cpu.vcpus", List.of("2", "4"), false, scene);
        row("the name, one output", "PURPOSE", "name", names(), false, scene);
        row("the name, two outputs", "PURPOSE", "name", names(), true, scene);
        row("a path, two outputs", "DISKS", "disks[0].path", paths(), true, scene);
        row("the kernel, two outputs", "DISKS", "boot.kernel.path", paths(), true, scene);
    }

    /** As somebody types it, letter by letter, and takes it back. */
    private static List<String> names() {
        return typed("web", "server-of-a-long-name");
    }

    private static List<String> paths() {
        return typed("/srv/a", "-long path, with blanks.raw");
    }

    private static List<String> typed(String start, String rest) {
        var states = new ArrayList<String>();
        for (int i = 0; i <= rest.length(); i++) states.add(start + rest.substring(0, i));
        for (int i = rest.length() - 1; i > 0; i--) states.add(start + rest.substring(0, i));
        return states;
    }

    private static Scene open(Path folder) {
        var stage = new Stage();
        var window = new Window(
                stage, Background.started(), new Appearance(Appearance.Choice.LIGHT), WindowState.FIRST);
        window.add(new GuestsPage(
                folder.resolve("drafts"),
                () -> new Validators(List.of()),
                new DomainsModel(window.desk().background(), Workbench.hypervisors()),
                new LaunchModel(window.desk().background(), Workbench.hypervisors(), Workbench.images()),
                () -> {},
                window.desk(),
                new NoPlaces()));
        window.show();
        stage.setWidth(1280);
        stage.setHeight(800);
        Scene scene = stage.getScene();
        layOut(scene);
        Node card = find(scene.getRoot(), node -> node instanceof Labeled label && "Equal everywhere".equals(label.getText()));
        while (card != null && card.getOnMouseClicked() == null && !(card instanceof javafx.scene.control.ButtonBase)) card = card.getParent();
        if (Objects.requireNonNull(card) instanceof javafx.scene.control.ButtonBase button) button.fire();
        else Event.fireEvent(card, click());
        layOut(scene);
        return scene;
    }

    private static MouseEvent click() {
        return new MouseEvent(MouseEvent.MOUSE_CLICKED, 0, 0, 0, 0, MouseButton.PRIMARY, 1,
                false, false, false, false, true, false, false, true, false, true, null);
    }

    private static void row(String what, String step, String path, List<String> texts, boolean two, Scene scene)
            throws Exception {
        TextField field = onFx(() -> {
            ((ToggleButton) byId(scene, "step-" + step)).fire();
            var both = (ToggleButton) byId(scene, "two-outputs");
            if (both.isSelected() != two) both.fire();
            layOut(scene);
            Node found = find(scene.getRoot(), node -> ("field-" + path).equals(node.getId()));
            return found instanceof TextField text ? text : null;
        });
        if (field == null) {
            System.out.printf("| %s | no such field | | | | | | |%n", what);
            return;
        }
        var millis = new double[KEYS];
        var busy = new double[KEYS];
        for (int key = -WARM; key < KEYS; key++) {
            String text = texts.get(Math.floorMod(key, texts.size()));
            double[] took = onFx(() -> {
                long cpu = THREADS.getCurrentThreadCpuTime();
                long start = System.nanoTime();
                field.setText(text);
                layOut(scene);
                return new double[] {
                    (System.nanoTime() - start) / 1e6, (THREADS.getCurrentThreadCpuTime() - cpu) / 1e6
                };
            });
            if (key < 0) continue;
            millis[key] = took[0];
            busy[key] = took[1];
        }
        Arrays.sort(millis);
        Arrays.sort(busy);
        long beyond = Arrays.stream(millis).filter(each -> each > FRAME).count();
        System.out.printf("| %s | %.1f | %.1f | %.1f | %.1f | %d of %d | %.1f | %.1f |%n", what, millis[KEYS / 2], millis[KEYS * 95 / 100],
                millis[KEYS * 99 / 100], millis[KEYS - 1], beyond, KEYS, busy[KEYS / 2],
                busy[KEYS * 95 / 100]);
    }

    private static void layOut(Scene scene) {
        scene.getRoot().applyCss();
        scene.getRoot().layout();
    }

    private static Node byId(Scene scene, String id) {
        return Objects.requireNonNull(find(scene.getRoot(), node -> id.equals(node.getId())), id);
    }

    private static Node find(Node part, java.util.function.Predicate<Node> wanted) {
        if (wanted.test(part)) return part;
        Node inside = part instanceof ScrollPane scroll ? scroll.getContent() : null;
        if (inside != null && find(inside, wanted) instanceof Node found) return found;
        if (part instanceof Parent parent)
            for (Node child : parent.getChildrenUnmodifiable())
                if (find(child, wanted) instanceof Node found) return found;
        return null;
    }

    private static <T> T onFx(Supplier<T> work) throws Exception {
        var task = new FutureTask<>(work::get);
        Platform.runLater(task);
        return task.get();
    }

    private static final class NoPlaces implements GuestsPage.Places {
        @Override
        public Optional<Path> open(String title) {
            return Optional.empty();
        }

        @Override
        public Optional<Path> save(String title, String name, String kind) {
            return Optional.empty();
        }

        @Override
        public Optional<Path> folder(String title) {
            return Optional.empty();
        }
    }
}
