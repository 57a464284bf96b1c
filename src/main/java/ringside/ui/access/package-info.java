/** What a person is asked on the way to a host. */
@org.jspecify.annotations.NullMarked
package ringside.ui.access;
