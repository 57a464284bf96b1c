package ringside.core.guest;

import java.util.List;

/** The rest of the guest's hardware. */
public record Devices(
        @Key(says = "video card: none, std, virtio, qxl or cirrus", or = "none")
        Video video,

        @Key(says = "first serial port: none, pty, socket or file", or = "pty")
        Serial serial,

        @Key(says = "random numbers from the host (virtio-rng): true or false", or = "true")
        boolean rng,

        @Key(says = "a USB 3 controller: true or false", or = "false")
        boolean usb,

        @Key(says = "a USB tablet, whose pointer follows the viewer's: true or false", or = "false")
        boolean tablet,

        @Key(says = "PCI devices of the host that it gets for itself: 0000:65:00.0")
        List<PciAddress> pci) {
    public enum Video {
        NONE,
        STD,
        VIRTIO,
        QXL,
        CIRRUS
    }

    public Devices {
        Refusal.unless(usb || !tablet, "tablet", "true; allowed with a USB controller, usb: true");
        pci = List.copyOf(pci);
        Refusal.distinct("pci", pci);
    }

    public Devices withVideo(Video other) {
        return new Devices(other, serial, rng, usb, tablet, pci);
    }

    public Devices withSerial(Serial other) {
        return new Devices(video, other, rng, usb, tablet, pci);
    }
}
