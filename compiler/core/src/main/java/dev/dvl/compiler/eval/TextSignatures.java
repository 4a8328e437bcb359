package dev.dvl.compiler.eval;

import static dev.dvl.compiler.eval.SignatureParts.BOOL;
import static dev.dvl.compiler.eval.SignatureParts.INT;
import static dev.dvl.compiler.eval.SignatureParts.STRING;
import static dev.dvl.compiler.eval.SignatureParts.STRINGS;
import static dev.dvl.compiler.eval.SignatureParts.TEXTS;
import static dev.dvl.compiler.eval.SignatureParts.function;
import static dev.dvl.compiler.eval.SignatureParts.maybe;
import static dev.dvl.compiler.eval.SignatureParts.of;
import static dev.dvl.compiler.eval.SignatureParts.optional;

import java.util.List;

/** How functions over text are called. */
final class TextSignatures {
  private TextSignatures() {}

  static final List<Signature> ALL =
      List.of(
          function("starts_with", BOOL, of("text", STRING), of("start", STRING)),
          function("ends_with", BOOL, of("text", STRING), of("end", STRING)),
          function("matches", BOOL, of("text", STRING), of("pattern", STRING)),
          function("find", optional(STRING), of("text", STRING), of("pattern", STRING)),
          function("find_all", TEXTS, of("text", STRING), of("pattern", STRING)),
          function("captures", optional(TEXTS), of("text", STRING), of("pattern", STRING)),
          function(
              "replace_all", STRING, of("text", STRING), of("pattern", STRING), of("by", STRING)),
          function("join", STRING, of("values", STRINGS), maybe("separator", STRING)),
          function("split", TEXTS, of("text", STRING), of("separator", STRING)),
          function("lines", TEXTS, of("text", STRING)),
          function("words", TEXTS, of("text", STRING)),
          function("trim", STRING, of("text", STRING)),
          function("trim_start", STRING, of("text", STRING), of("start", STRING)),
          function("trim_end", STRING, of("text", STRING), of("end", STRING)),
          function("upper", STRING, of("text", STRING)),
          function("lower", STRING, of("text", STRING)),
          function("title", STRING, of("text", STRING)),
          function("slug", STRING, of("text", STRING)),
          function("replace", STRING, of("text", STRING), of("part", STRING), of("by", STRING)),
          function("count", INT, of("text", STRING), of("part", STRING)),
          function("substring", STRING, of("text", STRING), of("start", INT), maybe("end", INT)),
          function("repeat", STRING, of("text", STRING), of("times", INT)),
          function("indent", STRING, of("text", STRING), of("width", INT)),
          function("pad_start", STRING, of("text", STRING), of("width", INT), maybe("by", STRING)),
          function("pad_end", STRING, of("text", STRING), of("width", INT), maybe("by", STRING)),
          function("shell_quote", STRING, of("text", STRING)));
}
