package dev.dvl.compiler.eval;

import static dev.dvl.compiler.eval.SignatureParts.BOOL;
import static dev.dvl.compiler.eval.SignatureParts.DURATION;
import static dev.dvl.compiler.eval.SignatureParts.INT;
import static dev.dvl.compiler.eval.SignatureParts.STRING;
import static dev.dvl.compiler.eval.SignatureParts.T;
import static dev.dvl.compiler.eval.SignatureParts.function;
import static dev.dvl.compiler.eval.SignatureParts.list;
import static dev.dvl.compiler.eval.SignatureParts.map;
import static dev.dvl.compiler.eval.SignatureParts.maybe;
import static dev.dvl.compiler.eval.SignatureParts.needed;

import java.util.List;

/** How functions over encodings, fingerprints and dates are called. */
final class EncodingSignatures {
  private EncodingSignatures() {}

  static final List<Signature> ALL =
      List.of(
          function("base64_encode", STRING, needed("text", STRING)),
          function("base64_size", INT, needed("text", STRING), needed("gzip", BOOL)),
          function("base64_decode", STRING, needed("text", STRING)),
          function("base64url_encode", STRING, needed("text", STRING)),
          function("base64url_decode", STRING, needed("text", STRING)),
          function("hex_encode", STRING, needed("text", STRING)),
          function("hex_decode", STRING, needed("text", STRING)),
          function("url_encode", STRING, needed("text", STRING)),
          function("url_decode", STRING, needed("text", STRING)),
          function("json_encode", STRING, needed("value", T)),
          function("json_decode", T, needed("text", STRING)),
          function("yaml_encode", STRING, needed("value", T)),
          function("yaml_decode", T, needed("text", STRING)),
          function("csv_encode", STRING, needed("rows", list(list(STRING)))),
          function(
              "csv_decode", list(map(STRING)), needed("text", STRING), maybe("separator", STRING)),
          function("sha256", STRING, needed("text", STRING)),
          function("sha512", STRING, needed("text", STRING)),
          function("sha1", STRING, needed("text", STRING)),
          function("md5", STRING, needed("text", STRING)),
          function("hmac_sha256", STRING, needed("key", STRING), needed("text", STRING)),
          function("uuid_v5", STRING, needed("namespace", STRING), needed("name", STRING)),
          function("date_add", STRING, needed("date", STRING), needed("by", DURATION)),
          function("date_diff", DURATION, needed("from", STRING), needed("to", STRING)),
          function("date_format", STRING, needed("date", STRING), needed("format", STRING)));
}
