package ringside.ui.shell;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.layout.Region;
import javafx.scene.transform.Scale;

/**
 * Shows all of a window larger: text, icons, charts and the room between them. Menus, lists and tooltips are windows of
 * their own, to which no scale reaches; they get larger letters instead.
 */
final class Magnified extends Region {
    static final List<Integer> STEPS = List.of(100, 125, 150, 175, 200);

    private static final int USUAL = 100;
    private static final double LETTER = 13; // as in the stylesheet
    private static final double TIP = 12;

    private final Node content;
    private final ReadOnlyIntegerWrapper percent = new ReadOnlyIntegerWrapper(this, "percent", USUAL);
    private String sheet = "";

    Magnified(Node content) {
        this.content = content;
        getChildren().add(content);
        sceneProperty().subscribe(scene -> letters(scene, percent.get()));
    }

    /** The step that is nearest to what somebody asks for. */
    static int nearest(double percent) {
        return STEPS.stream()
                .min((a, b) -> Double.compare(Math.abs(a - percent), Math.abs(b - percent)))
                .orElse(USUAL);
    }

    ReadOnlyIntegerProperty percentProperty() {
        return percent.getReadOnlyProperty();
    }

    /** Takes the nearest step. */
    void set(int wanted) {
        int next = nearest(wanted);
        if (next == percent.get()) return;
        double factor = next / 100.0;
        if (next == USUAL) content.getTransforms().clear();
        else content.getTransforms().setAll(new Scale(factor, factor));
        percent.set(next);
        letters(getScene(), next);
        requestLayout();
    }

    /** One step larger or smaller; stays at the ends. */
    void step(int by) {
        set(STEPS.get(Math.clamp(STEPS.indexOf(percent.get()) + by, 0, STEPS.size() - 1)));
    }

    private void letters(Scene scene, int percent) {
        if (scene == null) return;
        scene.getStylesheets().remove(sheet);
        sheet = "";
        if (percent == USUAL) return;
        String rules = String.format(
                Locale.ROOT,
                ".root.popup, .context-menu, .combo-box-popup { -fx-font-size: %.1fpx; } .tooltip { -fx-font-size: %.1fpx; }",
                LETTER * percent / 100,
                TIP * percent / 100);
        sheet = "data:text/css;charset=utf-8;base64,"
                + Base64.getEncoder().encodeToString(rules.getBytes(StandardCharsets.UTF_8));
        scene.getStylesheets().add(sheet);
    }

    @Override
    protected void layoutChildren() {
        double factor = percent.get() / 100.0;
        content.resizeRelocate(0, 0, getWidth() / factor, getHeight() / factor);
    }
}
