package ringside.core.platform;

/**
 * A virtualization platform as it is compared.
 *
 * @param id as in the contract: {@code kvm}, {@code xen-pv}; others are free text
 * @param name for people
 * @param order its place in lists and legends
 */
public record Platform(String id, String name, int order) {}
