package dev.dvl.compiler.eval;

import static dev.dvl.compiler.eval.SignatureParts.DURATION;
import static dev.dvl.compiler.eval.SignatureParts.STRING;
import static dev.dvl.compiler.eval.SignatureParts.T;
import static dev.dvl.compiler.eval.SignatureParts.function;
import static dev.dvl.compiler.eval.SignatureParts.list;
import static dev.dvl.compiler.eval.SignatureParts.map;
import static dev.dvl.compiler.eval.SignatureParts.maybe;
import static dev.dvl.compiler.eval.SignatureParts.of;

import java.util.List;

/** How functions over encodings, fingerprints and dates are called. */
final class EncodingSignatures {
  private EncodingSignatures() {}

  static final List<Signature> ALL =
      List.of(
          function("base64_encode", STRING, of("text", STRING)),
          function("base64_decode", STRING, of("text", STRING)),
          function("base64url_encode", STRING, of("text", STRING)),
          function("base64url_decode", STRING, of("text", STRING)),
          function("hex_encode", STRING, of("text", STRING)),
          function("hex_decode", STRING, of("text", STRING)),
          function("url_encode", STRING, of("text", STRING)),
          function("url_decode", STRING, of("text", STRING)),
          function("json_encode", STRING, of("value", T)),
          function("json_decode", T, of("text", STRING)),
          function("yaml_encode", STRING, of("value", T)),
          function("yaml_decode", T, of("text", STRING)),
          function("csv_encode", STRING, of("rows", list(list(STRING)))),
          function("csv_decode", list(map(STRING)), of("text", STRING), maybe("separator", STRING)),
          function("sha256", STRING, of("text", STRING)),
          function("sha512", STRING, of("text", STRING)),
          function("sha1", STRING, of("text", STRING)),
          function("md5", STRING, of("text", STRING)),
          function("hmac_sha256", STRING, of("key", STRING), of("text", STRING)),
          function("uuid_v5", STRING, of("namespace", STRING), of("name", STRING)),
          function("date_add", STRING, of("date", STRING), of("by", DURATION)),
          function("date_diff", DURATION, of("from", STRING), of("to", STRING)),
          function("date_format", STRING, of("date", STRING), of("format", STRING)));
}
