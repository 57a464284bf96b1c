package ringside.ui.help;

import atlantafx.base.theme.Styles;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.VBox;
import ringside.core.help.Term;
import ringside.core.platform.Reference;
import ringside.ui.kit.Texts;
import ringside.ui.kit.Words;

/** One term in full: what it means, other words for it, where to read on, and what it rests on. */
final class TermView extends VBox {
    private final HelpPane.Ways ways;

    TermView(Term term, Prose prose, HelpPane.Ways ways, Runnable all) {
        this.ways = ways;
        getStyleClass().add("prose");
        if (!term.longer().isEmpty()) getChildren().add(Words.of(term.longer(), Styles.TEXT_BOLD));
        getChildren().add(prose.flow(term.spans()));
        if (!term.also().isEmpty())
            getChildren().add(Words.of(Texts.of("help.term.also", String.join(", ", term.also())), "muted"));
        if (!term.feature().isEmpty())
            getChildren().add(link(Texts.of("help.term.feature"), () -> ways.feature(term.feature())));
        if (!term.topic().isEmpty()) getChildren().add(link(Texts.of("help.term.topic"), ways::theory));
        if (!term.sources().isEmpty()) getChildren().add(Prose.heading(Texts.of("help.term.sources")));
        for (Reference source : term.sources()) getChildren().add(source(source));
        getChildren().add(link(Texts.of("help.term.all"), all));
    }

    private VBox source(Reference source) {
        Hyperlink title = link(source.title(), () -> ways.browse(source.address()));
        title.setTooltip(new Tooltip(source.address()));
        Label edition = Words.of(source.edition(), "muted");
        return new VBox(title, edition);
    }

    private static Hyperlink link(String words, Runnable action) {
        var link = new Hyperlink(words);
        link.setWrapText(true);
        link.setOnAction(pressed -> {
            link.setVisited(false);
            action.run();
        });
        return link;
    }
}
