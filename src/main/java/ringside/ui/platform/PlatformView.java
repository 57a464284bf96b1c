package ringside.ui.platform;

import atlantafx.base.theme.Styles;
import java.util.List;
import java.util.stream.Stream;
import javafx.geometry.Pos;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import ringside.core.platform.Profile;
import ringside.ui.kit.Buttons;
import ringside.ui.kit.Chip;
import ringside.ui.kit.Icon;
import ringside.ui.kit.Texts;

/** All that is told of one platform, to be read without any host. */
public final class PlatformView extends BorderPane {
    private static final double WIDEST = 1560;
    private static final double ONE_LINE = 620; // takes all the ways on from here

    /** Where one can go from here. */
    public interface Ways {
        /** To its columns of the matrix. */
        void cells(List<String> platforms);

        /** To the figures that were measured on it. */
        void figures(List<String> platforms);

        /** To a new guest for it. */
        void guest(List<String> platforms);

        /** To a document on the web. */
        void browse(String address);
    }

    private final Profile profile;
    private final Ways ways;
    private final Sources sources;

    public PlatformView(Profile profile, Ways ways) {
        this.profile = profile;
        this.ways = ways;
        sources = new Sources(ways::browse);
        var grid = new GridPane();
        grid.getStyleClass().add("handbook-grid");
        for (double share : List.of(62.0, 38.0)) {
            var column = new ColumnConstraints();
            column.setPercentWidth(share);
            grid.getColumnConstraints().add(column);
        }
        // In reading order, in which the sources are numbered
        Node head = head();
        grid.addRow(0, built(), new VBox(28, mechanism(), versions()));
        grid.addRow(1, used(), intrusion());
        var content = new VBox(head, grid, narrow(Parts.section(Texts.of("platform.sources"), sources.list())));
        content.getStyleClass().add("handbook-content");
        content.setMaxWidth(WIDEST);
        setCenter(Parts.scrolling(content));
    }

    private static Node narrow(VBox section) {
        section.setMaxWidth(900);
        return section;
    }

    private Node head() {
        var name = new Label(profile.name());
        name.getStyleClass().add(Styles.TITLE_2);
        name.setMinWidth(Region.USE_PREF_SIZE);
        var space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        var line = new HBox(10, name, Chip.of(profile.kind()), space, links());
        line.setAlignment(Pos.CENTER_LEFT);
        var lead = sources.of(profile.lead());
        lead.getStyleClass().add("lead");
        return new VBox(8, line, lead);
    }

    private Node links() {
        Button cells = Buttons.labelled(Texts.of("platform.cells"), Icon.FORWARD, () -> ways.cells(profile.columns()));
        cells.setId("platform-cells");
        Button figures = Buttons.labelled(Texts.of("platform.figures"), Icon.FIGURES, () -> ways.figures(platforms()));
        figures.setId("platform-figures");
        Button guest = Buttons.labelled(Texts.of("platform.new-guest"), Icon.GUESTS, () -> ways.guest(platforms()));
        guest.setId("platform-guest");
        var row = new FlowPane(8, 8, cells, figures, guest);
        row.setAlignment(Pos.CENTER_RIGHT);
        row.setPrefWrapLength(ONE_LINE);
        return row;
    }

    /** Result sets may name the product and not which variant of it was measured. */
    private List<String> platforms() {
        return Stream.concat(Stream.of(profile.id()), profile.columns().stream())
                .distinct()
                .toList();
    }

    private Node built() {
        return Parts.section(Texts.of("platform.built"), Parts.drawings(profile.drawings(), sources));
    }

    private Node mechanism() {
        return Parts.section(
                Texts.of("platform.rings"),
                profile.mechanism().stream().map(sources::of).toArray(Node[]::new));
    }

    private Node used() {
        return Parts.section(
                Texts.of("platform.tools"),
                profile.tools().stream().map(this::tool).toArray(Node[]::new));
    }

    private Node tool(Profile.Tool tool) {
        var name = new Label(tool.name());
        name.getStyleClass().add("section-title");
        var head = new HBox(8, name, Chip.of(tool.kind()));
        head.setAlignment(Pos.CENTER_LEFT);
        var box = new VBox(8, head, sources.of(tool.about()));
        tool.commands().forEach(command -> box.getChildren().add(Parts.command(command)));
        return box;
    }

    private Node intrusion() {
        var grid = facts();
        profile.intrusion().forEach(aspect -> fact(grid, aspect.name(), sources.of(aspect.says())));
        return Parts.section(Texts.of("platform.footprint"), grid);
    }

    private Node versions() {
        var grid = facts();
        for (Profile.Version version : profile.versions())
            fact(
                    grid,
                    version.when().equals("now") ? Texts.of("platform.now") : Texts.of("platform.spring-2013"),
                    sources.flow(
                            version.version() + ", " + version.date()
                                    + (version.note().isEmpty() ? "" : ". " + version.note()),
                            version.sources()));
        return Parts.section(Texts.of("platform.versions"), grid);
    }

    private static GridPane facts() {
        var grid = new GridPane();
        grid.getStyleClass().add("handbook-facts");
        var names = new ColumnConstraints();
        names.setMinWidth(Region.USE_PREF_SIZE);
        var values = new ColumnConstraints();
        values.setHgrow(Priority.ALWAYS);
        grid.getColumnConstraints().addAll(names, values);
        return grid;
    }

    private static void fact(GridPane grid, String name, Node value) {
        var label = new Label(name);
        label.getStyleClass().add("muted");
        GridPane.setValignment(label, VPos.TOP);
        grid.addRow(grid.getRowCount(), label, value);
    }
}
