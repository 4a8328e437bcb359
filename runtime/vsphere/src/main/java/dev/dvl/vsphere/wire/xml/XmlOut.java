package dev.dvl.vsphere.wire.xml;

import dev.dvl.vsphere.session.Ref;
import dev.dvl.vsphere.session.Tree;

/**
 * Writes elements as text. The prefixes {@code xsi} and {@code xsd} are declared around them, and
 * vim25 is the default namespace.
 *
 * <p>A text that XML cannot carry, such as a control character, is an {@link UnwritableRequest}.
 */
public final class XmlOut {
  private final StringBuilder text = new StringBuilder(1024);
  private final ApiVersion version;

  public XmlOut(ApiVersion version) {
    this.version = version;
  }

  /** The version of the API that the request is written for. */
  public ApiVersion version() {
    return version;
  }

  /** Adds markup that needs no care. */
  public XmlOut raw(String markup) {
    text.append(markup);
    return this;
  }

  public void text(String name, String value) {
    open(name, "");
    escape(name, value);
    close(name);
  }

  /** A link to an object. */
  public void ref(String name, Ref ref) {
    open(name, " type=\"" + attribute(ref.type()) + "\"");
    escape(name, ref.id());
    close(name);
  }

  /** A data object; its own type is said where it is not the declared one. */
  public void object(String name, String declared, DataObject value) {
    open(name, value.typeName().equals(declared) ? "" : xsiType(value.typeName()));
    value.write(this);
    close(name);
  }

  /** A value as it stands, with the types that it says it has. */
  public void tree(Tree tree) {
    String link = tree.linked().isEmpty() ? "" : " type=\"" + attribute(tree.linked()) + "\"";
    open(tree.name(), link + (tree.type().isEmpty() ? "" : xsiType(tree.type())));
    escape(tree.name(), tree.text());
    tree.children().forEach(this::tree);
    close(tree.name());
  }

  /** All that was written. */
  @Override
  public String toString() {
    return text.toString();
  }

  private void open(String name, String attributes) {
    text.append('<').append(name).append(attributes).append('>');
  }

  private void close(String name) {
    text.append("</").append(name).append('>');
  }

  private static String xsiType(String type) {
    return " xsi:type=\"" + attribute(type) + "\"";
  }

  private static String attribute(String value) {
    return value.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
  }

  private void escape(String name, String value) {
    for (int i = 0; i < value.length(); ) {
      int point = value.codePointAt(i);
      i += Character.charCount(point);
      switch (point) {
        case '&' -> text.append("&amp;");
        case '<' -> text.append("&lt;");
        case '>' -> text.append("&gt;");
        case '\r' -> text.append("&#13;");
        default -> text.appendCodePoint(allowed(name, point));
      }
    }
  }

  private static int allowed(String name, int point) {
    boolean control = point < 0x20 && point != '\t' && point != '\n';
    boolean surrogate = point >= 0xD800 && point <= 0xDFFF;
    if (control || surrogate || point == 0xFFFE || point == 0xFFFF) {
      throw new UnwritableRequest(
          "%s holds the character U+%04X, which XML cannot carry".formatted(name, point));
    }
    return point;
  }
}
