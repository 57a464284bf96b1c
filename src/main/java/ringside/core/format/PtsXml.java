package ringside.core.format;

import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * Walks through untrusted XML element by element. No document type and no entity but XML's own five is read; depth, the
 * length of a text and of anything that has to be held in one piece are bounded.
 */
final class PtsXml {
    private static final int DEEPEST = 64;
    /** A sensor's readings of a day are under a megabyte, a picture a few. */
    private static final int LONGEST = 16 << 20;

    private final Guard guard;
    private final XMLStreamReader in;
    private int depth;

    /** The XML is not well-formed, or ends too early. */
    static final class BreaksOff extends Exception {
        private static final long serialVersionUID = 1L;

        private final int line;

        BreaksOff(int line, String why) {
            super(why);
            this.line = line;
        }

        int line() {
            return line;
        }
    }

    /** It holds what no honest file does. */
    static final class Hostile extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Hostile(String what) {
            super(what);
        }
    }

    PtsXml(Reader text) throws BreaksOff {
        guard = new Guard(text);
        try {
            in = safe().createXMLStreamReader(guard);
        } catch (XMLStreamException e) {
            throw broken(e);
        }
    }

    private static XMLInputFactory safe() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, false);
        factory.setXMLResolver((publicId, systemId, base, namespace) -> {
            throw new XMLStreamException("it asks for another file");
        });
        return factory;
    }

    int line() {
        return Math.max(0, in.getLocation().getLineNumber());
    }

    /** The name of the next element inside the one that was entered last; null, and that one left, if there is none. */
    @Nullable
    String child() throws BreaksOff {
        while (true) {
            switch (next()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    return in.getLocalName();
                }
                case XMLStreamConstants.END_ELEMENT, XMLStreamConstants.END_DOCUMENT -> {
                    return null;
                }
                default -> {}
            }
        }
    }

    /** All characters inside the element that was entered last, which is left; markup inside it counts for nothing. */
    String text() throws BreaksOff {
        var text = new StringBuilder();
        for (int open = 1; open > 0; ) {
            switch (next()) {
                case XMLStreamConstants.START_ELEMENT -> open++;
                case XMLStreamConstants.END_ELEMENT -> open--;
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE -> {
                    if (text.length() + in.getTextLength() > LONGEST)
                        throw new Hostile("line " + line() + ": a text of more than 16 MiB");
                    text.append(in.getTextCharacters(), in.getTextStart(), in.getTextLength());
                }
                default -> {}
            }
        }
        return SoundText.without(text.toString()).strip();
    }

    /** Leaves the element that was entered last, whatever is in it. */
    void skip() throws BreaksOff {
        for (int open = 1; open > 0; ) {
            int event = next();
            if (event == XMLStreamConstants.START_ELEMENT) open++;
            if (event == XMLStreamConstants.END_ELEMENT) open--;
        }
    }

    private int next() throws BreaksOff {
        try {
            if (!in.hasNext()) throw new BreaksOff(line(), "it ends too early");
            int event = in.next();
            guard.allow();
            switch (event) {
                case XMLStreamConstants.START_ELEMENT -> {
                    if (++depth > DEEPEST)
                        throw new Hostile("line " + line() + ": more than " + DEEPEST + " elements inside each other");
                }
                case XMLStreamConstants.END_ELEMENT -> depth--;
                case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE ->
                    throw new Hostile("line " + line() + ": a document type or an entity of its own");
                default -> {}
            }
            return event;
        } catch (XMLStreamException e) {
            throw broken(e);
        }
    }

    private static BreaksOff broken(XMLStreamException e) {
        int line = e.getLocation() == null ? 1 : Math.max(1, e.getLocation().getLineNumber());
        for (Throwable cause = e; cause != null; cause = cause.getCause())
            if (cause instanceof Hostile hostile) throw hostile;
        String why = String.valueOf(e.getMessage()).replaceFirst("(?s)^ParseError at .*?\nMessage: ", "");
        String first = why.lines().findFirst().orElse("it is not well-formed");
        return new BreaksOff(line, first.length() > 160 ? first.substring(0, 160) + "…" : first);
    }

    /** The parser holds a tag or a comment in one piece: whatever comes without an end is not given to it. */
    private static final class Guard extends FilterReader {
        private long since;

        Guard(Reader in) {
            super(in);
        }

        void allow() {
            since = 0;
        }

        @Override
        public int read(char[] buffer, int from, int length) throws IOException {
            int count = in.read(buffer, from, length);
            since += Math.max(count, 0);
            if (since > LONGEST) throw new Hostile("a tag, a comment or a text of more than 16 MiB");
            return count;
        }

        @Override
        public int read() throws IOException {
            char[] one = new char[1];
            return read(one, 0, 1) < 0 ? -1 : one[0];
        }
    }
}
