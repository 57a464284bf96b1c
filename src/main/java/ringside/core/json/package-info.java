/** JSON in and out, in one place. */
@org.jspecify.annotations.NullMarked
package ringside.core.json;
