/** What the Linux kernel tells of a host in /proc and /sys. */
@org.jspecify.annotations.NullMarked
package ringside.adapter.linux;
