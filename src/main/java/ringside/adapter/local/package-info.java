/** Commands on the machine this program runs on. */
@org.jspecify.annotations.NullMarked
package ringside.adapter.local;
