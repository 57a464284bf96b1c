/** Draws the plots of figures with JFreeChart, and writes them as PNG, SVG (Batik) and PDF (PDFBox). */
@org.jspecify.annotations.NullMarked
package ringside.adapter.plot;
