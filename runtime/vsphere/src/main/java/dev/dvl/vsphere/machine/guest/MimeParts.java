package dev.dvl.vsphere.machine.guest;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Several texts as one MIME document. Each is sent as plain text in base64, so that no line in it
 * ends a part, and cloud-init looks at its first line for what it is; a text that is a MIME
 * document itself becomes a part with parts of its own.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc2046#section-5.1">RFC 2046, section 5.1</a>
 */
final class MimeParts {
  private static final String BOUNDARY = "==dvl-part==";
  private static final byte[] LINE = {'\n'};
  private static final int COLUMNS = 76;

  private MimeParts() {}

  /**
   * One text.
   *
   * @param name what it is called in the guest; scripts run in the order of their names
   */
  record Part(String name, String text) {}

  static String document(List<Part> parts) {
    StringBuilder document = new StringBuilder();
    document
        .append("Content-Type: multipart/mixed; boundary=\"" + BOUNDARY + "\"\n")
        .append("MIME-Version: 1.0\n\n");
    parts.forEach(
        part -> document.append("--" + BOUNDARY + "\n").append(inside(part)).append('\n'));
    return document.append("--" + BOUNDARY + "--\n").toString();
  }

  /** The text of a part that was written here. */
  static Optional<String> text(String document, String name) {
    Matcher part =
        Pattern.compile("filename=\"" + name + "\"\n\n([A-Za-z0-9+/=\n]+)\n").matcher(document);
    return part.find()
        ? Optional.of(
            new String(Base64.getMimeDecoder().decode(part.group(1)), StandardCharsets.UTF_8))
        : Optional.empty();
  }

  private static String inside(Part part) {
    return isDocument(part.text()) ? part.text() : encoded(part);
  }

  private static String encoded(Part part) {
    return "Content-Type: text/plain; charset=\"utf-8\"\n"
        + "Content-Transfer-Encoding: base64\n"
        + "Content-Disposition: attachment; filename=\""
        + part.name()
        + "\"\n\n"
        + Base64.getMimeEncoder(COLUMNS, LINE)
            .encodeToString(part.text().getBytes(StandardCharsets.UTF_8))
        + "\n";
  }

  /** As cloud-init tells: by a header in what comes first. */
  private static boolean isDocument(String text) {
    String head = text.substring(0, Math.min(text.length(), 4096)).toLowerCase(Locale.ROOT);
    return !head.startsWith("#") && head.contains("mime-version:");
  }
}
