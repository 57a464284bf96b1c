/** Xen, as its toolstack tells of it in dom0. */
@org.jspecify.annotations.NullMarked
package ringside.adapter.xen;
