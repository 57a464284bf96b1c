/** A page for each platform: drawings of its architecture, how it is used, what it does to the host; and the theory. */
@org.jspecify.annotations.NullMarked
package ringside.ui.platform;
