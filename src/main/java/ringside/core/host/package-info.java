/** Hosts: where they are, how commands are run on them, and what is known of them. */
@org.jspecify.annotations.NullMarked
package ringside.core.host;
