/** Guests that run: what they are at, what can be done with them, and how one is started. */
@org.jspecify.annotations.NullMarked
package ringside.ui.domain;
