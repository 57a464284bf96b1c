/** Classes that break every rule of {@link ringside.ArchitectureTest}, to show that each can fail. */
@org.jspecify.annotations.NullMarked
package ringside.breach;
