/** What the platforms can do: features, the sourced cell of each for each platform, and what a live host said of it. */
@org.jspecify.annotations.NullMarked
package ringside.core.feature;
