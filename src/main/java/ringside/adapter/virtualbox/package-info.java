/** VirtualBox: its VBoxManage on this machine, and what is known of its options where it is not here. */
@org.jspecify.annotations.NullMarked
package ringside.adapter.virtualbox;
