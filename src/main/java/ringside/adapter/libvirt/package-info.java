/** libvirt on this machine, asked about domains. */
@org.jspecify.annotations.NullMarked
package ringside.adapter.libvirt;
