package ringside.core.hypervisor;

/** Where a guest's SSH server is reached from the host that runs it. */
public record Address(String host, int port) {
    @Override
    public String toString() {
        return port == 22 ? host : host + ":" + port;
    }
}
