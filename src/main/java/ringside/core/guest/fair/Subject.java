package ringside.core.guest.fair;

import java.util.ArrayList;
import java.util.List;
import ringside.core.guest.Guest;
import ringside.core.guest.GuestPlatform;
import ringside.core.guest.render.Gap;
import ringside.core.guest.render.Rendering;
import ringside.core.guest.render.Target;

/**
 * A guest on one platform: one of the configurations to be compared.
 *
 * @param label what tells it from the others
 * @param gaps what the platform cannot express of it
 */
public record Subject(String label, Guest guest, GuestPlatform platform, List<Gap> gaps) {
    public Subject {
        gaps = List.copyOf(gaps);
    }

    public static Subject of(Guest guest, GuestPlatform platform) {
        List<Gap> gaps = Rendering.of(guest, Target.of(platform)).gaps();
        return new Subject(guest.name() + " on " + platform.id(), guest, platform, gaps);
    }

    /** The same under another label. */
    public Subject called(String other) {
        return new Subject(other, guest, platform, gaps);
    }

    /** Each guest on each of its platforms. */
    public static List<Subject> of(List<Guest> guests) {
        var subjects = new ArrayList<Subject>();
        for (Guest guest : guests)
            for (GuestPlatform platform : guest.platforms().chosen()) subjects.add(of(guest, platform));
        return List.copyOf(subjects);
    }

    boolean isXen() {
        return switch (platform) {
            case XEN_PV, XEN_HVM, XEN_PVH, LIBVIRT_XEN -> true;
            case QEMU, KVM, LIBVIRT_QEMU, LIBVIRT_KVM, VIRTUALBOX -> false;
        };
    }

    boolean isEmulated() {
        return platform == GuestPlatform.QEMU || platform == GuestPlatform.LIBVIRT_QEMU;
    }

    boolean isVirtualBox() {
        return platform == GuestPlatform.VIRTUALBOX;
    }

    /** Whether the platform lacks, or has only nearly, what the guest says of a field. */
    boolean lacks(String field) {
        return gaps.stream().anyMatch(gap -> gap.concerns(field));
    }
}
