package ringside.core.hypervisor;

import java.nio.file.Path;
import java.util.Optional;
import ringside.core.image.GuestImage;

/**
 * Who is let into a guest by SSH.
 *
 * @param key the private key's file; the user's own keys if none is named
 * @param hostKey the guest's public key, type and base64, where it is known beforehand
 */
public record Login(String user, Optional<Path> key, Optional<String> hostKey) {
    public Login {
        if (!user.matches("[A-Za-z0-9_][A-Za-z0-9_.-]{0,63}"))
            throw new IllegalArgumentException("not the name of a user: " + user);
        if (hostKey.isPresent() && !hostKey.get().matches("[a-z0-9@.-]+ [A-Za-z0-9+/=]+"))
            throw new IllegalArgumentException("not a public key: " + hostKey.get());
    }

    /** Root, by the image's key. */
    public static Login of(GuestImage image) {
        return new Login("root", Optional.of(image.key()), Optional.of(image.hostKey()));
    }
}
