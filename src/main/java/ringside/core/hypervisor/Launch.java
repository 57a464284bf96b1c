package ringside.core.hypervisor;

import java.util.Optional;
import ringside.core.Progress;
import ringside.core.guest.Guest;
import ringside.core.guest.GuestPlatform;
import ringside.core.host.Shell;
import ringside.core.host.Target;
import ringside.core.image.GuestImage;
import ringside.core.image.ImageCopies;

/**
 * What is to be started, and for whom.
 *
 * @param platform the one of the hypervisor's platforms that is meant
 * @param image what its first disk is to hold; its own disks as they are if not said
 * @param login who gets in by SSH; with an image of ours the image knows
 * @param seed what an image of the user's finds at its first boot, if it speaks cloud-init
 * @param overwrite whether an image may be written over a block device that is there already
 */
public record Launch(
        Guest guest,
        GuestPlatform platform,
        Optional<GuestImage> image,
        Optional<Login> login,
        Owner owner,
        boolean overwrite,
        Optional<CloudInit> seed) {
    public static Launch of(Guest guest, GuestPlatform platform) {
        return new Launch(guest, platform, Optional.empty(), Optional.empty(), Owner.PERSON, false, Optional.empty());
    }

    /**
     * The same as a host can start it: another one gets a copy of the image, unless it has one.
     *
     * @throws ringside.core.RingsideException if that cannot be copied there
     */
    public Launch on(Shell host, Progress progress) {
        if (image.isEmpty() || host.target() instanceof Target.Local) return this;
        GuestImage copy = ImageCopies.on(host).of(image.get(), progress);
        return with(copy).with(login.orElseGet(() -> Login.of(image.get())));
    }

    public Launch with(GuestImage other) {
        return new Launch(guest, platform, Optional.of(other), login, owner, overwrite, seed);
    }

    public Launch with(Login other) {
        return new Launch(guest, platform, image, Optional.of(other), owner, overwrite, seed);
    }

    public Launch with(Owner other) {
        return new Launch(guest, platform, image, login, other, overwrite, seed);
    }

    public Launch overwriting() {
        return new Launch(guest, platform, image, login, owner, true, seed);
    }

    public Launch with(CloudInit other) {
        return new Launch(guest, platform, image, login, owner, overwrite, Optional.of(other));
    }
}
