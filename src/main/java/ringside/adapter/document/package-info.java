/** PDF pages (PDFBox) and pictures (Java's own readers), opened for figures to be read off them. */
@org.jspecify.annotations.NullMarked
package ringside.adapter.document;
