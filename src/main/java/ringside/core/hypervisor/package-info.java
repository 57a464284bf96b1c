/** Hypervisors and the domains they run: what any of them may be asked for, whichever it is. */
@org.jspecify.annotations.NullMarked
package ringside.core.hypervisor;
