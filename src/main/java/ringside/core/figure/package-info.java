/** The figures of the study and of published sets: what each shows, and the plot that a store's data give. */
@org.jspecify.annotations.NullMarked
package ringside.core.figure;
