package dev.dvl.vsphere.wire.xml;

import dev.dvl.vsphere.session.Tree;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Reads a document into a tree. It may have no DOCTYPE, so no entities, and only so many elements,
 * so deep; what comes in is bounded where it is received.
 */
public final class XmlIn {
  private static final int DEEPEST = 200;
  private static final int MOST_ELEMENTS = 4_000_000;
  private static final String XSI = "http://www.w3.org/2001/XMLSchema-instance";
  private static final String XSD = "http://www.w3.org/2001/XMLSchema";
  private static final XMLInputFactory FACTORY = factory();

  private final XMLStreamReader reader;
  private final Deque<Open> open = new ArrayDeque<>();
  private int elements;

  private XmlIn(XMLStreamReader reader) {
    this.reader = reader;
  }

  /** An element whose end has not come. */
  private record Open(
      String name, String type, String linked, StringBuilder text, List<Tree> children) {
    Tree tree() {
      String plain = children.isEmpty() ? text.toString() : "";
      return new Tree(name, type, linked, plain, children);
    }
  }

  /**
   * Reads one document.
   *
   * @throws MalformedAnswer when it is not well-formed, is cut off or oversteps a bound
   */
  public static Tree read(InputStream in) {
    try {
      XMLStreamReader reader = FACTORY.createXMLStreamReader(in);
      try {
        return new XmlIn(reader).document();
      } finally {
        reader.close();
      }
    } catch (XMLStreamException e) {
      throw new MalformedAnswer("the answer is no XML, or was cut off", e);
    }
  }

  private Tree document() throws XMLStreamException {
    Optional<Tree> root = Optional.empty();
    while (reader.hasNext()) {
      Optional<Tree> ended = event(reader.next());
      root = ended.isPresent() ? ended : root;
    }
    return root.orElseThrow(() -> new MalformedAnswer("the answer is empty"));
  }

  private Optional<Tree> event(int event) {
    switch (event) {
      case XMLStreamConstants.START_ELEMENT -> begin();
      case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> characters();
      case XMLStreamConstants.END_ELEMENT -> {
        return end();
      }
      case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE ->
          throw new MalformedAnswer("the answer has a DOCTYPE or an entity; neither is allowed");
      default -> {}
    }
    return Optional.empty();
  }

  private void begin() {
    elements++;
    if (open.size() >= DEEPEST || elements > MOST_ELEMENTS) {
      throw new MalformedAnswer(
          "the answer nests deeper than %d or has more than %d elements"
              .formatted(DEEPEST, MOST_ELEMENTS));
    }
    open.push(
        new Open(reader.getLocalName(), type(), linked(), new StringBuilder(), new ArrayList<>(2)));
  }

  private void characters() {
    Open inner = open.peek();
    if (inner != null) {
      inner
          .text()
          .append(reader.getTextCharacters(), reader.getTextStart(), reader.getTextLength());
    }
  }

  private Optional<Tree> end() {
    Tree tree = open.pop().tree();
    Open outer = open.peek();
    if (outer == null) {
      return Optional.of(tree);
    }
    outer.children().add(tree);
    return Optional.empty();
  }

  /** The type without its prefix, or with {@code xsd:} for one of XML Schema's own. */
  private String type() {
    String type = reader.getAttributeValue(XSI, "type");
    if (type == null) {
      return "";
    }
    int colon = type.indexOf(':');
    String prefix = colon < 0 ? "" : type.substring(0, colon);
    String local = type.substring(colon + 1);
    return XSD.equals(reader.getNamespaceURI(prefix)) ? "xsd:" + local : local;
  }

  private String linked() {
    String linked = reader.getAttributeValue("", "type");
    return linked == null ? "" : linked;
  }

  private static XMLInputFactory factory() {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, true);
    return factory;
  }
}
