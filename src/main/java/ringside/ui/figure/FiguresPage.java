package ringside.ui.figure;

import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;
import ringside.core.figure.Exporting;
import ringside.core.figure.Exporting.Kind;
import ringside.core.figure.Figure;
import ringside.core.figure.Figures;
import ringside.core.figure.Plot;
import ringside.core.figure.PlotTable;
import ringside.core.figure.Plotting;
import ringside.core.figure.Renderer;
import ringside.core.figure.Renderer.Theme;
import ringside.core.figure.View;
import ringside.core.result.ResultStore;
import ringside.ui.kit.Appearance;
import ringside.ui.kit.Buttons;
import ringside.ui.kit.Changes;
import ringside.ui.kit.Icon;
import ringside.ui.kit.Texts;
import ringside.ui.shell.Command;
import ringside.ui.shell.Desk;
import ringside.ui.shell.Page;

/** The place of figures: the gallery, and from it one figure. */
public final class FiguresPage implements Page {
    public static final String ID = "figures";

    private static final String STYLES = "/ringside/ui/figure.css";

    /** What {@link #shown} takes to show all figures of some platforms. */
    public record Of(Set<String> platforms) {
        public Of {
            platforms = Set.copyOf(platforms);
        }
    }

    /** Asks where a file is to be written; empty where the reader thinks better of it. */
    @FunctionalInterface
    public interface Saving {
        Optional<Path> ask(String title, String name, String kind);
    }

    private final Figures figures;
    private final Supplier<ResultStore> store;
    private final Renderer renderer;
    private final Changes changes;
    private final Appearance appearance;
    private final Desk desk;
    private final Saving saving;
    private final GalleryModel galleryModel;
    private final FigureModel figureModel;
    private final OriginModel originModel;
    private final ExportModel exportModel = new ExportModel();
    private final StackPane place = new StackPane();
    private @Nullable GalleryView gallery;
    private @Nullable FigureView detail;
    private boolean inDetail;
    private long counted = -1; // the version of the store's content that the gallery shows

    public FiguresPage(
            Figures figures,
            Supplier<ResultStore> store,
            Renderer renderer,
            Changes changes,
            Appearance appearance,
            Desk desk,
            Saving saving) {
        this.figures = figures;
        this.store = store;
        this.renderer = renderer;
        this.changes = changes;
        this.appearance = appearance;
        this.desk = desk;
        this.saving = saving;
        Supplier<Plotting> plotting = () -> new Plotting(store.get());
        galleryModel = new GalleryModel(figures, plotting, renderer, desk.background());
        figureModel = new FigureModel(figures, plotting, renderer, desk.background());
        originModel = new OriginModel(store, desk.background());
    }

    @Override
    public String id() {
        return ID;
    }

    @Override
    public String icon() {
        return Icon.FIGURES;
    }

    @Override
    public Node view() {
        style(place);
        gallery = new GalleryView(galleryModel, appearance.darkProperty(), this::open);
        appearance.darkProperty().subscribe(dark -> figureModel.themeProperty().set(dark ? Theme.DARK : Theme.LIGHT));
        detail = new FigureView(figureModel, originModel, ways());
        changes.versionProperty().subscribe(any -> catchUp());
        place.addEventHandler(KeyEvent.KEY_PRESSED, this::key);
        place.getChildren().setAll(gallery);
        return place;
    }

    /** Data that changed while the page was out of view are read when it comes back. */
    private void catchUp() {
        long now = changes.versionProperty().get();
        if (now == counted || place.getScene() == null) return;
        counted = now;
        galleryModel.refresh();
        if (inDetail) figureModel.refresh();
    }

    @Override
    public void shown(Object... arguments) {
        catchUp();
        if (arguments.length > 0 && arguments[0] instanceof Of(Set<String> platforms)) {
            if (inDetail) back();
            galleryModel.platformsProperty().set(platforms);
        } else if (arguments.length > 0 && arguments[0] instanceof Figure figure) open(figure, arguments);
        else if (arguments.length > 0)
            figures.byId(String.valueOf(arguments[0])).ifPresent(figure -> open(figure, arguments));
        else if (inDetail && detail != null) detail.focusChart();
    }

    /** A second argument names the sets to show, such as those that a dropped picture shows. */
    private void open(Figure figure, Object... arguments) {
        open(figure);
        if (arguments.length < 2 || !(arguments[1] instanceof Collection<?> sets)) return;
        var names = sets.stream().map(String::valueOf).collect(Collectors.toSet());
        View view = figureModel.viewProperty().get();
        figureModel.viewProperty().set(view.withSets(names).withHidden(Set.of()));
    }

    @Override
    public void refresh() {
        galleryModel.refresh();
        if (inDetail) figureModel.refresh();
    }

    @Override
    public List<Command> commands() {
        return List.of(
                new Command(Texts.of("figure.export-command"), "Shortcut+E", this::export),
                new Command(Texts.of("figure.copy-image-command"), "Shortcut+Shift+C", this::copyImage),
                new Command(Texts.of("figure.copy-data-command"), "Shortcut+Shift+D", this::copyData),
                new Command(Texts.of("figure.previous-command"), "Alt+Left", () -> step(-1)),
                new Command(Texts.of("figure.next-command"), "Alt+Right", () -> step(1)),
                new Command(Texts.of("figure.all-command"), "", this::back),
                new Command(Texts.of("figure.search-command"), "Shortcut+F", this::search));
    }

    /** Gives a part that is shown outside this page its looks too. */
    static void style(Parent part) {
        part.getStylesheets()
                .add(Objects.requireNonNull(FiguresPage.class.getResource(STYLES), STYLES)
                        .toExternalForm());
    }

    private FigureView.Ways ways() {
        return new FigureView.Ways() {
            @Override
            public void back() {
                FiguresPage.this.back();
            }

            @Override
            public void step(int places) {
                FiguresPage.this.step(places);
            }

            @Override
            public void export() {
                FiguresPage.this.export();
            }

            @Override
            public void copyImage() {
                FiguresPage.this.copyImage();
            }

            @Override
            public void copyData() {
                FiguresPage.this.copyData();
            }

            @Override
            public void library(String set) {
                desk.navigator().open("library", set);
            }
        };
    }

    private void open(Figure figure) {
        if (detail == null) return;
        inDetail = true;
        place.getChildren().setAll(detail);
        figureModel.open(figure);
        detail.focusChart();
    }

    private void back() {
        if (gallery == null) return;
        inDetail = false;
        place.getChildren().setAll(gallery);
        gallery.applyCss();
        gallery.layout();
        gallery.focus(figureModel.figureProperty().get());
    }

    private void step(int places) {
        if (inDetail) figureModel.neighbour(places).ifPresent(this::open);
    }

    private void search() {
        if (gallery == null) return;
        if (inDetail) back();
        gallery.focusSearch();
    }

    private void key(KeyEvent event) {
        boolean leaves = event.getCode() == KeyCode.BACK_SPACE || event.getCode() == KeyCode.ESCAPE;
        if (!inDetail || !leaves || event.isConsumed()) return;
        back();
        event.consume();
    }

    /** The plot in view; in the gallery, the focused figure is opened first. */
    private Optional<Plot> plot() {
        return inDetail ? figureModel.shownProperty().get().map(FigureModel.Shown::plot) : Optional.empty();
    }

    private void export() {
        if (!inDetail && gallery != null) gallery.focused().ifPresent(this::open);
        if (!inDetail) return;
        Figure figure = figureModel.figureProperty().get();
        View view = figureModel.viewProperty().get();
        var content = new ExportSheet(
                exportModel, figure, view, figureModel.zoomProperty().get().isPresent());
        Button cancel = new Button(Texts.of("figure.cancel"));
        cancel.setOnAction(event -> desk.sheets().close());
        Button save = Buttons.labelled(Texts.of("figure.save-ask"), Icon.EXPORT, this::save);
        save.setId("save-figure");
        save.setDefaultButton(true);
        save.disableProperty().bind(figureModel.shownProperty().map(Optional::isEmpty));
        desk.sheets().show(Texts.of("figure.export-title", figure.id()), content, List.of(cancel, save));
    }

    private void save() {
        plot().ifPresent(plot -> {
            Kind kind = exportModel.formatProperty().get();
            saving.ask(
                            Texts.of("figure.export-title", plot.figure().id()),
                            plot.figure().id(),
                            kind.word())
                    .ifPresent(out -> write(plot, kind, out));
        });
    }

    private void write(Plot plot, Kind kind, Path out) {
        var look = exportModel.look(figureModel.zoomProperty().get());
        desk.sheets().close();
        desk.background()
                .run(
                        Texts.of("figure.writing", out.getFileName()),
                        progress -> {
                            new Exporting(store.get(), renderer).write(plot, kind, look, out);
                            return out;
                        },
                        done -> desk.notices()
                                .say(Texts.of("figure.exported", plot.figure().id(), done)),
                        desk.notices()::trouble);
    }

    private void copyImage() {
        plot().ifPresent(plot -> {
            var look = exportModel.look(figureModel.zoomProperty().get());
            desk.background()
                    .run(
                            Texts.of("figure.drawing-figure", plot.figure().id()),
                            progress -> renderer.draw(plot, look),
                            drawing -> {
                                var content = new ClipboardContent();
                                content.putImage(Pictures.copied(drawing));
                                Clipboard.getSystemClipboard().setContent(content);
                                desk.notices()
                                        .say(Texts.of(
                                                "figure.image-copied",
                                                plot.figure().id()));
                            },
                            desk.notices()::trouble);
        });
    }

    private void copyData() {
        plot().ifPresent(plot -> {
            Buttons.copy(PlotTable.csv(plot));
            desk.notices().say(Texts.of("figure.data-copied", plot.figure().id()));
        });
    }
}
