package dev.dvl.engine.ledger;

import com.fasterxml.jackson.core.JsonEncoding;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.dvl.compiler.value.Address;
import dev.dvl.engine.json.Fields;
import dev.dvl.engine.json.JsonTree;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Runs as files of a folder, one each; their names sort by time. */
record HistoryFolder(Path folder) {
  private static final JsonFactory FACTORY = new JsonFactory();

  void put(HistoryEntry entry) throws IOException {
    Files.createDirectories(folder);
    String name = entry.at().toEpochMilli() + "-" + entry.run() + ".json";
    Files.write(folder.resolve(name), bytes(entry));
  }

  List<HistoryEntry> list() throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    List<HistoryEntry> entries = new ArrayList<>();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.sorted().toList()) {
        try (InputStream in = Files.newInputStream(file)) {
          entries.add(read(Fields.of(JsonTree.read(in))));
        }
      }
    }
    return entries;
  }

  private static byte[] bytes(HistoryEntry entry) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (JsonGenerator out = FACTORY.createGenerator(bytes, JsonEncoding.UTF8)) {
      out.writeStartObject();
      out.writeStringField("run", entry.run());
      out.writeStringField("at", entry.at().toString());
      out.writeStringField("outcome", entry.outcome());
      out.writeObjectFieldStart("summary");
      for (Map.Entry<String, Integer> count : entry.summary().entrySet()) {
        out.writeNumberField(count.getKey(), count.getValue());
      }
      out.writeEndObject();
      out.writeArrayFieldStart("guarded");
      for (Address address : entry.guarded()) {
        out.writeString(address.toString());
      }
      out.writeEndArray();
      if (entry.program().isPresent()) {
        out.writeStringField("program", entry.program().get());
      }
      out.writeEndObject();
    }
    return bytes.toByteArray();
  }

  private static HistoryEntry read(Fields fields) throws IOException {
    Map<String, Integer> summary = new HashMap<>();
    Fields counts = fields.object("summary");
    for (String word : counts.names()) {
      summary.put(word, Math.toIntExact(counts.number(word)));
    }
    Set<Address> guarded = new HashSet<>();
    for (String text : fields.list("guarded", Fields::asText)) {
      guarded.add(
          Address.parse(text).orElseThrow(() -> new IOException("not an address: " + text)));
    }
    return new HistoryEntry(
        fields.text("run"),
        Instant.parse(fields.text("at")),
        fields.text("outcome"),
        summary,
        guarded,
        fields.optionalText("program"));
  }
}
