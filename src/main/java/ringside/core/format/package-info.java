/** One class per import format: recognised by content, read into runs and samples. */
@org.jspecify.annotations.NullMarked
package ringside.core.format;
