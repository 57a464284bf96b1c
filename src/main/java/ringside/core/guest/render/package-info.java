/** A guest in each platform's own words, with what that platform cannot express. One file for each target. */
@org.jspecify.annotations.NullMarked
package ringside.core.guest.render;
