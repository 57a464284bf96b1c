/** QEMU as a host has it: what its emulator says of itself over QMP, and whether KVM really runs a guest under it. */
@org.jspecify.annotations.NullMarked
package ringside.adapter.qemu;
