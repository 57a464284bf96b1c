package ringside.ui.trial;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static ringside.Journey.press;
import static ringside.Journey.says;
import static ringside.Journey.waitFor;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Hyperlink;
import javafx.stage.Stage;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import ringside.core.RingsideException;
import ringside.core.experiment.Offer;
import ringside.core.feature.Probed;
import ringside.core.guest.GuestPlatform;
import ringside.core.guest.validate.Validators;
import ringside.core.host.AccessQuestions;
import ringside.core.host.Target;
import ringside.core.image.Images;
import ringside.core.probe.ProbeReport;
import ringside.core.probe.ProbeStore;
import ringside.core.trial.Trial;
import ringside.core.trial.Trials;
import ringside.ui.domain.DomainsModel;
import ringside.ui.domain.LaunchModel;
import ringside.ui.domain.MadeUpGuests;
import ringside.ui.guest.GuestsPage;
import ringside.ui.kit.Appearance;
import ringside.ui.kit.Background;
import ringside.ui.shell.Window;
import ringside.ui.shell.WindowState;

/** Trials from the page of guests, driven as a person would drive it; the guests are made up, this machine's devices are not. */
@Tag("fx")
@ExtendWith(ApplicationExtension.class)
@SuppressWarnings("NullAway.Init") // TestFX gives the stage
class TrialJourneyTest {
    private final List<Probed> kept = new CopyOnWriteArrayList<>();
    private final List<String> cells = new ArrayList<>();
    private MadeUpGuests guests;
    private Window window;

    @TempDir
    Path folder;

    @Start
    void start(Stage stage) {
        guests = new MadeUpGuests(folder.resolve("guests")).letting(() -> {
            throw new RingsideException("it never answered", "wait longer");
        });
        window = new Window(stage, Background.started(), new Appearance(Appearance.Choice.LIGHT), WindowState.FIRST);
        var background = window.desk().background();
        var model = new TrialModel(background, new Bench(), () -> {});
        window.add(new GuestsPage(
                folder.resolve("drafts"),
                () -> new Validators(List.of()),
                new DomainsModel(background, guests),
                new LaunchModel(background, guests, images()),
                () -> TrialSheet.open(
                        model,
                        window.desk(),
                        Optional.empty(),
                        Optional.empty(),
                        (feature, platform) -> cells.add(feature + " " + platform)),
                window.desk(),
                GuestsPage.Places.of(window.desk().files())));
        window.show();
    }

    private Images images() {
        return new Images(folder.resolve("images"), image -> List.of());
    }

    private final class Bench implements TrialModel.Bench {
        @Override
        public List<Offer> offers() {
            return Offer.of(guests, Target.LOCAL, AccessQuestions.NOBODY);
        }

        @Override
        public Trials trials() {
            return new Trials(guests, () -> images().image("lab"), Duration.ofSeconds(1), Optional.empty());
        }

        @Override
        public ProbeStore answers() {
            return new ProbeStore() {
                @Override
                public void keep(ProbeReport report) {}

                @Override
                public void keep(List<Probed> tried) {
                    kept.addAll(tried);
                }

                @Override
                public List<ProbeReport> reports(String host) {
                    return List.of();
                }

                @Override
                public List<Probed> latest(String host) {
                    return kept;
                }
            };
        }
    }

    private static void only(FxRobot robot, String id) {
        waitFor(() -> robot.lookup("#trial-" + id).tryQuery().isPresent());
        robot.interact(() -> {
            for (Trial trial : Trial.ALL)
                if (!trial.id().equals(id))
                    robot.lookup("#trial-" + trial.id()).queryAs(CheckBox.class).fire();
        });
    }

    @Test
    void allIsTriedUnlessSomethingIsLeftOutAndTheCommandSaysSo(FxRobot robot) {
        press(robot, "try-features");
        waitFor(() -> says(robot, "ringside guest trial --platform qemu"));
        waitFor(() -> says(robot, "it is not here."));
        only(robot, "pci");
        waitFor(() -> says(robot, "ringside guest trial --platform qemu --only pci"));
        robot.interact(() -> robot.lookup("#trial-pci").queryAs(CheckBox.class).fire());
        assertTrue(robot.lookup("#trial-start").queryAs(Button.class).isDisabled());
    }

    @Test
    void whatCameOfItIsKeptAndLeadsToItsCell(FxRobot robot) {
        press(robot, "try-features");
        only(robot, "pci");
        waitFor(() -> !robot.lookup("#trial-start").queryAs(Button.class).isDisabled());
        press(robot, "trial-start");
        waitFor(() -> !kept.isEmpty());
        assertEquals("pci-passthrough", kept.getFirst().feature());
        assertTrue(
                List.of(Probed.Verdict.OFFERED, Probed.Verdict.NOT_HERE)
                        .contains(kept.getFirst().verdict()),
                () -> kept.toString());
        waitFor(() -> says(robot, kept.getFirst().answer()));
        robot.interact(() -> robot.lookup((Hyperlink link) -> link.getText().equals("pci-passthrough"))
                .queryAs(Hyperlink.class)
                .fire());
        assertEquals(List.of("pci-passthrough " + GuestPlatform.QEMU.id()), cells);
    }

    @Test
    void withoutAnImageNothingIsTriedAndItSaysHowOneIsMade(FxRobot robot) {
        press(robot, "try-features");
        only(robot, "pause");
        waitFor(() -> !robot.lookup("#trial-start").queryAs(Button.class).isDisabled());
        press(robot, "trial-start");
        waitFor(() -> says(robot, "There is no guest image \"lab\""));
        assertTrue(says(robot, "Not tried"));
        assertEquals(List.of(), kept);
        assertFalse(guests.asked().stream().anyMatch(asked -> asked.startsWith("start")));
    }
}
