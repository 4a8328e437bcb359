package dev.dvl.codegen;

import com.palantir.javapoet.CodeBlock;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Documentation of a schema as the text of a javadoc comment. */
final class Javadoc {
  private static final Pattern CODE = Pattern.compile("`([^`{}]*)`");

  private Javadoc() {}

  static CodeBlock of(String doc) {
    String escaped =
        doc.strip()
            .replace("&", "&amp;")
            .replace("<", "&lt;")
            .replace(">", "&gt;")
            .replace("@", "&#64;")
            .replace("*/", "*&#47;");
    Matcher code = CODE.matcher(escaped);
    String marked = code.replaceAll(found -> Matcher.quoteReplacement(code(found.group(1))));
    return CodeBlock.of("$L", marked.replace("\n\n", "\n\n<p>"));
  }

  private static String code(String text) {
    return "<code>" + text + "</code>";
  }
}
