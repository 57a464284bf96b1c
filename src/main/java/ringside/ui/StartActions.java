package ringside.ui;

import java.util.List;
import ringside.ui.bench.BenchPage;
import ringside.ui.comparison.ComparePage;
import ringside.ui.feature.FeaturesPage;
import ringside.ui.figure.FiguresPage;
import ringside.ui.guest.GuestsPage;
import ringside.ui.host.HostsPage;
import ringside.ui.kit.Icon;
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
                        "Find the platform for what you do",
                        "Six pages from a purpose to a ranked answer, with the features and measurements behind it,"
                                + " what would change it, and a report to hand on.",
                        () -> window.open(ComparePage.ID)),
                new Action(
                        Icon.FEATURES,
                        "Compare what the platforms can do",
                        "Features of QEMU, KVM, Xen, libvirt and VirtualBox, in spring 2013 and now, every cell with"
                                + " its source. How each is built and used, and the theory in short.",
                        () -> window.open(FeaturesPage.ID)),
                new Action(
                        Icon.FIGURES,
                        "Look at the figures",
                        "The thesis's 27 result figures and 8 tables, and those of other studies, drawn from the"
                                + " library. Each can be exported.",
                        () -> window.open(FiguresPage.ID)),
                new Action(
                        Icon.GUESTS,
                        "Configure a guest",
                        "Describe it once: the command lines, XML and scripts for every platform, and what each of"
                                + " them cannot express.",
                        () -> window.open(GuestsPage.ID)),
                new Action(
                        Icon.BENCHMARKS,
                        "Measure",
                        "A plan of benchmarks on this machine or others, repeated until its medians are sure, its"
                                + " curves beside earlier ones.",
                        () -> window.open(BenchPage.ID)),
                new Action(
                        Icon.IMPORT,
                        "Import results",
                        "What HPL, LMbench, IOzone and other tools print, CSV files, .ringside archives."
                                + " Or drop files and folders anywhere on this window.",
                        chooseFiles),
                new Action(
                        Icon.LIBRARY,
                        "Browse the result sets",
                        "Where each number comes from, down to the line of output that printed it.",
                        () -> window.open(LibraryPage.ID)),
                new Action(
                        Icon.HOSTS,
                        "Choose the hosts to work with",
                        "This machine and others by SSH: whether one gets there, what they are and what they have.",
                        () -> window.open(HostsPage.ID)),
                new Action(
                        Icon.SEARCH,
                        "Find anything",
                        "Pages, figures, result sets and commands, by a few letters of their name.",
                        window::openPalette));
    }
}
