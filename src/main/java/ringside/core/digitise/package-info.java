/** Figures that exist only as pictures, turned back into numbers: calibrated axes, traced series, and how sure each value is. */
@org.jspecify.annotations.NullMarked
package ringside.core.digitise;
