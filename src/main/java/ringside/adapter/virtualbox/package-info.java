/** VirtualBox, as its command line tells of it. */
@org.jspecify.annotations.NullMarked
package ringside.adapter.virtualbox;
