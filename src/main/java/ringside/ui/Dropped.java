package ringside.ui;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import ringside.core.comparison.NeedFile;
import ringside.core.figure.Identity;
import ringside.core.figure.PngTexts;
import ringside.core.format.Content;
import ringside.core.format.Head;
import ringside.core.guest.read.Readers;
import ringside.ui.comparison.ComparePage;
import ringside.ui.digitise.DigitisePage;
import ringside.ui.figure.FiguresPage;
import ringside.ui.guest.GuestsPage;
import ringside.ui.kit.Background;
import ringside.ui.kit.Texts;
import ringside.ui.shell.Desk;
import ringside.ui.shell.Navigator;
import ringside.workbench.Workbench;

/**
 * Files and folders dropped on the window, chosen, or opened by the desktop: imported, or shown if they are Ringside's own
 * pictures; a single configuration of a guest is opened, and so are a need and a page to read a figure off.
 */
final class Dropped {
    private final Background background;
    private final Supplier<Workbench> workbench;
    private final Desk desk;
    private final Navigator pages;
    private final Consumer<List<Path>> imports;

    /**
     * @param workbench waits for it; asked on worker threads only
     * @param imports takes what is nothing else
     */
    Dropped(
            Background background,
            Supplier<Workbench> workbench,
            Desk desk,
            Navigator pages,
            Consumer<List<Path>> imports) {
        this.background = background;
        this.workbench = workbench;
        this.desk = desk;
        this.pages = pages;
        this.imports = imports;
    }

    /** What a single file is for. */
    private enum Kind {
        GUEST,
        NEED,
        /** A page to read a figure off; a PNG is not among them, for it may be one of ours and say what it shows. */
        DOCUMENT,
        OTHER
    }

    void take(List<Path> files) {
        if (files.size() != 1) {
            imports.accept(files);
            return;
        }
        Path file = files.getFirst();
        background.run(
                Texts.of("session.dropped.looking-at", file.getFileName()),
                progress -> kind(file),
                kind -> {
                    switch (kind) {
                        case GUEST -> pages.open(GuestsPage.ID, file);
                        case NEED -> pages.open(ComparePage.ID, file);
                        case DOCUMENT -> readOff(file);
                        case OTHER -> imports.accept(files);
                    }
                },
                desk.sheets()::show);
    }

    private Kind kind(Path file) {
        try {
            if (!Files.isRegularFile(file)) return Kind.OTHER;
            Head head = Content.of(file).head();
            if (isDocument(head)) return Kind.DOCUMENT;
            if (NeedFile.isNeed(file)) return Kind.NEED;
            // outputs of benchmarks come first, for they may hold lines like a configuration's
            boolean guest = Files.size(file) <= Readers.LARGEST
                    && workbench.get().formats().recognise(head).isEmpty()
                    && Readers.isGuest(file);
            return guest ? Kind.GUEST : Kind.OTHER;
        } catch (IOException unreadable) {
            return Kind.OTHER; // importing says why
        }
    }

    private static boolean isDocument(Head head) {
        return head.startsWith('%', 'P', 'D', 'F', '-')
                || head.startsWith(0xff, 0xd8, 0xff)
                || head.startsWith('G', 'I', 'F', '8');
    }

    /** A picture among the files: if Ringside drew it, it names the figure and the sets that it shows. */
    void picture(Path picture) {
        String name = String.valueOf(picture.getFileName());
        record Found(Identity identity, List<String> sets) {}
        background.run(
                Texts.of("session.dropped.looking-at", name),
                progress -> {
                    try (InputStream in = Files.newInputStream(picture)) {
                        return Identity.from(PngTexts.read(name, in))
                                .map(identity -> new Found(
                                        identity, identity.in(workbench.get().store())));
                    }
                },
                found -> found.ifPresentOrElse(
                        figure -> show(name, figure.identity(), figure.sets()), () -> readOff(picture)),
                desk.sheets()::show);
    }

    /** It does not say what it shows, so somebody has to read it off. */
    private void readOff(Path document) {
        pages.open(DigitisePage.ID, document);
    }

    private void show(String picture, Identity identity, List<String> sets) {
        String figure = identity.figure();
        if (sets.isEmpty()) {
            desk.notices()
                    .note(Texts.of(
                            "session.dropped.shows-unknown",
                            picture,
                            figure,
                            String.join(", ", identity.sets().keySet())));
            return;
        }
        pages.open(FiguresPage.ID, figure, sets);
        String names = String.join(", ", sets);
        desk.notices()
                .note(
                        sets.size() < identity.sets().size()
                                ? Texts.of("session.dropped.shows-some", picture, figure, names)
                                : Texts.of("session.dropped.shows", picture, figure, names));
    }
}
