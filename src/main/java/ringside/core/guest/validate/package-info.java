/** The proof of a configuration: what the hypervisors' own software says of it, with no guest started. */
@org.jspecify.annotations.NullMarked
package ringside.core.guest.validate;
