package dev.dvl.compiler.eval;

import static dev.dvl.compiler.eval.Arguments.function;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.dvl.compiler.value.Value;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;

/** Encodings of data as text. */
final class EncodingFunctions {
  private static final String UNRESERVED =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~";

  private EncodingFunctions() {}

  static final Map<String, Function> FUNCTIONS =
      Map.of(
          "json_encode", function(it -> Value.text(DataText.json(it.at(0)))),
          "yaml_encode", function(it -> Value.text(DataText.yaml(it.at(0)))),
          "base64_encode", function(it -> Value.text(base64(it.text(0)))),
          "base64_decode", function(it -> Value.text(decoded(it.text(0)))),
          "url_encode", function(it -> Value.text(url(it.text(0)))),
          "sha256", function(it -> Value.text(sha256(it.text(0)))));

  private static String base64(String text) {
    return Base64.getEncoder().encodeToString(text.getBytes(UTF_8));
  }

  private static String decoded(String text) throws EvaluationProblem {
    try {
      byte[] bytes = Base64.getDecoder().decode(text);
      return UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (IllegalArgumentException e) {
      throw new EvaluationProblem("this is not base64");
    } catch (CharacterCodingException e) {
      throw new EvaluationProblem("what is encoded here is not text in UTF-8");
    }
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

  static String sha256(String text) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8));
      return HexFormat.of().formatHex(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
