package ringside.adapter.libvirt;

import java.io.StringReader;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.transform.OutputKeys;
import javax.xml.transform.Transformer;
import javax.xml.transform.TransformerException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.w3c.dom.Attr;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/** A domain's XML that can be changed, for the check alone. It has been read before by a stricter reader. */
final class DomainXml {
    /** Whether the schema is content with a text. */
    @FunctionalInterface
    interface Schema {
        boolean accepts(String xml);
    }

    private static final int MOST_TRIES = 400;

    private final Document document;
    private int tries;

    private DomainXml(Document document) {
        this.document = document;
    }

    static DomainXml parse(String text) {
        try {
            var factory = DocumentBuilderFactory.newDefaultInstance();
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            factory.setXIncludeAware(false);
            return new DomainXml(factory.newDocumentBuilder().parse(new InputSource(new StringReader(text))));
        } catch (ParserConfigurationException | SAXException | java.io.IOException e) {
            throw new IllegalArgumentException("not XML: " + e.getMessage(), e);
        }
    }

    private Element root() {
        return document.getDocumentElement();
    }

    String type() {
        return root().getAttribute("type");
    }

    void retype(String type) {
        root().setAttribute("type", type);
    }

    /** The same domain under another identity: its own may be in use. */
    void identify(String uuid) {
        elements("uuid").forEach(element -> root().removeChild(element));
        Element element = document.createElement("uuid");
        element.setTextContent(uuid);
        root().insertBefore(element, root().getFirstChild());
    }

    /** Whether the CPU was the host's, which only KVM can give; now it is all that emulation has. */
    boolean emulateCpu() {
        boolean host = false;
        for (Element cpu : elements("cpu"))
            if (cpu.getAttribute("mode").equals("host-passthrough")) {
                cpu.setAttribute("mode", "maximum");
                cpu.removeAttribute("check");
                host = true;
            }
        return host;
    }

    /** What the guest prints after a second start is added to its file. */
    void appendSerial() {
        for (Element devices : elements("devices"))
            for (Element device : children(devices))
                if (device.getNodeName().equals("serial"))
                    for (Element part : children(device))
                        if (part.getNodeName().equals("source")) part.setAttribute("append", "on");
    }

    /** Without what is of QEMU on x86 alone. */
    void removeEmulator() {
        elements("cpu").forEach(element -> root().removeChild(element));
        for (Element os : elements("os"))
            for (Element type : children(os)) {
                type.removeAttribute("arch");
                type.removeAttribute("machine");
            }
    }

    /** Without the ties to the host's NUMA nodes, huge pages and PCI devices, which may not be there. */
    void unbind() {
        for (String tie : List.of("numatune", "memoryBacking"))
            elements(tie).forEach(element -> root().removeChild(element));
        removeDevices("hostdev");
    }

    /** Whether there were any. */
    boolean removeDevices(String kind) {
        boolean any = false;
        for (Element devices : elements("devices"))
            for (Element device : children(devices))
                if (device.getNodeName().equals(kind)) any = devices.removeChild(device) == device || any;
        return any;
    }

    private List<Element> elements(String name) {
        return children(root()).stream()
                .filter(child -> child.getNodeName().equals(name))
                .toList();
    }

    private static List<Element> children(Element parent) {
        var children = new ArrayList<Element>();
        for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling())
            if (node instanceof Element child) children.add(child);
        return children;
    }

    /** The smallest part without which the schema is content; libxml2 names the outermost element alone. */
    Optional<String> fault(Schema schema) {
        return fault(root(), "domain", schema);
    }

    private Optional<String> fault(Element within, String path, Schema schema) {
        for (int i = within.getAttributes().getLength() - 1; i >= 0; i--) {
            var attribute = (Attr) within.getAttributes().item(i);
            within.removeAttributeNode(attribute);
            boolean content = accepted(schema);
            within.setAttributeNode(attribute);
            if (content) return Optional.of(path + " " + attribute.getName() + "=\"" + attribute.getValue() + "\"");
        }
        for (Element child : children(within)) {
            Node next = child.getNextSibling();
            within.removeChild(child);
            boolean content = accepted(schema);
            within.insertBefore(child, next);
            String below = path + "/" + child.getNodeName();
            if (content) return Optional.of(fault(child, below, schema).orElse(below));
        }
        return Optional.empty();
    }

    private boolean accepted(Schema schema) {
        return ++tries <= MOST_TRIES && schema.accepts(text());
    }

    String text() {
        try {
            Transformer writer = TransformerFactory.newDefaultInstance().newTransformer();
            writer.setOutputProperty(OutputKeys.OMIT_XML_DECLARATION, "yes");
            var text = new StringWriter();
            writer.transform(new DOMSource(document), new StreamResult(text));
            return text.toString();
        } catch (TransformerException e) {
            throw new IllegalStateException("a tree that was read cannot be written", e);
        }
    }
}
