package ringside.core.guest.read;

import ringside.core.guest.PciAddress;
import ringside.core.guest.read.QemuArguments.Argument;

/** The small devices of a QEMU command line: random numbers, balloon, TPM, USB, devices of the host. */
final class QemuParts {
    private final QemuArguments arguments;
    private final GuestDraft draft;

    QemuParts(QemuArguments arguments, GuestDraft draft) {
        this.arguments = arguments;
        this.draft = draft;
    }

    void read() {
        if (arguments.has("-usb")) draft.usb = true;
        for (Argument device : arguments.all("-device")) device(device);
        for (Argument device : arguments.all("-usbdevice"))
            if (device.toString().equals("-usbdevice tablet")) {
                device.options().settle();
                draft.tablet = true;
            }
        for (Argument object : arguments.all("-object"))
            switch (object.kind()) {
                case "iothread" -> object.options().take("id");
                case "rng-random", "rng-builtin" -> {
                    object.options().take("id");
                    object.options().take("filename");
                }
                default -> {}
            }
    }

    private void device(Argument device) {
        switch (device.kind()) {
            case "virtio-rng-pci" -> {
                draft.rng = true;
                place(device).take("rng");
            }
            case "virtio-balloon-pci" -> {
                draft.balloon = true;
                place(device);
            }
            case "qemu-xhci", "nec-usb-xhci", "usb-ehci", "piix3-usb-uhci" -> {
                draft.usb = true;
                place(device);
            }
            case "usb-tablet" -> {
                draft.tablet = true;
                place(device).take("port");
            }
            case "tpm-crb", "tpm-tis" -> tpm(device);
            case "vfio-pci" -> {
                String host = place(device).take("host").orElse("");
                draft.attempt(device.line(), device.toString(), () -> draft.pci.add(PciAddress.of(host)));
            }
            default -> {}
        }
    }

    private void tpm(Argument device) {
        draft.tpm = true;
        place(device).take("tpmdev");
        for (Argument backend : arguments.all("-tpmdev")) {
            var chardev = arguments
                    .byId("-chardev")
                    .get(backend.options().take("chardev").orElse(""));
            backend.options().settle();
            if (chardev != null) chardev.options().settle();
        }
    }

    /** Where a device sits is the business of whoever wires the machine up. */
    private static Options place(Argument device) {
        device.options().take("id");
        device.options().take("bus");
        return device.options();
    }
}
