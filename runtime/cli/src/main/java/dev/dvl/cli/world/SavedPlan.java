package dev.dvl.cli.world;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.dvl.engine.json.Fields;
import dev.dvl.engine.json.JsonTree;
import dev.dvl.engine.plan.Plan;
import dev.dvl.engine.plan.codec.PlanReader;
import dev.dvl.engine.plan.codec.PlanWriter;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;

/**
 * A plan in a file, and what the command line needs to carry it out: a first line of JSON for the
 * latter, the plan below it.
 *
 * @param folder of the program
 * @param variables that the declarations of secrets name, by secret
 */
public record SavedPlan(Path folder, boolean sandbox, Map<String, String> variables, Plan plan) {
  private static final String FORMAT = "dvl-saved-1";

  public SavedPlan {
    variables = Map.copyOf(variables);
  }

  public void save(Path file) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (JsonGenerator head = new JsonFactory().createGenerator(out)) {
      head.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
      head.writeStartObject();
      head.writeStringField("format", FORMAT);
      head.writeStringField("folder", folder.toString());
      head.writeBooleanField("sandbox", sandbox);
      head.writeObjectFieldStart("variables");
      for (Map.Entry<String, String> entry : new TreeMap<>(variables).entrySet()) {
        head.writeStringField(entry.getKey(), entry.getValue());
      }
      head.writeEndObject();
      head.writeEndObject();
    }
    out.write('\n');
    PlanWriter.write(plan, out);
    write(file, out.toByteArray());
  }

  /** Whole or not at all, beside an earlier plan; a device is written as it is. */
  private static void write(Path file, byte[] bytes) throws IOException {
    if (Files.exists(file) && !Files.isRegularFile(file)) {
      Files.write(file, bytes);
      return;
    }
    Path target = Files.exists(file) ? file.toRealPath() : file;
    Path whole = target.resolveSibling(target.getFileName() + ".new");
    try {
      Files.write(whole, bytes);
      Files.move(whole, target, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(whole);
    }
  }

  /** Reads what {@link #save} wrote; anything else is an IOException that says so. */
  public static SavedPlan load(Path file) throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    int end = 0;
    while (end < bytes.length && bytes[end] != '\n') {
      end++;
    }
    if (end == bytes.length) {
      throw new IOException("it holds no plan");
    }
    Fields head = head(new String(bytes, 0, end, StandardCharsets.UTF_8));
    byte[] rest = Arrays.copyOfRange(bytes, end + 1, bytes.length);
    return new SavedPlan(
        folder(head.text("folder")),
        head.truth("sandbox"),
        head.map("variables", Fields::asText),
        PlanReader.read(new ByteArrayInputStream(rest)));
  }

  private static Fields head(String line) throws IOException {
    Fields head;
    try {
      head = Fields.of(JsonTree.read(line));
    } catch (IOException noJson) {
      throw new IOException("it holds no plan", noJson);
    }
    if (!head.has("format") || !head.text("format").equals(FORMAT)) {
      throw new IOException("it holds no plan, or that of another version of dvl");
    }
    return head;
  }

  private static Path folder(String text) throws IOException {
    try {
      return Path.of(text);
    } catch (InvalidPathException wrong) {
      throw new IOException("the folder in it is no path", wrong);
    }
  }
}
