/** VirtualBox, as its command line tells of it, and what it says of a script that makes a machine. */
@org.jspecify.annotations.NullMarked
package ringside.adapter.virtualbox;
