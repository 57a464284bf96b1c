/** The window that holds the pages: rail, command palette, status area, notices, remembered state. */
@org.jspecify.annotations.NullMarked
package ringside.ui.shell;
