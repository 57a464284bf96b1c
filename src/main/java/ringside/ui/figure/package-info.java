/** The pages of figures: the gallery of all of them, and one figure with its data down to where each value comes from. */
@org.jspecify.annotations.NullMarked
package ringside.ui.figure;
