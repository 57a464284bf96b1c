package ringside.adapter.libvirt;

/** One libvirt connection to a daemon. Every method throws {@link ringside.core.probe.Unanswered} if it says nothing. */
interface Libvirt extends AutoCloseable {
    /** What a person types to ask the same. */
    String capabilitiesCommand();

    /** Of the host, as XML. */
    String capabilities();

    String domainCapabilitiesCommand(Guests guests);

    /** Of such guests, as XML. Asked with full access: libvirt gives them to no other. */
    String domainCapabilities(Guests guests);

    /**
     * Guests of one domain type ({@code qemu}, {@code kvm}).
     *
     * @param machine the machine type, or empty for the usual one
     */
    record Guests(String type, String machine) {}

    /** Of libvirt itself, such as {@code 9.0.0}. */
    String version();

    @Override
    void close();
}
