/** libvirt: what it can do here and elsewhere, and what it says of a guest's configuration. */
@org.jspecify.annotations.NullMarked
package ringside.adapter.libvirt;
