package vn.motcua.shared;

import java.io.ByteArrayInputStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javax.xml.XMLConstants;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * The one place where XML from outside is read. It reads no document type, so no entities and nothing that grows or lies
 * elsewhere; it has bounds; and it keeps the line of each element, so that a fault can name it.
 */
public final class OutsideXml {

    private static final int DEPTH_MAX = 60;
    private static final int ELEMENTS_MAX = 50_000;
    private static final XMLInputFactory FACTORY = factory();

    private final ArrayDeque<Open> open = new ArrayDeque<>();
    private int count;

    private OutsideXml() {}

    /** The root of the document; nothing outside of these bytes is read. */
    public static Element read(byte[] xml) throws Unreadable {
        try {
            return new OutsideXml().root(FACTORY.createXMLStreamReader(new ByteArrayInputStream(xml)));
        } catch (XMLStreamException e) {
            var location = e.getLocation();
            throw new Unreadable(Why.BROKEN, location == null ? 0 : location.getLineNumber(), reason(e));
        }
    }

    private Element root(XMLStreamReader reader) throws XMLStreamException, Unreadable {
        Optional<Element> root = Optional.empty();
        while (reader.hasNext()) {
            switch (reader.next()) {
                case XMLStreamConstants.DTD -> throw new Unreadable(Why.DOCTYPE, line(reader), "DOCTYPE");
                case XMLStreamConstants.ENTITY_REFERENCE ->
                    throw new Unreadable(Why.BROKEN, line(reader), "&" + reader.getLocalName() + ";");
                case XMLStreamConstants.START_ELEMENT -> begin(reader);
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE -> {
                    if (!open.isEmpty()) {
                        open.element().text.append(reader.getText());
                    }
                }
                case XMLStreamConstants.END_ELEMENT -> {
                    var done = open.pop().element();
                    if (open.isEmpty()) {
                        root = Optional.of(done);
                    } else {
                        open.element().children.add(done);
                    }
                }
                default -> {}
            }
        }
        return root.orElseThrow(() -> new Unreadable(Why.BROKEN, 1, "no root element"));
    }

    private void begin(XMLStreamReader reader) throws Unreadable {
        if (open.size() >= DEPTH_MAX || ++count > ELEMENTS_MAX) {
            throw new Unreadable(Why.TOO_MUCH, line(reader), count + " / " + open.size());
        }
        var attributes = new HashMap<String, String>();
        for (int i = 0; i < reader.getAttributeCount(); i++) {
            attributes.put(
                    key(text(reader.getAttributeNamespace(i)), reader.getAttributeLocalName(i)),
                    reader.getAttributeValue(i));
        }
        open.push(
                new Open(text(reader.getNamespaceURI()), reader.getLocalName(), line(reader), Map.copyOf(attributes)));
    }

    private static int line(XMLStreamReader reader) {
        return reader.getLocation().getLineNumber();
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text;
    }

    private static String key(String namespace, String name) {
        return namespace.isEmpty() ? name : "{" + namespace + "}" + name;
    }

    /** What the parser says, without the place that it writes before it. */
    private static String reason(XMLStreamException e) {
        var said = text(e.getMessage());
        var message = said.indexOf("Message: ");
        var reason = message < 0 ? said : said.substring(message + "Message: ".length());
        return reason.length() > 200 ? reason.substring(0, 200) + "…" : reason;
    }

    private static XMLInputFactory factory() {
        var factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
        factory.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
        factory.setXMLResolver((_, systemId, _, _) -> {
            throw new XMLStreamException("reads nothing else: " + systemId);
        });
        return factory;
    }

    /**
     * An element of the document.
     *
     * @param namespace empty for none
     * @param line from 1
     * @param attributes by name, or by <code>{namespace}name</code> where they are of one
     * @param text all that stands directly in it
     */
    public record Element(
            String namespace,
            String name,
            int line,
            Map<String, String> attributes,
            List<Element> children,
            String text) {

        /** Copies what it is given. */
        public Element {
            attributes = Map.copyOf(attributes);
            children = List.copyOf(children);
        }

        /** The attribute of no namespace; empty when it is not there. */
        public String attribute(String name) {
            return attributes.getOrDefault(name, "");
        }

        /** The attribute of that namespace; empty when it is not there. */
        public String attribute(String namespace, String name) {
            return attributes.getOrDefault(key(namespace, name), "");
        }

        /** The children of that name and namespace. */
        public List<Element> children(String namespace, String name) {
            return children.stream().filter(it -> it.is(namespace, name)).toList();
        }

        /** Whether it is called so. */
        public boolean is(String namespace, String name) {
            return this.namespace.equals(namespace) && this.name.equals(name);
        }

        /** It and all under it, in the order of the document. */
        public Stream<Element> all() {
            return Stream.concat(Stream.of(this), children.stream().flatMap(Element::all));
        }
    }

    /** Why a document is not read. */
    public enum Why {
        /** It has a document type, which could name entities and other documents. */
        DOCTYPE,
        /** More elements, or more of them in each other, than anybody draws. */
        TOO_MUCH,
        /** It is not well-formed. */
        BROKEN
    }

    /** The bytes are no document that we read. */
    public static final class Unreadable extends Exception {

        private static final long serialVersionUID = 1L;

        private final Why why;
        private final int line;

        Unreadable(Why why, int line, String reason) {
            super(reason);
            this.why = why;
            this.line = line;
        }

        /** Why. */
        public Why why() {
            return why;
        }

        /** Where, from 1; 0 when the parser does not know. */
        public int line() {
            return line;
        }

        /** What the parser said, in its own words. */
        public String reason() {
            return String.valueOf(getMessage());
        }
    }

    /** An element whose end was not read yet. */
    private static final class Open {

        private final String namespace;
        private final String name;
        private final int line;
        private final Map<String, String> attributes;
        private final List<Element> children = new ArrayList<>();
        private final StringBuilder text = new StringBuilder();

        Open(String namespace, String name, int line, Map<String, String> attributes) {
            this.namespace = namespace;
            this.name = name;
            this.line = line;
            this.attributes = attributes;
        }

        Element element() {
            return new Element(namespace, name, line, attributes, children, text.toString());
        }
    }
}
