/** libvirt: through its library on this machine, through its command line on others. */
@org.jspecify.annotations.NullMarked
package ringside.adapter.libvirt;
