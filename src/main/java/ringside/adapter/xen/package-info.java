/** Xen, as its toolstack tells of it in dom0, and what xl says of a domain's configuration. */
@org.jspecify.annotations.NullMarked
package ringside.adapter.xen;
