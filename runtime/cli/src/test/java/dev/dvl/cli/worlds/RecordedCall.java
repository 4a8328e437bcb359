package dev.dvl.cli.worlds;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.dvl.engine.json.Fields;
import dev.dvl.engine.json.JsonTree;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/**
 * A call that changed a platform. A file of them has one a line, as JSON; a body that is no text is
 * packed there.
 *
 * @param headers without those that tell of the connection, of the session and of who calls
 * @param ids what its answer named, by what it is
 */
@SuppressWarnings("ArrayRecordComponent") // nobody compares calls
record RecordedCall(
    String method, String path, List<String> headers, byte[] body, Map<String, String> ids) {

  /** A call that asks what something is called that is there before anything is made. */
  static RecordedCall asking(String path) {
    return new RecordedCall("GET", path, List.of(), new byte[0], Map.of());
  }

  RecordedCall naming(Map<String, String> those) {
    return new RecordedCall(method, path, headers, body, those);
  }

  /** The same call now, to the server that {@code more} headers lead to. */
  Message request(Renamed renamed, List<String> more) {
    List<String> all = new ArrayList<>(more);
    headers.stream().map(renamed::in).forEach(all::add);
    return Message.of(method, renamed.in(path), all, isText(body) ? renamed.in(body) : body);
  }

  String text() {
    return new String(body, StandardCharsets.UTF_8);
  }

  static void write(List<RecordedCall> calls, Path file) throws IOException {
    StringBuilder text = new StringBuilder();
    for (RecordedCall call : calls) {
      text.append(call.json()).append('\n');
    }
    Files.writeString(file, text);
  }

  static List<RecordedCall> read(Path file) throws IOException {
    List<RecordedCall> calls = new ArrayList<>();
    for (String line : Files.readAllLines(file)) {
      Fields fields = Fields.of(JsonTree.read(line));
      calls.add(
          new RecordedCall(
              fields.text("method"),
              fields.text("path"),
              fields.list("headers", Fields::asText),
              fields.has("packed")
                  ? unpacked(fields.text("packed"))
                  : fields.text("body").getBytes(StandardCharsets.UTF_8),
              fields.map("ids", Fields::asText)));
    }
    return calls;
  }

  private String json() throws IOException {
    StringWriter text = new StringWriter();
    try (JsonGenerator out = new JsonFactory().createGenerator(text)) {
      out.writeStartObject();
      out.writeStringField("method", method);
      out.writeStringField("path", path);
      out.writeFieldName("headers");
      out.writeArray(headers.toArray(String[]::new), 0, headers.size());
      if (isText(body)) {
        out.writeStringField("body", new String(body, StandardCharsets.UTF_8));
      } else {
        out.writeStringField("packed", packed(body));
      }
      out.writeObjectFieldStart("ids");
      for (Map.Entry<String, String> id : new TreeMap<>(ids).entrySet()) {
        out.writeStringField(id.getKey(), id.getValue());
      }
      out.writeEndObject();
      out.writeEndObject();
    }
    return text.toString();
  }

  /** What holds no zeros; the tar files that Docker is sent do. */
  private static boolean isText(byte[] bytes) {
    for (byte each : bytes) {
      if (each == 0) {
        return false;
      }
    }
    return true;
  }

  private static String packed(byte[] bytes) throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
      out.write(bytes);
    }
    return Base64.getEncoder().encodeToString(packed.toByteArray());
  }

  private static byte[] unpacked(String text) throws IOException {
    byte[] packed = Base64.getDecoder().decode(text);
    try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(packed))) {
      return in.readAllBytes();
    }
  }
}
