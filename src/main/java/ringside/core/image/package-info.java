/** Images that guests start from: made here, kept, checked. */
@org.jspecify.annotations.NullMarked
package ringside.core.image;
