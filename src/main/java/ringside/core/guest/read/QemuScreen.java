package ringside.core.guest.read;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import ringside.core.guest.Devices;
import ringside.core.guest.Display;
import ringside.core.guest.Serial;
import ringside.core.guest.read.QemuArguments.Argument;

/** Where the screen and the serial port of a QEMU command line end. */
final class QemuScreen {
    private static final Pattern VNC = Pattern.compile("([^:,]*):(\\d{1,5})");

    private final QemuArguments arguments;
    private final GuestDraft draft;

    QemuScreen(QemuArguments arguments, GuestDraft draft) {
        this.arguments = arguments;
        this.draft = draft;
    }

    void read() {
        screen();
        serial();
    }

    private void screen() {
        boolean bare = arguments.has("-nodefaults") || arguments.has("-nographic");
        arguments.all("-device").stream()
                .map(QemuScreen::video)
                .flatMap(Optional::stream)
                .forEach(video -> draft.video = video);
        Optional<Argument> card = arguments.last("-vga");
        card.ifPresent(vga -> vga.options().settle());
        if (card.isPresent() && !card.get().value().equals("none"))
            draft.video = switch (card.get().value()) {
                case "virtio" -> Devices.Video.VIRTIO;
                case "qxl" -> Devices.Video.QXL;
                case "cirrus" -> Devices.Video.CIRRUS;
                default -> Devices.Video.STD;
            };
        if (card.isEmpty() && !bare && draft.video == Devices.Video.NONE) draft.video = Devices.Video.STD;
        arguments
                .last("-display")
                .filter(display -> display.value().equals("none"))
                .ifPresent(display -> display.options().settle());
        arguments.last("-vnc").ifPresent(this::vnc);
        arguments.last("-spice").ifPresent(this::spice);
    }

    private static Optional<Devices.Video> video(Argument device) {
        return switch (device.kind()) {
            case "VGA" -> settled(device, Devices.Video.STD);
            case "virtio-vga", "virtio-gpu-pci" -> settled(device, Devices.Video.VIRTIO);
            case "qxl-vga", "qxl" -> settled(device, Devices.Video.QXL);
            case "cirrus-vga" -> settled(device, Devices.Video.CIRRUS);
            default -> Optional.empty();
        };
    }

    private static Optional<Devices.Video> settled(Argument device, Devices.Video video) {
        device.options().take("id");
        return Optional.of(video);
    }

    private void vnc(Argument vnc) {
        var screen = VNC.matcher(Options.split(vnc.value()).getFirst());
        vnc.options().take(vnc.options().head());
        if (!screen.matches()) draft.miss(vnc.line(), vnc.toString(), "a screen is read as HOST:NUMBER");
        else
            draft.attempt(
                    vnc.line(),
                    vnc.toString(),
                    () -> draft.display = new Display.Vnc(
                            screen.group(1).isEmpty() ? "0.0.0.0" : screen.group(1),
                            5900 + Integer.parseInt(screen.group(2))));
    }

    private void spice(Argument spice) {
        Options options = spice.options();
        options.take("disable-ticketing");
        String host = options.take("addr").orElse("0.0.0.0");
        String port = options.take("port").orElse("0");
        draft.attempt(
                spice.line(),
                spice.toString(),
                () -> draft.display = new Display.Spice(host, port.matches("\\d{1,6}") ? Integer.parseInt(port) : 0));
    }

    private void serial() {
        if (!arguments.has("-nodefaults")) draft.serial = new Serial.Pty();
        Map<String, Argument> chardevs = arguments.byId("-chardev");
        List<Argument> ports = new ArrayList<>(arguments.all("-serial"));
        for (Argument port : ports) {
            if (port != ports.getFirst()) continue; // the others are told as not understood
            port.options().settle();
            String value = port.value();
            Argument chardev = value.startsWith("chardev:") ? chardevs.get(value.substring(8)) : null;
            draft.attempt(
                    port.line(),
                    port.toString(),
                    () -> draft.serial = chardev == null ? serial(value) : serial(chardev.options()));
        }
        arguments.all("-device").stream()
                .filter(device -> device.kind().equals("isa-serial"))
                .findFirst()
                .ifPresent(device -> {
                    List.of("id", "index").forEach(device.options()::take);
                    Argument chardev =
                            device.options().take("chardev").map(chardevs::get).orElse(null);
                    if (chardev != null)
                        draft.attempt(device.line(), device.toString(), () -> draft.serial = serial(chardev.options()));
                });
    }

    private static Serial serial(String value) {
        if (value.equals("none") || value.equals("null")) return new Serial.None();
        if (value.startsWith("unix:"))
            return new Serial.Socket(Options.split(value.substring(5)).getFirst());
        return value.startsWith("file:") ? new Serial.File(value.substring(5)) : new Serial.Pty();
    }

    private static Serial serial(Options chardev) {
        List.of("id", "server", "wait", "append").forEach(chardev::take);
        return switch (chardev.head()) {
            case "socket" -> new Serial.Socket(chardev.take("path").orElse(""));
            case "file" -> new Serial.File(chardev.take("path").orElse(""));
            case "null" -> new Serial.None();
            default -> new Serial.Pty();
        };
    }
}
