/** The place of guests: where one begins, and the wizard that describes one guest for every platform. */
@org.jspecify.annotations.NullMarked
package ringside.ui.guest;
