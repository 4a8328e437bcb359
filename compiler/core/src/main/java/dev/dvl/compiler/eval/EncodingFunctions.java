package dev.dvl.compiler.eval;

import static dev.dvl.compiler.eval.Arguments.function;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.dvl.compiler.value.Value;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;

/** Encodings of data as text. */
final class EncodingFunctions {
  private static final String UNRESERVED =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~";

  private EncodingFunctions() {}

  static final Map<String, Function> FUNCTIONS =
      Map.ofEntries(
          Map.entry("json_encode", function(it -> Value.text(DataText.json(it.at(0))))),
          Map.entry("yaml_encode", function(it -> Value.text(DataText.yaml(it.at(0))))),
          Map.entry("csv_encode", function(it -> Value.text(CsvText.write(it.elements(0))))),
          Map.entry("csv_decode", function(CsvText::read)),
          Map.entry("base64_encode", function(it -> encoded(it, Base64.getEncoder()))),
          Map.entry("base64_size", function(EncodingFunctions::size)),
          Map.entry("base64_decode", function(it -> decoded(it, Base64.getDecoder()))),
          Map.entry(
              "base64url_encode",
              function(it -> encoded(it, Base64.getUrlEncoder().withoutPadding()))),
          Map.entry("base64url_decode", function(it -> decoded(it, Base64.getUrlDecoder()))),
          Map.entry("hex_encode", function(it -> Value.text(hex(it.text(0).getBytes(UTF_8))))),
          Map.entry("hex_decode", function(it -> Value.text(unhexed(it.text(0))))),
          Map.entry("url_encode", function(it -> Value.text(url(it.text(0))))),
          Map.entry("url_decode", function(it -> Value.text(unescaped(it.text(0))))));

  private static Value encoded(Arguments it, Base64.Encoder encoder) throws EvaluationProblem {
    return Value.text(encoder.encodeToString(it.text(0).getBytes(UTF_8)));
  }

  /** How many characters a text comes to, compressed or not. */
  private static Value size(Arguments it) throws EvaluationProblem {
    byte[] bytes = it.text(0).getBytes(UTF_8);
    long length = it.bool(1) ? Gzip.size(bytes) : bytes.length;
    return Value.of((length + 2) / 3 * 4);
  }

  private static Value decoded(Arguments it, Base64.Decoder decoder) throws EvaluationProblem {
    String text = it.text(0);
    try {
      return Value.text(utf8(decoder.decode(text)));
    } catch (IllegalArgumentException e) {
      throw new EvaluationProblem("this is not base64");
    }
  }

  private static String utf8(byte[] bytes) throws EvaluationProblem {
    try {
      return UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      throw new EvaluationProblem("what is encoded here is not text in UTF-8");
    }
  }

  static String hex(byte[] bytes) {
    return HexFormat.of().formatHex(bytes);
  }

  private static String unhexed(String text) throws EvaluationProblem {
    byte[] bytes;
    try {
      bytes = HexFormat.of().parseHex(text);
    } catch (IllegalArgumentException e) {
      throw new EvaluationProblem("this is not pairs of hexadecimal digits");
    }
    return utf8(bytes);
  }

  /** Percent-encoding of RFC 3986: all but unreserved characters. */
  private static String url(String text) {
    StringBuilder out = new StringBuilder();
    for (byte b : text.getBytes(UTF_8)) {
      if (UNRESERVED.indexOf(b) >= 0) {
        out.append((char) b);
      } else {
        out.append('%').append(HexFormat.of().withUpperCase().toHexDigits(b));
      }
    }
    return out.toString();
  }

  private static String unescaped(String text) throws EvaluationProblem {
    byte[] bytes = text.getBytes(UTF_8);
    ByteArrayOutputStream out = new ByteArrayOutputStream(bytes.length);
    for (int i = 0; i < bytes.length; i++) {
      if (bytes[i] != '%') {
        out.write(bytes[i]);
        continue;
      }
      if (i + 2 >= bytes.length || !isHex(bytes[i + 1]) || !isHex(bytes[i + 2])) {
        throw new EvaluationProblem("behind a `%` stand two hexadecimal digits");
      }
      out.write(HexFormat.fromHexDigit(bytes[i + 1]) * 16 + HexFormat.fromHexDigit(bytes[i + 2]));
      i += 2;
    }
    return utf8(out.toByteArray());
  }

  private static boolean isHex(byte digit) {
    return HexFormat.isHexDigit(digit);
  }
}
