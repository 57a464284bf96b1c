package ringside.ui.guest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static ringside.Journey.waitFor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import ringside.core.guest.read.FileKind;
import ringside.core.guest.validate.Validation;
import ringside.core.guest.validate.Validator;
import ringside.core.guest.validate.Validators;
import ringside.core.guest.yaml.GuestFile;
import ringside.core.image.Images;
import ringside.ui.domain.DomainsModel;
import ringside.ui.domain.LaunchModel;
import ringside.ui.domain.MadeUpGuests;
import ringside.ui.kit.Appearance;
import ringside.ui.kit.Background;
import ringside.ui.kit.Pressable;
import ringside.ui.shell.Window;
import ringside.ui.shell.WindowState;

/** The page of guests in a window, driven as a person would drive it. */
@Tag("fx")
@ExtendWith(ApplicationExtension.class)
@SuppressWarnings("NullAway.Init") // TestFX gives the stage
class GuestsJourneyTest {
    private Stage stage;
    private Window window;

    @TempDir
    Path folder;

    @Start
    void start(Stage stage) {
        this.stage = stage;
        open();
    }

    private void open() {
        var running = new MadeUpGuests(folder.resolve("guests"));
        window = new Window(stage, Background.started(), new Appearance(Appearance.Choice.LIGHT), WindowState.FIRST);
        window.add(new GuestsPage(
                folder.resolve("drafts"),
                () -> new Validators(List.of(new Yes())),
                new DomainsModel(window.desk().background(), running),
                new LaunchModel(
                        window.desk().background(), running, new Images(folder.resolve("images"), image -> List.of())),
                () -> {},
                window.desk(),
                new GuestsPage.Places() {
                    @Override
                    public Optional<Path> open(String title) {
                        return Optional.of(folder.resolve("given"));
                    }

                    @Override
                    public Optional<Path> save(String title, String name, String kind) {
                        return Optional.of(folder.resolve(name + "." + kind));
                    }

                    @Override
                    public Optional<Path> folder(String title) {
                        return Optional.of(folder.resolve("out"));
                    }
                }));
        window.show();
    }

    @Test
    void allOutputsOfAStudysPresetAreSavedTogether(FxRobot robot) throws IOException {
        begin(robot, "Study: Xen HVM");
        press(robot, "step-PLATFORMS");
        for (String more : List.of("kvm", "libvirt-kvm", "virtualbox"))
            robot.interact(() -> byId(robot, "platform-" + more, CheckBox.class).fire());
        press(robot, "step-REVIEW");
        press(robot, "save-all");

        waitFor(() -> says(robot, "6 files are in "));
        try (Stream<Path> files = Files.list(folder.resolve("out"))) {
            List<String> endings = files.map(file -> file.getFileName().toString())
                    .map(name -> name.substring("study-xen-hvm".length()))
                    .sorted()
                    .toList();
            assertEquals(List.of("-qemu.sh", "-vboxmanage.sh", "-virt-install.sh", ".cfg", ".xml", ".yaml"), endings);
        }
        press(robot, "save-all");
        waitFor(() -> shows(robot, text -> text.startsWith("These files are there already")));
    }

    @Test
    void anotherPageBeginsAGuestForItsPlatforms(FxRobot robot) {
        robot.interact(() -> window.open(GuestsPage.ID, new GuestsPage.For(Set.of("xen", "xen-pv", "xen-pvh"))));
        press(robot, "step-PLATFORMS");
        for (String platform : List.of("xen-pv", "xen-pvh", "kvm", "virtualbox"))
            waitFor(() ->
                    byId(robot, "platform-" + platform, CheckBox.class).isSelected() == platform.startsWith("xen"));
    }

    @Test
    void aWrongValueIsSaidBesideItsFieldUntilItIsRight(FxRobot robot) {
        begin(robot);
        press(robot, "step-CPU_AND_MEMORY");
        write(robot, "cpu.vcpus", "700");

        waitFor(() -> shows(robot, text -> text.equals("vCPUs: 700 vCPUs; allowed are 1 to 255 vCPUs")));
        assertTrue(!code(robot).contains("-smp 700"));
        press(robot, "step-DISKS");
        waitFor(() -> shows(robot, text -> text.startsWith("CPU and memory: vCPUs: 700")));
        press(robot, "banner");
        write(robot, "cpu.vcpus", "6");

        waitFor(() -> !shows(robot, text -> text.contains("allowed are 1 to 255")));
        show(robot, "QEMU command line · KVM");
        waitFor(() -> code(robot).contains("-smp 6,"));
    }

    @Test
    void goingBackLosesNothing(FxRobot robot) {
        begin(robot);
        write(robot, "name", "keeps");
        press(robot, "next");
        press(robot, "next");
        write(robot, "memory.size", "3 GiB");
        write(robot, "cpu.topology.sockets", "half");
        press(robot, "back");
        press(robot, "back");
        assertEquals("keeps", field(robot, "name").getText());
        robot.press(KeyCode.ALT, KeyCode.RIGHT).release(KeyCode.RIGHT, KeyCode.ALT);
        press(robot, "next");

        assertEquals("3 GiB", field(robot, "memory.size").getText());
        assertEquals("half", field(robot, "cpu.topology.sockets").getText());
    }

    @Test
    void aDraftIsOfferedAfterARestart(FxRobot robot) {
        begin(robot);
        write(robot, "name", "survivor");
        press(robot, "step-CPU_AND_MEMORY");
        write(robot, "cpu.vcpus", "many");
        waitFor(() -> kept("survivor") && kept("many"));

        robot.interact(this::open); // as after a crash: nothing was closed, all that is left is on disk

        waitFor(() -> shows(robot, text -> text.equals("survivor")));
        robot.interact(() -> robot.lookup((Button button) -> "Continue".equals(button.getText()))
                .queryAs(Button.class)
                .fire());
        waitFor(() -> field(robot, "cpu.vcpus").getText().equals("many"));
        write(robot, "cpu.vcpus", "3");
        press(robot, "leave-wizard");
        waitFor(() -> shows(robot, text -> text.equals("survivor")));
    }

    @Test
    void aGuestsFileIsOpenedChangedByKeyboardAndSavedAgain(FxRobot robot) throws IOException {
        Files.writeString(folder.resolve("given"), "ringside-guest: 1\nname: given\n");
        press(robot, "open-guest");
        waitFor(() -> field(robot, "name").getText().equals("given"));

        robot.interact(() -> field(robot, "name").requestFocus());
        robot.press(KeyCode.SHORTCUT, KeyCode.A).release(KeyCode.A, KeyCode.SHORTCUT);
        robot.write("taken");
        robot.press(KeyCode.SHORTCUT, KeyCode.S).release(KeyCode.S, KeyCode.SHORTCUT);

        waitFor(() -> Files.exists(folder.resolve("taken.yaml")));
        assertEquals("taken", GuestFile.read(folder.resolve("taken.yaml")).name());
    }

    @Test
    void aFileThatIsNoGuestIsRefusedByItsLine(FxRobot robot) throws IOException {
        Files.writeString(folder.resolve("given"), "ringside-guest: 1\nname: given\nspeed: 9\n");

        press(robot, "open-guest");

        waitFor(() -> shows(robot, text -> text.contains("line 3") && text.contains("speed")));
    }

    @Test
    void anXlConfigurationBecomesLibvirtXmlWithWhatWasNotUnderstoodAndTheGapsStated(FxRobot robot) throws IOException {
        Files.writeString(folder.resolve("given"), """
            name = "old"
            type = "hvm"
            memory = 3072
            vcpus = 3
            disk = [ "format=raw, vdev=xvda, access=rw, target=/dev/vg/old" ]
            vif = [ "mac=00:16:3e:00:00:01, bridge=xenbr0" ]
            device_model_args = [ "-x" ]
            smbios_firmware = "/root/smbios"
            altp2m = "mixed"
            """);

        press(robot, "open-guest");

        waitFor(() -> shows(robot, text -> text.equals("3 lines were not understood")));
        waitFor(() -> shows(robot, text -> text.startsWith("line 7: ") && text.contains("device_model_args")));
        robot.type(KeyCode.ENTER);
        press(robot, "step-PLATFORMS");
        robot.interact(() -> byId(robot, "platform-libvirt-kvm", CheckBox.class).fire());
        show(robot, "libvirt domain XML · libvirt (KVM)");
        waitFor(() -> code(robot).contains("<source dev='/dev/vg/old'/>"));
        assertTrue(code(robot).contains("<source bridge='xenbr0'/>"));
        show(robot, "xl configuration · Xen HVM");
        waitFor(() -> code(robot).contains("/dev/vg/old"));
        assertTrue(shows(robot, text -> text.contains("it cannot express")));
    }

    @Test
    void theirOwnSoftwareIsAskedOnlyWhenAPersonAsks(FxRobot robot) {
        begin(robot);
        press(robot, "step-REVIEW");
        assertTrue(!shows(robot, text -> text.startsWith("Tester takes it.")));

        press(robot, "check-outputs");

        waitFor(() -> shows(robot, text -> text.startsWith("Tester takes it.")));
    }

    /** Takes every command line of QEMU. */
    private static final class Yes implements Validator {
        @Override
        public boolean takes(FileKind kind) {
            return kind == FileKind.QEMU;
        }

        @Override
        public String name() {
            return "Tester";
        }

        @Override
        public Validation validate(String text) {
            return Validation.of("Tester", List.of(), Map.of(), List.of());
        }

        @Override
        public void close() {}
    }

    @Test
    void twoOutputsAreShownTogetherAndTheirDifferencesMarked(FxRobot robot) {
        begin(robot);
        press(robot, "step-PLATFORMS");
        robot.interact(() -> byId(robot, "platform-virtualbox", CheckBox.class).setSelected(false));
        robot.interact(() -> byId(robot, "platform-virtualbox", CheckBox.class).fire());
        press(robot, "two-outputs");
        show(robot, "VBoxManage script · VirtualBox");
        robot.interact(() -> choose(robot, "output-second", "VBoxManage script · VirtualBox 7.0"));

        waitFor(() -> shows(robot, text -> text.contains("Shaded: not in the other output.")));
        assertTrue(byId(robot, "code-first", CodeView.class).getItems().stream().anyMatch(CodeView.Line::different));
    }

    private static void begin(FxRobot robot) {
        begin(robot, "Equal everywhere");
    }

    private static void begin(FxRobot robot, String preset) {
        waitFor(() -> tile(robot, preset).isPresent());
        robot.interact(() -> tile(robot, preset).orElseThrow().requestFocus());
        robot.type(KeyCode.ENTER);
        waitFor(() -> robot.lookup(".wizard").tryQuery().isPresent());
    }

    private static Optional<Node> tile(FxRobot robot, String preset) {
        return robot.lookup((Node node) ->
                        node instanceof Pressable && node.getAccessibleText().startsWith(preset + ". "))
                .tryQuery();
    }

    private static void show(FxRobot robot, String title) {
        robot.interact(() -> choose(robot, "output-first", title));
    }

    @SuppressWarnings("unchecked")
    private static void choose(FxRobot robot, String box, String title) {
        ComboBox<Output> outputs = byId(robot, box, ComboBox.class);
        outputs.setValue(outputs.getItems().stream()
                .filter(output -> output.title().equals(title))
                .findFirst()
                .orElseThrow());
    }

    private static String code(FxRobot robot) {
        return String.join(
                "\n",
                byId(robot, "code-first", CodeView.class).getItems().stream()
                        .map(CodeView.Line::text)
                        .toList());
    }

    private static TextField field(FxRobot robot, String path) {
        return byId(robot, "field-" + path, TextField.class);
    }

    private static void write(FxRobot robot, String path, String text) {
        waitFor(() -> robot.lookup((Node node) -> ("field-" + path).equals(node.getId()))
                .tryQuery()
                .isPresent());
        robot.interact(() -> field(robot, path).requestFocus());
        robot.press(KeyCode.SHORTCUT, KeyCode.A).release(KeyCode.A, KeyCode.SHORTCUT);
        robot.write(text);
    }

    private static void press(FxRobot robot, String id) {
        waitFor(() ->
                robot.lookup((Node node) -> id.equals(node.getId())).tryQuery().isPresent());
        robot.interact(() -> {
            Node node = robot.lookup((Node one) -> id.equals(one.getId())).query();
            if (node instanceof javafx.scene.control.ButtonBase button) button.fire();
        });
    }

    private static <T extends Node> T byId(FxRobot robot, String id, Class<T> type) {
        return robot.lookup((Node node) -> id.equals(node.getId())).queryAs(type);
    }

    private static boolean shows(FxRobot robot, java.util.function.Predicate<String> text) {
        return robot.lookup(
                        (Labeled label) -> label.isVisible() && label.getText() != null && text.test(label.getText()))
                .tryQuery()
                .isPresent();
    }

    /** A notice, whose words are in a flow of text. */
    private static boolean says(FxRobot robot, String start) {
        return robot.lookup((Text text) -> text.getText().startsWith(start))
                .tryQuery()
                .isPresent();
    }

    private boolean kept(String text) throws IOException {
        if (!Files.isDirectory(folder.resolve("drafts"))) return false;
        try (Stream<Path> files = Files.list(folder.resolve("drafts"))) {
            for (Path file :
                    files.filter(one -> one.toString().endsWith(".json")).toList())
                if (Files.readString(file).contains(text)) return true;
        }
        return false;
    }
}
