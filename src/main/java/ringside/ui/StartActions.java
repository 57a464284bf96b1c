package ringside.ui;

import java.util.List;
import ringside.ui.bench.BenchPage;
import ringside.ui.comparison.ComparePage;
import ringside.ui.feature.FeaturesPage;
import ringside.ui.figure.FiguresPage;
import ringside.ui.guest.GuestsPage;
import ringside.ui.host.HostsPage;
import ringside.ui.kit.Icon;
import ringside.ui.kit.Texts;
import ringside.ui.result.LibraryPage;
import ringside.ui.shell.Window;
import ringside.ui.start.StartPage.Action;

/** What the first page offers to begin with. */
final class StartActions {
    private StartActions() {}

    /** @param chooseFiles asks for files to import */
    static List<Action> of(Window window, Runnable chooseFiles) {
        return List.of(
                new Action(
                        Icon.BALANCE,
                        Texts.of("session.begin.compare"),
                        Texts.of("session.begin.compare-words"),
                        () -> window.open(ComparePage.ID)),
                new Action(
                        Icon.FEATURES,
                        Texts.of("session.begin.features"),
                        Texts.of("session.begin.features-words"),
                        () -> window.open(FeaturesPage.ID)),
                new Action(
                        Icon.FIGURES,
                        Texts.of("session.begin.figures"),
                        Texts.of("session.begin.figures-words"),
                        () -> window.open(FiguresPage.ID)),
                new Action(
                        Icon.GUESTS,
                        Texts.of("session.begin.guests"),
                        Texts.of("session.begin.guests-words"),
                        () -> window.open(GuestsPage.ID)),
                new Action(
                        Icon.BENCHMARKS,
                        Texts.of("session.begin.measure"),
                        Texts.of("session.begin.measure-words"),
                        () -> window.open(BenchPage.ID)),
                new Action(
                        Icon.IMPORT,
                        Texts.of("session.begin.import"),
                        Texts.of("session.begin.import-words"),
                        chooseFiles),
                new Action(
                        Icon.LIBRARY,
                        Texts.of("session.begin.library"),
                        Texts.of("session.begin.library-words"),
                        () -> window.open(LibraryPage.ID)),
                new Action(
                        Icon.HOSTS,
                        Texts.of("session.begin.hosts"),
                        Texts.of("session.begin.hosts-words"),
                        () -> window.open(HostsPage.ID)),
                new Action(
                        Icon.SEARCH,
                        Texts.of("session.begin.find"),
                        Texts.of("session.begin.find-words"),
                        window::openPalette));
    }
}
