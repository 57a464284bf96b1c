package ringside.ui.guest;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import ringside.core.guest.GuestPlatform;
import ringside.core.guest.render.Gap;
import ringside.core.guest.render.Rendering;
import ringside.core.guest.render.Target;
import ringside.core.platform.Platforms;
import ringside.ui.kit.Texts;

/** Which platforms the guest is for; each says what it is, and how much of the guest it cannot express. */
final class PlatformsPiece extends VBox implements Piece {
    static final String PATH = "platforms.chosen";

    private final WizardModel model;
    private final Map<GuestPlatform, CheckBox> boxes = new EnumMap<>(GuestPlatform.class);
    private final Map<GuestPlatform, Label> fits = new EnumMap<>(GuestPlatform.class);
    private final Label problem = SectionPane.words("");

    PlatformsPiece(WizardModel model) {
        this.model = model;
        getStyleClass().add("fields");
        getChildren().add(SectionPane.title(Texts.of("guest.platforms-piece.title")));
        getChildren().add(SectionPane.words(Texts.of("guest.platforms-piece.lead")));
        for (GuestPlatform platform : GuestPlatform.values()) getChildren().add(row(platform));
        problem.getStyleClass().setAll("label", "objection");
        problem.managedProperty().bind(problem.visibleProperty());
        getChildren().add(problem);
    }

    private Node row(GuestPlatform platform) {
        var box = new CheckBox(Platforms.of(platform.id()).name());
        box.setId("platform-" + platform.id());
        box.setAccessibleHelp(what(platform));
        box.setOnAction(pressed -> choose(platform, box.isSelected()));
        Label what = SectionPane.words(what(platform));
        what.getStyleClass().setAll("label", "why");
        Label fit = SectionPane.words("");
        fit.getStyleClass().setAll("label", "why");
        boxes.put(platform, box);
        fits.put(platform, fit);
        var row = new VBox(box, what, fit);
        row.getStyleClass().add("field");
        return row;
    }

    private static String what(GuestPlatform platform) {
        return switch (platform) {
            case QEMU -> Texts.of("guest.platforms-piece.qemu");
            case KVM -> Texts.of("guest.platforms-piece.kvm");
            case XEN_PV -> Texts.of("guest.platforms-piece.xen-pv");
            case XEN_HVM -> Texts.of("guest.platforms-piece.xen-hvm");
            case XEN_PVH -> Texts.of("guest.platforms-piece.xen-pvh");
            case LIBVIRT_QEMU -> Texts.of("guest.platforms-piece.libvirt-qemu");
            case LIBVIRT_KVM -> Texts.of("guest.platforms-piece.libvirt-kvm");
            case LIBVIRT_XEN -> Texts.of("guest.platforms-piece.libvirt-xen");
            case VIRTUALBOX -> Texts.of("guest.platforms-piece.virtualbox");
        };
    }

    private void choose(GuestPlatform platform, boolean wanted) {
        var words = new ArrayList<>(model.state().form().words(PATH));
        words.remove(platform.id());
        if (wanted) words.add(platform.id());
        model.type(PATH, String.join(", ", words));
    }

    @Override
    public Node node() {
        return this;
    }

    @Override
    public void show(WizardModel.State state) {
        List<String> chosen = state.form().words(PATH);
        boxes.forEach((platform, box) -> box.setSelected(chosen.contains(platform.id())));
        String reason = state.problems().getOrDefault(PATH, "");
        problem.setText(reason.isEmpty() ? "" : Texts.of("guest.platforms-piece.wrong", reason));
        problem.setVisible(!reason.isEmpty());
    }

    @Override
    public void tell(WizardModel.State state) {
        fits.forEach((platform, fit) ->
                fit.setText(fit(Rendering.of(state.guest(), Target.of(platform)).gaps())));
    }

    /** How well the guest fits there. */
    static String fit(List<Gap> gaps) {
        if (gaps.isEmpty()) return Texts.of("guest.platforms-piece.expresses-all");
        var counts = new ArrayList<String>();
        for (Gap.Kind kind : Gap.Kind.values()) {
            long count = gaps.stream().filter(gap -> gap.kind() == kind).count();
            if (count > 0) counts.add(count + " " + kind.word());
        }
        return Texts.of("guest.platforms-piece.gaps", String.join(", ", counts));
    }
}
