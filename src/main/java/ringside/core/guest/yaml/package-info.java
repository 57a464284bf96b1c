/** The guest as a file: commented YAML, read safely. */
@org.jspecify.annotations.NullMarked
package ringside.core.guest.yaml;
