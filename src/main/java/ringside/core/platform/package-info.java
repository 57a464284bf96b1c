/** The platforms that are compared. */
@org.jspecify.annotations.NullMarked
package ringside.core.platform;
