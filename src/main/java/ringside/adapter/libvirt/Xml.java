package ringside.adapter.libvirt;

import java.io.IOException;
import java.io.StringReader;
import java.util.List;
import java.util.stream.IntStream;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.xpath.XPathConstants;
import javax.xml.xpath.XPathExpressionException;
import javax.xml.xpath.XPathFactory;
import org.w3c.dom.Document;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;
import org.xml.sax.helpers.DefaultHandler;

/** A document from a host: no document type, no entity from outside, nothing fetched. */
record Xml(Document document) {

    /** @throws IllegalArgumentException saying why it is not such a document */
    static Xml parse(String text) {
        try {
            var factory = DocumentBuilderFactory.newDefaultInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            factory.setXIncludeAware(false);
            factory.setExpandEntityReferences(false);
            var builder = factory.newDocumentBuilder();
            builder.setErrorHandler(new DefaultHandler() {
                @Override
                public void fatalError(SAXParseException e) throws SAXException {
                    throw e; // and print nothing
                }
            });
            return new Xml(builder.parse(new InputSource(new StringReader(text))));
        } catch (SAXException | IOException e) {
            throw new IllegalArgumentException(String.valueOf(e.getMessage()), e);
        } catch (ParserConfigurationException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }

    boolean has(String path) {
        return !all(path).isEmpty();
    }

    /** The texts of all nodes of a path, in the order of the document. */
    List<String> all(String path) {
        try {
            var nodes = (NodeList)
                    XPathFactory.newDefaultInstance().newXPath().evaluate(path, document, XPathConstants.NODESET);
            return IntStream.range(0, nodes.getLength())
                    .mapToObj(i -> String.valueOf(nodes.item(i).getTextContent()))
                    .toList();
        } catch (XPathExpressionException ours) {
            throw new IllegalStateException(ours);
        }
    }
}
