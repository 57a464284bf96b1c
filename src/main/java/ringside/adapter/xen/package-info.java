/** Xen's tools on this machine, asked about domain configurations. */
@org.jspecify.annotations.NullMarked
package ringside.adapter.xen;
