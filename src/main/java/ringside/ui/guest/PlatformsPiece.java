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
        getChildren().add(SectionPane.title("Platforms"));
        getChildren()
                .add(SectionPane.words("A configuration is written for each. Choose those you want to compare or use;"
                        + " the settings are the same for all of them."));
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
            case QEMU -> "QEMU emulates every instruction: runs anywhere, slowly. A command line.";
            case KVM -> "QEMU with the processor's own virtualization, through Linux. A command line.";
            case XEN_PV ->
                "The kernel knows it is on Xen; the processor need not help. No firmware, no emulated devices.";
            case XEN_HVM -> "A whole machine on Xen, for any system.";
            case XEN_PVH -> "Paravirtual in a hardware container, no emulated devices. It needs a kernel to start.";
            case LIBVIRT_QEMU -> "libvirt starts QEMU, emulated. Domain XML and virt-install.";
            case LIBVIRT_KVM -> "libvirt starts QEMU with KVM. Domain XML and virt-install.";
            case LIBVIRT_XEN -> "libvirt starts it on Xen, by libxl. Domain XML and virt-install.";
            case VIRTUALBOX -> "Oracle's hypervisor for desktops. A script of VBoxManage commands.";
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
        problem.setText(reason.isEmpty() ? "" : "Platforms: " + reason);
        problem.setVisible(!reason.isEmpty());
    }

    @Override
    public void tell(WizardModel.State state) {
        fits.forEach((platform, fit) ->
                fit.setText(fit(Rendering.of(state.guest(), Target.of(platform)).gaps())));
    }

    /** How well the guest fits there. */
    static String fit(List<Gap> gaps) {
        if (gaps.isEmpty()) return "Expresses all of this guest.";
        var counts = new ArrayList<String>();
        for (Gap.Kind kind : Gap.Kind.values()) {
            long count = gaps.stream().filter(gap -> gap.kind() == kind).count();
            if (count > 0) counts.add(count + " " + kind.word());
        }
        return "Cannot express all of this guest: " + String.join(", ", counts) + ".";
    }
}
