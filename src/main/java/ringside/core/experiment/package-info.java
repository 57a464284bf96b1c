/** Platforms compared on one machine: guests made alike on each of them, measured in turn. */
@org.jspecify.annotations.NullMarked
package ringside.core.experiment;
