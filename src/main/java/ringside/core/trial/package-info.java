/** Features tried for real, with guests that are there for nothing else. */
@org.jspecify.annotations.NullMarked
package ringside.core.trial;
