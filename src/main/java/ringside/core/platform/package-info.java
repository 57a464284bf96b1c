/** The platforms that are compared, and what can be told of each without asking a host. */
@org.jspecify.annotations.NullMarked
package ringside.core.platform;
