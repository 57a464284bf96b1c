/** The guest: one machine as it is to be configured, whatever platform then runs it. */
@org.jspecify.annotations.NullMarked
package ringside.core.guest;
