package ringside.ui.help;

import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import ringside.core.help.Glossary;
import ringside.ui.kit.Texts;
import ringside.ui.shell.Drawer;
import ringside.ui.shell.PaletteModel;

/** The window's help: one key opens it for the page in view and closes it. Nothing of it is made before it is asked for. */
public final class Help {
    private final Drawer drawer;
    private final Supplier<String> page;
    private final HelpModel model = new HelpModel(new Read());
    private final Ways ways;
    private @Nullable HelpPane pane;

    /** Where its links lead, beyond itself. */
    public interface Ways {
        void browse(String address);

        void feature(String id);

        void theory();

        void tour();
    }

    /** @param page id of the one in view */
    public Help(Drawer drawer, Supplier<String> page, Ways ways) {
        this.drawer = drawer;
        this.page = page;
        this.ways = ways;
    }

    /** Opens it for the page in view; closes it where it is open and has the focus. */
    public void toggle() {
        if (drawer.isOpen() && pane != null && pane.isFocusWithin()) {
            drawer.close();
            return;
        }
        model.begin(page.get());
        open();
    }

    public void glossary() {
        open();
        model.terms();
        focus();
    }

    public void term(String name) {
        model.term(name);
        open();
    }

    /** Another page came into view. */
    public void follow(String id) {
        if (drawer.isOpen()) model.follow(id);
    }

    /** The terms, for who searches everything. */
    public List<PaletteModel.Entry> entries() {
        return model.glossary().terms().stream()
                .map(term -> new PaletteModel.Entry(
                        Texts.of("help.term.kind"),
                        term.name(),
                        term.longer().isEmpty() ? String.join(", ", term.also()) : term.longer(),
                        "",
                        () -> term(term.name())))
                .toList();
    }

    private void open() {
        if (pane == null) pane = new HelpPane(model, new Links());
        if (!drawer.isOpen()) drawer.open(pane);
        focus();
    }

    private void focus() {
        if (pane != null) pane.focus();
    }

    private static final class Read implements Supplier<Glossary> {
        private @Nullable Glossary glossary;

        @Override
        public synchronized Glossary get() {
            if (glossary == null) glossary = Glossary.bundled(Texts.language());
            return glossary;
        }
    }

    private final class Links implements HelpPane.Ways {
        @Override
        public void browse(String address) {
            ways.browse(address);
        }

        @Override
        public void feature(String id) {
            ways.feature(id);
        }

        @Override
        public void theory() {
            ways.theory();
        }

        @Override
        public void tour() {
            drawer.close();
            ways.tour();
        }

        @Override
        public void close() {
            drawer.close();
        }
    }
}
