/** What the program says about itself and about the field: help, page by page, and the glossary. Texts are data. */
@NullMarked
package ringside.core.help;

import org.jspecify.annotations.NullMarked;
