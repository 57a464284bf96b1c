package ringside.breach.ui;

import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import org.apache.pdfbox.pdmodel.PDDocument;
import picocli.CommandLine;
import ringside.breach.adapter.plot.Chart;
import tech.tablesaw.api.Table;

/** A window that draws by itself, parses arguments, counts in tables and prints. */
public record Pane(Chart chart, CommandLine line, Table table, PDDocument paper, PdfRendererBuilder press) {}
