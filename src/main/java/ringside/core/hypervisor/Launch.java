package ringside.core.hypervisor;

import java.util.Optional;
import ringside.core.RingsideException;
import ringside.core.guest.Guest;
import ringside.core.guest.GuestPlatform;
import ringside.core.host.Shell;
import ringside.core.host.Target;
import ringside.core.image.GuestImage;

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

    /** @throws RingsideException if it cannot be had on that host */
    public void check(Shell host) {
        if (image.isPresent() && !(host.target() instanceof Target.Local))
            throw new RingsideException(
                    "The image " + image.get().name() + " is on this machine, not on " + host.name(),
                    "copy its files there, and name them in the guest's description");
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
