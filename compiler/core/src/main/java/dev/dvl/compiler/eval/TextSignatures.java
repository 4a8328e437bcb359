package dev.dvl.compiler.eval;

import static dev.dvl.compiler.eval.SignatureParts.BOOL;
import static dev.dvl.compiler.eval.SignatureParts.INT;
import static dev.dvl.compiler.eval.SignatureParts.STRING;
import static dev.dvl.compiler.eval.SignatureParts.STRINGS;
import static dev.dvl.compiler.eval.SignatureParts.TEXTS;
import static dev.dvl.compiler.eval.SignatureParts.function;
import static dev.dvl.compiler.eval.SignatureParts.maybe;
import static dev.dvl.compiler.eval.SignatureParts.needed;
import static dev.dvl.compiler.eval.SignatureParts.optional;

import java.util.List;

/** How functions over text are called. */
final class TextSignatures {
  private TextSignatures() {}

  static final List<Signature> ALL =
      List.of(
          function("starts_with", BOOL, needed("text", STRING), needed("start", STRING)),
          function("ends_with", BOOL, needed("text", STRING), needed("end", STRING)),
          function("matches", BOOL, needed("text", STRING), needed("pattern", STRING)),
          function("find", optional(STRING), needed("text", STRING), needed("pattern", STRING)),
          function("find_all", TEXTS, needed("text", STRING), needed("pattern", STRING)),
          function("captures", optional(TEXTS), needed("text", STRING), needed("pattern", STRING)),
          function(
              "replace_all",
              STRING,
              needed("text", STRING),
              needed("pattern", STRING),
              needed("by", STRING)),
          function("join", STRING, needed("values", STRINGS), maybe("separator", STRING)),
          function("split", TEXTS, needed("text", STRING), needed("separator", STRING)),
          function("lines", TEXTS, needed("text", STRING)),
          function("words", TEXTS, needed("text", STRING)),
          function("trim", STRING, needed("text", STRING)),
          function("trim_start", STRING, needed("text", STRING), needed("start", STRING)),
          function("trim_end", STRING, needed("text", STRING), needed("end", STRING)),
          function("upper", STRING, needed("text", STRING)),
          function("lower", STRING, needed("text", STRING)),
          function("title", STRING, needed("text", STRING)),
          function("slug", STRING, needed("text", STRING)),
          function(
              "replace",
              STRING,
              needed("text", STRING),
              needed("part", STRING),
              needed("by", STRING)),
          function("count", INT, needed("text", STRING), needed("part", STRING)),
          function(
              "substring", STRING, needed("text", STRING), needed("start", INT), maybe("end", INT)),
          function("repeat", STRING, needed("text", STRING), needed("times", INT)),
          function("indent", STRING, needed("text", STRING), needed("width", INT)),
          function(
              "pad_start",
              STRING,
              needed("text", STRING),
              needed("width", INT),
              maybe("by", STRING)),
          function(
              "pad_end", STRING, needed("text", STRING), needed("width", INT), maybe("by", STRING)),
          function("shell_quote", STRING, needed("text", STRING)));
}
