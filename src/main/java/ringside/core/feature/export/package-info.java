/** The matrix as files: CSV, Markdown, HTML and JSON, and as a table for a terminal. */
@org.jspecify.annotations.NullMarked
package ringside.core.feature.export;
