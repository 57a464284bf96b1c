package ringside.core.guest.read;

import java.io.StringReader;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * One element of an untrusted XML file. It notes which of its parts were asked for, so that a reader can tell afterwards
 * what it has not understood. Read without DTD and external entities, bounded in depth and number.
 */
public final class XmlElement {
    private static final int DEEPEST = 40;
    private static final int MOST = 20_000;

    private final String name;
    private final int line;
    private final Map<String, String> attributes = new LinkedHashMap<>();
    private final List<XmlElement> children = new ArrayList<>();
    private final StringBuilder text = new StringBuilder();
    private final Set<String> asked = new LinkedHashSet<>();
    private boolean seen;
    private boolean textAsked;

    private XmlElement(String name, int line) {
        this.name = name;
        this.line = line;
    }

    /** @throws SyntaxFault if the text is not well-formed XML, has a DTD, or is deeper or longer than any configuration */
    public static XmlElement parse(String text) throws SyntaxFault {
        try {
            return tree(safe().createXMLStreamReader(new StringReader(text)));
        } catch (XMLStreamException e) {
            int line = e.getLocation() == null ? 1 : Math.max(1, e.getLocation().getLineNumber());
            String message = String.valueOf(e.getMessage()).replaceFirst("(?s)^ParseError at .*?\nMessage: ", "");
            throw new SyntaxFault(
                    line, "not well-formed XML: " + message.lines().findFirst().orElse("it breaks off"));
        }
    }

    private static XMLInputFactory safe() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        factory.setXMLResolver((publicId, systemId, base, namespace) -> {
            throw new XMLStreamException("it asks for another file");
        });
        return factory;
    }

    private static XmlElement tree(XMLStreamReader in) throws XMLStreamException, SyntaxFault {
        Deque<XmlElement> open = new ArrayDeque<>();
        XmlElement root = null;
        for (int count = 0; in.hasNext(); ) {
            int event = in.next();
            int line = in.getLocation().getLineNumber();
            if (event == XMLStreamConstants.START_ELEMENT) {
                if (++count > MOST || open.size() == DEEPEST)
                    throw new SyntaxFault(line, "more elements, or deeper ones, than a guest's configuration has");
                XmlElement element = element(in, line);
                if (open.isEmpty()) root = element;
                else open.peek().children.add(element);
                open.push(element);
            } else if (event == XMLStreamConstants.END_ELEMENT) open.pop();
            else if (event == XMLStreamConstants.CHARACTERS && !open.isEmpty())
                open.peek().text.append(in.getText());
            else if (event == XMLStreamConstants.DTD || event == XMLStreamConstants.ENTITY_REFERENCE)
                throw new SyntaxFault(line, "a document type and its entities are not read");
        }
        if (root == null) throw new SyntaxFault(1, "there is no XML element");
        return root;
    }

    private static XmlElement element(XMLStreamReader in, int line) {
        var element = new XmlElement(prefixed(in.getPrefix(), in.getLocalName()), line);
        for (int i = 0; i < in.getAttributeCount(); i++)
            element.attributes.put(
                    prefixed(in.getAttributePrefix(i), in.getAttributeLocalName(i)), in.getAttributeValue(i));
        return element;
    }

    private static String prefixed(String prefix, String name) {
        return prefix == null || prefix.isEmpty() ? name : prefix + ":" + name;
    }

    /** With its prefix, if it has one. */
    public String name() {
        return name;
    }

    /** Where its start tag ends, from 1. */
    public int line() {
        return line;
    }

    public Optional<String> attribute(String attribute) {
        seen = true;
        asked.add(attribute);
        return Optional.ofNullable(attributes.get(attribute));
    }

    /** The characters directly inside it, without the blanks around them. */
    public String text() {
        seen = true;
        textAsked = true;
        return text.toString().strip();
    }

    /** The characters directly inside it as they are. */
    public String exactText() {
        text();
        return text.toString();
    }

    public Optional<XmlElement> child(String child) {
        return children(child).stream().findFirst();
    }

    /** The first element on a path of names below this one. */
    public Optional<XmlElement> find(String... path) {
        Optional<XmlElement> found = Optional.of(this);
        for (String step : path) found = found.flatMap(element -> element.child(step));
        return found;
    }

    public List<XmlElement> children(String child) {
        List<XmlElement> found =
                children.stream().filter(each -> each.name.equals(child)).toList();
        found.forEach(each -> each.seen = true);
        if (!found.isEmpty()) seen = true;
        return found;
    }

    /** All elements inside it, whatever they are called; only those that are used later count as understood. */
    public List<XmlElement> all() {
        seen = true;
        return List.copyOf(children);
    }

    /** Understood with all that is inside it. */
    public void settle() {
        seen = true;
        textAsked = true;
        asked.addAll(attributes.keySet());
        children.forEach(XmlElement::settle);
    }

    /** Adds what nobody asked for: single attributes, texts, or elements as a whole. */
    public void addLeftovers(String reason, List<NotUnderstood> leftovers) {
        if (!seen) {
            leftovers.add(new NotUnderstood(line, toString(), reason));
            return;
        }
        attributes.forEach((attribute, value) -> {
            if (!asked.contains(attribute))
                leftovers.add(new NotUnderstood(line, "<" + name + " " + attribute + "=\"" + value + "\">", reason));
        });
        if (!textAsked && !text.toString().isBlank())
            leftovers.add(
                    new NotUnderstood(line, "<" + name + ">" + text.toString().strip(), reason));
        children.forEach(child -> child.addLeftovers(reason, leftovers));
    }

    /** Its start tag, for messages. */
    @Override
    public String toString() {
        var tag = new StringBuilder("<" + name);
        attributes.forEach((attribute, value) -> tag.append(" " + attribute + "=\"" + value + "\""));
        return tag.append('>').toString()
                + (children.isEmpty() ? text.toString().strip() : "");
    }
}
