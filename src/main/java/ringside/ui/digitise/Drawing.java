package ringside.ui.digitise;

import java.util.List;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import ringside.core.digitise.Area;
import ringside.core.digitise.Mark;
import ringside.core.digitise.Place;
import ringside.core.digitise.Series;
import ringside.ui.digitise.Mode.Picked;

/** What was said and read of a page, drawn over it. Colours are fixed: they lie on paper, not on the window. */
final class Drawing {
    static final Color AXIS = Color.web("#d1007f");
    private static final Color READ = Color.web("#e60000");
    private static final Color PICKED = Color.web("#0a58ff");
    private static final Color LEFT_OUT = Color.web("#6b7280");

    private final GraphicsContext g;
    private final Camera camera;
    private final DigitiseModel model;

    Drawing(GraphicsContext g, Camera camera, DigitiseModel model) {
        this.g = g;
        this.camera = camera;
        this.model = model;
    }

    void draw() {
        Draft draft = model.draft();
        draft.frame().ifPresent(frame -> rectangle(frame, AXIS));
        draft.ignored().forEach(area -> {
            g.setFill(Color.color(0.42, 0.45, 0.5, 0.25));
            g.fillRect(x(area.left()), y(area.top()), area.width() * camera.zoom(), area.height() * camera.zoom());
            rectangle(area, LEFT_OUT);
        });
        List<Series> series = draft.series();
        for (int i = 0; i < series.size(); i++)
            for (int j = 0; j < series.get(i).marks().size(); j++)
                if (series.get(i).marks().get(j) instanceof Mark.Seen seen) {
                    seen.base().ifPresent(base -> span(base, seen.place()));
                    cross(seen.place(), model.pointing().pickedProperty().get().equals(new Picked.Point(i, j)));
                }
        axis(draft.x(), false);
        axis(draft.y(), true);
    }

    private void axis(AxisDraft axis, boolean vertical) {
        for (boolean end : new boolean[] {false, true})
            axis.place(end)
                    .ifPresent(place -> handle(
                            place,
                            (vertical ? "y" : "x") + (end ? "2" : "1"),
                            vertical != model.draft().lies(),
                            model.pointing().pickedProperty().get().equals(new Picked.AxisEnd(vertical, end))));
    }

    private double x(double at) {
        return camera.x() + camera.zoom() * at;
    }

    private double y(double at) {
        return camera.y() + camera.zoom() * at;
    }

    private void rectangle(Area area, Color colour) {
        g.setStroke(colour);
        g.setLineWidth(1);
        g.setLineDashes(4, 4);
        g.strokeRect(x(area.left()), y(area.top()), area.width() * camera.zoom(), area.height() * camera.zoom());
        g.setLineDashes();
    }

    /** A part of a stacked bar, from where it begins to where it ends. */
    private void span(Place from, Place to) {
        for (int pass = 0; pass < 2; pass++) {
            g.setStroke(pass == 0 ? Color.WHITE : READ);
            g.setLineWidth(pass == 0 ? 3.5 : 1.3);
            g.strokeLine(camera.screenX(from), camera.screenY(from), camera.screenX(to), camera.screenY(to));
        }
    }

    private void cross(Place place, boolean picked) {
        double x = camera.screenX(place);
        double y = camera.screenY(place);
        double arm = picked ? 9 : 6;
        for (int pass = 0; pass < 2; pass++) {
            g.setStroke(pass == 0 ? Color.WHITE : picked ? PICKED : READ);
            g.setLineWidth(pass == 0 ? 3.5 : picked ? 2 : 1.3);
            g.strokeLine(x - arm, y, x + arm, y);
            g.strokeLine(x, y - arm, x, y + arm);
        }
        if (picked) g.strokeOval(x - arm - 3, y - arm - 3, 2 * arm + 6, 2 * arm + 6);
    }

    private void handle(Place place, String name, boolean vertical, boolean picked) {
        double x = camera.screenX(place);
        double y = camera.screenY(place);
        g.setLineWidth(picked ? 2.5 : 1.5);
        g.setStroke(picked ? PICKED : AXIS);
        g.strokeOval(x - 6, y - 6, 12, 12);
        g.strokeLine(x - 2, y, x + 2, y);
        g.strokeLine(x, y - 2, x, y + 2);
        // inside the plot, where no tick's label is
        boolean second = name.endsWith("2");
        double left = !vertical && second ? x - 26 : x + 10;
        double low = vertical ? (second ? y + 18 : y - 24) : y - 9;
        g.setStroke(Color.WHITE);
        g.setLineWidth(3);
        g.strokeText(name, left, low);
        g.setFill(picked ? PICKED : AXIS);
        g.fillText(name, left, low);
    }
}
