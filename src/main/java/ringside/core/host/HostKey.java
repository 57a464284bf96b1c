package ringside.core.host;

/**
 * The public key by which a host proves that it is the one it was.
 *
 * @param host as known_hosts has it: {@code name}, or {@code [name]:port} where the port is not 22
 * @param type such as {@code ssh-ed25519}
 * @param fingerprint as OpenSSH prints it: {@code SHA256:} and 43 characters
 */
public record HostKey(String host, String type, String fingerprint) {}
