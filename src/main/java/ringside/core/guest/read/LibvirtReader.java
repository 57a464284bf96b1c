package ringside.core.guest.read;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import ringside.core.guest.Boot;
import ringside.core.guest.Firmware;
import ringside.core.guest.GuestPlatform;
import ringside.core.guest.Lifecycle;
import ringside.core.guest.Machine;
import ringside.core.guest.MachineType;
import ringside.core.guest.Platforms;
import ringside.core.guest.Refusal;
import ringside.core.guest.Size;

/** A libvirt domain. What libvirt adds by itself when nothing is said counts as said. */
final class LibvirtReader {
    private final GuestDraft draft = new GuestDraft();
    private final XmlElement domain;
    private final boolean xen;

    private LibvirtReader(XmlElement domain) {
        this.domain = domain;
        xen = domain.attribute("type").filter("xen"::equals).isPresent();
    }

    static Reading read(String text) throws SyntaxFault {
        XmlElement domain = XmlElement.parse(text);
        if (!domain.name().equals("domain"))
            throw new SyntaxFault(domain.line(), "the root element is <" + domain.name() + ">, not <domain>");
        return new LibvirtReader(domain).read();
    }

    private Reading read() {
        domain.attribute("id");
        identity();
        memory();
        new LibvirtProcessors(domain, draft, xen).read();
        domain.child("os").ifPresent(this::system);
        features();
        ending();
        new LibvirtDeviceReader(draft, xen).read(domain);
        domain.addLeftovers("Ringside's guests have no such setting", draft.notUnderstood);
        return draft.reading();
    }

    private void identity() {
        draft.platform = switch (domain.attribute("type").orElse("")) {
            case "kvm" -> GuestPlatform.LIBVIRT_KVM;
            case "xen" -> GuestPlatform.LIBVIRT_XEN;
            default -> GuestPlatform.LIBVIRT_QEMU;
        };
        domain.child("name").ifPresent(name -> draft.name = name.text());
        domain.child("uuid").ifPresent(uuid -> {
            try {
                draft.uuid = Optional.of(UUID.fromString(uuid.text()));
            } catch (IllegalArgumentException notOne) {
                draft.miss(uuid.line(), uuid.toString(), "not a UUID");
            }
        });
    }

    private void memory() {
        Optional<Size> most = domain.child("memory").flatMap(amount -> size(amount, draft));
        Optional<Size> now = domain.child("currentMemory").flatMap(amount -> size(amount, draft));
        most.ifPresent(size -> draft.memory =
                now.filter(current -> current.compareTo(size) < 0).orElse(size));
        draft.maximumMemory = most.filter(size -> size.compareTo(draft.memory) > 0);
        draft.merge = !xen;
        domain.child("memoryBacking").ifPresent(backing -> {
            draft.hugePages = backing.child("hugepages").isPresent();
            if (backing.child("nosharepages").isPresent()) draft.merge = false;
        });
    }

    private static Optional<Size> size(XmlElement element, GuestDraft draft) {
        return size(element, element.text(), element.attribute("unit").orElse("KiB"), draft);
    }

    /** libvirt's own unit is KiB. */
    static Optional<Size> size(XmlElement element, String amount, String unit, GuestDraft draft) {
        if (!amount.matches("\\d{1,15}")) {
            draft.miss(element.line(), element.toString(), "not an amount of memory");
            return Optional.empty();
        }
        double bytes = Double.parseDouble(amount)
                * switch (unit) {
                    case "b", "bytes" -> 1;
                    case "KB" -> 1e3;
                    case "MB" -> 1e6;
                    case "GB" -> 1e9;
                    case "TB" -> 1e12;
                    case "M", "MiB" -> 1L << 20;
                    case "G", "GiB" -> 1L << 30;
                    case "T", "TiB" -> 1L << 40;
                    default -> 1L << 10;
                };
        if (bytes % (1 << 20) != 0) draft.miss(element.line(), element.toString(), "no whole MiB: rounded down");
        return draft.attempt(element.line(), element.toString(), () -> Size.ofMib((long) bytes >> 20));
    }

    static Optional<Integer> number(String text) {
        return Optional.of(text.strip())
                .filter(digits -> digits.matches("\\d{1,8}"))
                .map(Integer::valueOf);
    }

    private void system(XmlElement os) {
        os.child("type").ifPresent(this::type);
        domain.child("bootloader").ifPresent(XmlElement::text);
        firmware(os);
        os.child("kernel")
                .ifPresent(kernel -> draft.kernel = draft.attempt(
                        kernel.line(),
                        kernel.toString(),
                        () -> new Boot.Kernel(
                                kernel.exactText(),
                                os.child("initrd").map(XmlElement::exactText),
                                os.child("cmdline").map(XmlElement::exactText).orElse(""))));
        var order = new ArrayList<Boot.Device>();
        for (XmlElement boot : os.children("boot"))
            switch (boot.attribute("dev").orElse("")) {
                case "hd" -> order.add(Boot.Device.DISK);
                case "cdrom" -> order.add(Boot.Device.CDROM);
                case "network" -> order.add(Boot.Device.NETWORK);
                default -> draft.miss(boot.line(), boot.toString(), "a guest boots from disk, cdrom or network");
            }
        draft.order = order.stream().distinct().toList();
    }

    private void type(XmlElement type) {
        type.text();
        type.attribute("arch")
                .filter(arch -> !arch.equals("x86_64"))
                .ifPresent(arch -> draft.miss(type.line(), type.toString(), "Ringside's guests are x86_64 machines"));
        String machine = type.attribute("machine").orElse("pc");
        if (!xen) draft.attempt(type.line(), type.toString(), () -> draft.type = MachineType.of(machine));
        else
            draft.xen = type.text().equals("hvm")
                    ? Platforms.XenType.HVM
                    : type.text().equals("xenpvh") || machine.equals("xenpvh")
                            ? Platforms.XenType.PVH
                            : Platforms.XenType.PV;
    }

    private void firmware(XmlElement os) {
        boolean automatic = os.attribute("firmware").filter("efi"::equals).isPresent();
        boolean secure = os.find("firmware")
                .map(firmware -> firmware.children("feature").stream()
                                .filter(feature -> feature.attribute("name")
                                                .filter("secure-boot"::equals)
                                                .isPresent()
                                        & feature.attribute("enabled")
                                                .filter("yes"::equals)
                                                .isPresent())
                                .count()
                        > 0)
                .orElse(false);
        Optional<XmlElement> loader = os.child("loader");
        if (automatic) draft.firmware = new Firmware.Uefi(secure, Optional.empty(), Optional.empty());
        else if (loader.isPresent()) loader(loader.get(), os.child("nvram"));
    }

    private void loader(XmlElement loader, Optional<XmlElement> nvram) {
        List.of("readonly", "type", "stateless", "format").forEach(loader::attribute);
        boolean secure = loader.attribute("secure").filter("yes"::equals).isPresent();
        Optional<String> template = nvram.flatMap(each -> each.attribute("template"));
        Optional<String> code = Optional.of(loader.exactText()).filter(path -> template.isPresent());
        draft.attempt(
                loader.line(), loader.toString(), () -> draft.firmware = new Firmware.Uefi(secure, code, template));
        if (template.isEmpty())
            draft.miss(
                    loader.line(),
                    loader.toString(),
                    "it does not say where the empty variables are: OVMF as packaged is taken");
    }

    private void features() {
        domain.child("features").ifPresent(features -> {
            List.of("acpi", "apic", "pae").forEach(features::child);
            features.child("smm").ifPresent(smm -> smm.attribute("state"));
            features.child("viridian").ifPresent(viridian -> draft.hyperv = true);
            features.child("hyperv").ifPresent(hyperv -> {
                draft.hyperv = true;
                hyperv.settle();
            });
        });
    }

    private void ending() {
        domain.child("clock").ifPresent(clock -> {
            if (clock.attribute("offset").filter("localtime"::equals).isPresent())
                draft.clock = Machine.Clock.LOCALTIME;
            for (XmlElement timer : clock.children("timer"))
                if (timer.attribute("name").filter("hypervclock"::equals).isPresent()) timer.settle();
        });
        ending("on_poweroff").ifPresent(ending -> draft.poweroff = ending);
        ending("on_reboot").ifPresent(ending -> draft.reboot = ending);
        ending("on_crash").ifPresent(ending -> draft.crash = ending);
    }

    private Optional<Lifecycle.Ending> ending(String name) {
        return domain.child(name).map(element -> switch (element.text()) {
            case "restart", "rename-restart", "coredump-restart" -> Lifecycle.Ending.RESTART;
            case "preserve" -> Lifecycle.Ending.PRESERVE;
            case "destroy", "coredump-destroy" -> Lifecycle.Ending.DESTROY;
            default -> throw new Refusal("lifecycle", element.text() + "; allowed are restart, destroy and preserve");
        });
    }
}
