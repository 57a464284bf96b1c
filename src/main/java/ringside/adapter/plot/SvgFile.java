package ringside.adapter.plot;

import java.awt.Dimension;
import java.io.IOException;
import java.io.OutputStream;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.apache.batik.svggen.SVGGeneratorContext;
import org.apache.batik.svggen.SVGGraphics2D;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import ringside.core.figure.Plot;
import ringside.core.figure.Renderer.Look;

/** A figure as SVG with real text, in a face that every machine has by one name or another. */
final class SvgFile {
    private static final String SVG = "http://www.w3.org/2000/svg";
    private static final String FAMILIES = "'Liberation Sans', Arial, Helvetica, sans-serif";

    private SvgFile() {}

    static void write(Plot plot, Look look, Map<String, String> texts, OutputStream out) throws IOException {
        SVGGeneratorContext context = SVGGeneratorContext.createDefault(document());
        context.setComment("Ringside");
        var g = new SVGGraphics2D(context, false);
        int width = (int) Math.round(look.width() * look.scale());
        int height = (int) Math.round(look.height() * look.scale());
        g.setSVGCanvasSize(new Dimension(width, height));
        g.scale(look.scale(), look.scale());
        new Sheet(plot, look, false).draw(g);
        Element root = g.getRoot();
        root.setAttributeNS(null, "viewBox", "0 0 " + width + " " + height);
        nameFaces(root);
        describe(root, plot, texts);
        var text = new StringWriter();
        g.stream(root, text, true, false);
        out.write(withoutDoctype(text.toString()).getBytes(StandardCharsets.UTF_8));
    }

    /** Whoever reads the file must not go to the net for a DTD that SVG has given up. */
    private static String withoutDoctype(String xml) {
        int start = xml.indexOf("<!DOCTYPE");
        return start < 0
                ? xml
                : xml.substring(0, start)
                        + xml.substring(xml.indexOf('>', start) + 1).stripLeading();
    }

    private static Document document() {
        try {
            return DocumentBuilderFactory.newDefaultInstance()
                    .newDocumentBuilder()
                    .getDOMImplementation()
                    .createDocument(SVG, "svg", null);
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException("the JDK has an XML parser", e);
        }
    }

    private static void nameFaces(Node node) {
        if (node instanceof Element element
                && element.getAttribute("font-family").contains(Lettering.face()))
            element.setAttributeNS(null, "font-family", FAMILIES);
        for (Node child = node.getFirstChild(); child != null; child = child.getNextSibling()) nameFaces(child);
    }

    /** Title and texts, for programs and for those who read with their ears. */
    private static void describe(Element root, Plot plot, Map<String, String> texts) {
        Document document = root.getOwnerDocument();
        Element title = document.createElementNS(SVG, "title");
        title.setTextContent(
                Lettering.clean(plot.figure().id() + " " + plot.figure().title()));
        var lines = new StringBuilder(Lettering.clean(plot.caption()));
        new TreeMap<>(texts)
                .forEach((name, text) -> lines.append('\n')
                        .append(Lettering.clean(name))
                        .append(": ")
                        .append(Lettering.clean(text)));
        Element description = document.createElementNS(SVG, "desc");
        description.setTextContent(lines.toString());
        root.insertBefore(description, root.getFirstChild());
        root.insertBefore(title, description);
    }
}
