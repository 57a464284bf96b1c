/** Guests to begin with. */
@org.jspecify.annotations.NullMarked
package ringside.core.guest.preset;
