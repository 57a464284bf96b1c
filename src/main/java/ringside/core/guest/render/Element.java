package ringside.core.guest.render;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** An XML element while a domain is put together: attributes in their order, then children or text. */
final class Element {
    private final String name;
    private final Map<String, String> attributes = new LinkedHashMap<>();
    private final List<Object> children = new ArrayList<>();
    private String text = "";

    private record Remark(String text) {}

    /** @param attributes name, value, name, value */
    Element(String name, String... attributes) {
        this.name = name;
        for (int i = 0; i < attributes.length; i += 2) this.attributes.put(attributes[i], attributes[i + 1]);
    }

    static Element text(String name, String text, String... attributes) {
        var element = new Element(name, attributes);
        element.text = text;
        return element;
    }

    Element set(String attribute, String value) {
        attributes.put(attribute, value);
        return this;
    }

    Element add(Element... more) {
        children.addAll(List.of(more));
        return this;
    }

    /** @param text ours, never a user's, and without two hyphens */
    Element remark(String text) {
        children.add(new Remark(text));
        return this;
    }

    String name() {
        return name;
    }

    String value() {
        return text;
    }

    Map<String, String> attributes() {
        return attributes;
    }

    String attribute(String key) {
        return attributes.getOrDefault(key, "");
    }

    List<Element> children() {
        return children.stream()
                .filter(Element.class::isInstance)
                .map(Element.class::cast)
                .toList();
    }

    List<Element> children(String wanted) {
        return children().stream().filter(child -> child.name.equals(wanted)).toList();
    }

    Optional<Element> child(String wanted) {
        return children(wanted).stream().findFirst();
    }

    boolean isEmpty() {
        return attributes.isEmpty() && children.isEmpty() && text.isEmpty();
    }

    @Override
    public String toString() {
        var out = new StringBuilder();
        write(out, "");
        return out.toString();
    }

    private void write(StringBuilder out, String indent) {
        out.append(indent).append('<').append(name);
        attributes.forEach((key, value) ->
                out.append(' ').append(key).append("='").append(escaped(value)).append('\''));
        if (!text.isEmpty())
            out.append('>').append(escaped(text)).append("</").append(name).append(">\n");
        else if (children.isEmpty()) out.append("/>\n");
        else {
            out.append(">\n");
            for (Object child : children) {
                if (child instanceof Element element) element.write(out, indent + "  ");
                else
                    out.append(indent)
                            .append("  <!-- ")
                            .append(((Remark) child).text())
                            .append(" -->\n");
            }
            out.append(indent).append("</").append(name).append(">\n");
        }
    }

    /** Line breaks and tabs as references: a parser would turn them into blanks in an attribute. */
    private static String escaped(String value) {
        return value.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("'", "&apos;")
                .replace("\n", "&#10;")
                .replace("\t", "&#9;");
    }
}
