package ringside.adapter.print;

import com.openhtmltopdf.extend.FSStream;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.outputdevice.helper.ExternalResourceControlPriority;
import com.openhtmltopdf.pdfboxout.PdfBoxRenderer;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.util.XRLog;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.Reader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import ringside.core.comparison.report.Press;

/** Sets pages on A4 with text that can be selected; nothing is fetched from anywhere. */
public final class PagePress implements Press {
    /** Comes with PDFBox: the metrics of Arial, under a free licence. */
    private static final String FACE = "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf";

    private static final String FAMILY = "Liberation Sans";

    private static final String PROTOCOL = "picture";

    @Override
    public void print(String page, Map<String, byte[]> pictures, OutputStream out) throws IOException {
        XRLog.setLoggingEnabled(false);
        var builder = new PdfRendererBuilder();
        builder.withHtmlContent(page, PROTOCOL + ":/");
        builder.useUriResolver((base, uri) -> uri.startsWith("#") ? uri : PROTOCOL + ":/" + uri);
        builder.useProtocolsStreamImplementation(uri -> new Picture(bytes(pictures, uri)), PROTOCOL);
        builder.useExternalResourceAccessControl(
                (uri, type) -> uri.startsWith(PROTOCOL + ":"), ExternalResourceControlPriority.RUN_AFTER_RESOLVING_URI);
        // one face for both weights: a bold that is not embedded would be set in whatever a reader has
        builder.useFont(PagePress::face, FAMILY, 400, FontStyle.NORMAL, true);
        builder.useFont(PagePress::face, FAMILY, 700, FontStyle.NORMAL, true);
        builder.withProducer("Ringside");
        try (PdfBoxRenderer renderer = builder.buildPdfRenderer()) {
            renderer.layout();
            try (PDDocument document = renderer.createPDFKeepOpen()) {
                PDDocumentInformation about = document.getDocumentInformation();
                about.setCreationDate(null);
                about.setModificationDate(null);
                about.setCreator("Ringside");
                document.setDocumentId(0L); // else the file's id is made of the time
                document.save(out);
            }
        }
    }

    private static InputStream face() {
        return Objects.requireNonNull(PDDocument.class.getResourceAsStream(FACE));
    }

    private static byte[] bytes(Map<String, byte[]> pictures, String uri) {
        String name = URI.create(uri).getPath().substring(1);
        return pictures.getOrDefault(name, new byte[0]);
    }

    private record Picture(byte[] bytes) implements FSStream {
        @Override
        public InputStream getStream() {
            return new ByteArrayInputStream(bytes);
        }

        @Override
        public Reader getReader() {
            return new InputStreamReader(getStream(), StandardCharsets.UTF_8);
        }
    }
}
