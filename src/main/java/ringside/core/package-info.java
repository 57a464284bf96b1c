/** What every feature of the core shares. */
@org.jspecify.annotations.NullMarked
package ringside.core;
