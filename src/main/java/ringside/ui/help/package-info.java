/** What the window tells about itself: help for each page, the glossary, and the tour of the first start. */
@NullMarked
package ringside.ui.help;

import org.jspecify.annotations.NullMarked;
