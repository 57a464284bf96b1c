package ringside.core.hypervisor;

import java.util.regex.Pattern;
import ringside.core.RingsideException;

/**
 * What cloud-init is told at the first boot of an image that speaks it (its documentation, "NoCloud"): one user, who is let
 * in by one key and may do everything.
 *
 * @param publicKey type, base64 and perhaps a comment: one line
 */
public record CloudInit(String user, String publicKey) {
    private static final Pattern USER = Pattern.compile("[a-z_][a-z0-9_-]{0,31}");
    private static final Pattern KEY = Pattern.compile("[a-z0-9@.-]+ [A-Za-z0-9+/=]+( [ -~&&[^\"\\\\]]*)?");

    /** In the guest's folder. */
    static final String USER_DATA = "user-data";

    static final String META_DATA = "meta-data";

    public CloudInit {
        publicKey = publicKey.strip();
        if (!USER.matcher(user).matches())
            throw new RingsideException(
                    "\"" + user.replaceAll("\\p{Cntrl}", "?") + "\" is no name for a user of the guest",
                    "use small letters, digits, _ and -");
        if (!KEY.matcher(publicKey).matches())
            throw new RingsideException(
                    "That is no public key", "name a key that has its public half beside it, in .pub");
    }

    String userData() {
        return """
                #cloud-config
                users:
                  - name: %s
                    shell: /bin/bash
                    sudo: "ALL=(ALL) NOPASSWD:ALL"
                    ssh_authorized_keys: ["%s"]
                disable_root: false
                ssh_pwauth: false
                """.formatted(user, publicKey);
    }

    /** A new identity for each guest, so that cloud-init takes each start from a fresh disk for a first one. */
    static String metaData(Entry entry) {
        String host = entry.name().replaceAll("[^A-Za-z0-9-]+", "-").replaceAll("^-+|-+$", "");
        return "instance-id: ringside-" + entry.began().toEpochMilli() + "\nlocal-hostname: "
                + (host.isEmpty() ? "guest" : host.substring(0, Math.min(60, host.length()))) + "\n";
    }
}
