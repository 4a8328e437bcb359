package dev.dvl.cli.parameters;

import dev.dvl.compiler.lower.input.RawInput;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** Reads a file of named values: YAML or JSON, by the ending of its name. */
final class DataFile {
  private static final int LARGEST = 4 << 20;

  /** Some editors put it before a text in UTF-8; it says nothing. */
  private static final String MARK = "\ufeff";

  private DataFile() {}

  /**
   * The values by name.
   *
   * @param name what messages call the file
   */
  static Map<String, RawInput> read(Path file, String name) throws DataProblem {
    boolean json = name.endsWith(".json");
    if (!json && !name.endsWith(".yaml") && !name.endsWith(".yml")) {
      throw new DataProblem(
          ParameterCodes.FILE,
          "The name of `" + name + "` ends in none of `.yaml`, `.yml` and `.json`.");
    }
    String text = text(file, name);
    RawInput whole = json ? JsonData.read(text, name) : YamlData.read(text, name);
    return switch (whole) {
      case RawInput.MapOf(var entries, var ignored) -> entries;
      case RawInput.Nothing ignored -> Map.of();
      case RawInput.Text ignored -> throw noMap(name);
      case RawInput.ListOf ignored -> throw noMap(name);
    };
  }

  private static DataProblem noMap(String name) {
    return new DataProblem(
        ParameterCodes.FILE, "`" + name + "` must hold names with values, one under the other.");
  }

  private static String text(Path file, String name) throws DataProblem {
    if (!Files.isRegularFile(file)) {
      throw new DataProblem(ParameterCodes.FILE, "There is no file `" + name + "`.");
    }
    try (InputStream in = Files.newInputStream(file)) {
      byte[] bytes = in.readNBytes(LARGEST + 1);
      if (bytes.length > LARGEST) {
        throw new DataProblem(ParameterCodes.LIMIT, "`" + name + "` is larger than 4 MB.");
      }
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      return text.startsWith(MARK) ? text.substring(1) : text;
    } catch (CharacterCodingException wrong) {
      throw new DataProblem(ParameterCodes.FILE, "`" + name + "` is not UTF-8.");
    } catch (IOException e) {
      throw new DataProblem(
          ParameterCodes.FILE, "`" + name + "` cannot be read: " + e.getMessage() + ".");
    }
  }
}
