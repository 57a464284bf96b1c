/** A guest out of another program's configuration: one reader for each kind of file, each with its real syntax. */
@org.jspecify.annotations.NullMarked
package ringside.core.guest.read;
