package dev.dvl.cli.world;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.dvl.engine.json.Fields;
import dev.dvl.engine.json.JsonTree;
import dev.dvl.engine.plan.Plan;
import dev.dvl.engine.plan.codec.PlanReader;
import dev.dvl.engine.plan.codec.PlanWriter;
import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.TreeMap;

/**
 * A plan in a file, and what the command line needs to carry it out. Three lines of JSON: the
 * {@link Seal} over the other two, what the command line needs, the plan.
 *
 * @param folder of the program
 * @param variables that the declarations of secrets name, by secret
 */
public record SavedPlan(Path folder, boolean sandbox, Map<String, String> variables, Plan plan) {
  private static final int LONGEST_SEAL = 4096;

  public SavedPlan {
    variables = Map.copyOf(variables);
  }

  public void save(Path file) throws IOException {
    byte[] body = body();
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(Seal.of(body));
    out.writeBytes(body);
    write(file, out.toByteArray());
  }

  private byte[] body() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (JsonGenerator head = new JsonFactory().createGenerator(out)) {
      head.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
      head.writeStartObject();
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
    out.write('\n');
    return out.toByteArray();
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
    try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
      Fields seal = Seal.read(firstLine(in));
      byte[] body = in.readAllBytes();
      Seal.check(seal, body);
      return read(body);
    }
  }

  private static SavedPlan read(byte[] body) throws IOException {
    int end = 0;
    while (end < body.length && body[end] != '\n') {
      end++;
    }
    Fields head = Fields.of(JsonTree.read(new String(body, 0, end, StandardCharsets.UTF_8)));
    InputStream plan = new ByteArrayInputStream(body, end, body.length - end);
    return new SavedPlan(
        folder(head.text("folder")),
        head.truth("sandbox"),
        head.map("variables", Fields::asText),
        PlanReader.read(plan));
  }

  /** Never more than a seal is long: the file may be anything. */
  private static String firstLine(InputStream in) throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    for (int next = in.read(); next >= 0 && next != '\n'; next = in.read()) {
      line.write(next);
      if (line.size() > LONGEST_SEAL) {
        throw new IOException("it holds no plan");
      }
    }
    return line.toString(StandardCharsets.UTF_8);
  }

  private static Path folder(String text) throws IOException {
    try {
      return Path.of(text);
    } catch (InvalidPathException wrong) {
      throw new IOException("the folder in it is no path", wrong);
    }
  }
}
