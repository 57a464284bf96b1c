/** The workbench as a JavaFX program: puts pages, window and store together. */
@org.jspecify.annotations.NullMarked
package ringside.ui;
