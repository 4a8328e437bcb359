package dev.dvl.cli.world;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.dvl.cli.Version;
import dev.dvl.engine.json.Fields;
import dev.dvl.engine.json.JsonTree;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * The first line of a saved plan: its format, the dvl that made it, and the SHA-256 of every byte
 * behind that line.
 *
 * <p>The checksum finds accidents: a file that was cut off, edited by hand, or changed by a tool on
 * its way. It protects from nobody who means harm, because whoever can write the file can compute
 * it anew.
 */
final class Seal {
  private static final String FORMAT = "dvl-saved-2";
  private static final String ANY_FORMAT = "dvl-saved-";

  private Seal() {}

  /** The line for a body, with its line break. */
  static byte[] of(byte[] body) throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    try (JsonGenerator out = new JsonFactory().createGenerator(line)) {
      out.writeStartObject();
      out.writeStringField("format", FORMAT);
      out.writeStringField("version", Version.NUMBER);
      out.writeStringField("sha256", sum(body));
      out.writeEndObject();
    }
    line.write('\n');
    return line.toByteArray();
  }

  /** Refuses what is no plan, or one of another format or version, before its body is read. */
  static Fields read(String line) throws IOException {
    Fields seal = fields(line);
    String format = seal.optionalText("format").orElse("");
    if (!format.startsWith(ANY_FORMAT)) {
      throw new IOException("it holds no plan");
    }
    if (!format.equals(FORMAT)) {
      throw new IOException(
          "its format is `" + format + "`, and this dvl reads `" + FORMAT + "`; plan again");
    }
    String version = seal.text("version");
    if (!version.equals(Version.NUMBER)) {
      throw new IOException(
          "dvl " + version + " made it, and this is dvl " + Version.NUMBER + "; plan again");
    }
    return seal;
  }

  /** Refuses a body that is not as it was when it was sealed. */
  static void check(Fields seal, byte[] body) throws IOException {
    if (!seal.text("sha256").equals(sum(body))) {
      throw new IOException("it was changed or cut off after it was saved; plan again");
    }
  }

  private static Fields fields(String line) throws IOException {
    try {
      return Fields.of(JsonTree.read(line));
    } catch (IOException noJson) {
      throw new IOException("it holds no plan", noJson);
    }
  }

  private static String sum(byte[] body) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(body));
    } catch (NoSuchAlgorithmException everyJdkHasIt) {
      throw new IllegalStateException(everyJdkHasIt);
    }
  }
}
