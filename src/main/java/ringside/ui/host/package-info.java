/** The page of hosts: which there are, whether one gets there, and what they have. */
@org.jspecify.annotations.NullMarked
package ringside.ui.host;
