package ringside.core.guest.fair;

import java.util.List;
import ringside.core.guest.Display;
import ringside.core.guest.Words;

final class Screen implements Check {
    @Override
    public String title() {
        return "Display";
    }

    @Override
    public String value(Subject subject) {
        var guest = subject.guest();
        String display = switch (guest.display()) {
            case Display.None none -> "no display";
            case Display.Vnc vnc -> subject.isVirtualBox() ? "remote desktop" : "VNC";
            case Display.Spice spice -> subject.isVirtualBox() ? "remote desktop" : "SPICE";
        };
        return display + ", video card " + Words.of(guest.devices().video());
    }

    @Override
    public List<String> bends() {
        return Benchmarks.CPU;
    }

    @Override
    public String why() {
        return "Drawing a screen that nobody watches takes CPU: none for measurements.";
    }
}
