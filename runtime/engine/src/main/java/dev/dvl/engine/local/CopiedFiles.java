package dev.dvl.engine.local;

import dev.dvl.compiler.ir.Instance;
import dev.dvl.compiler.value.Value;
import dev.dvl.engine.live.Finding;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Hashes the files that objects get copies of. */
public record CopiedFiles(Path project) {
  private static final String SHA256 = "sha256:";

  /** The digests by place in the object; a file that cannot be read is a finding. */
  Map<String, Value> digests(Instance instance, List<Finding> findings) {
    Map<String, Value> found = new TreeMap<>();
    if (instance.value("files") instanceof Value.SetOf(var files)) {
      for (Value file : files) {
        if (file instanceof Value.ObjectOf entry
            && entry.field("path") instanceof Value.Text(String place)
            && entry.field("source") instanceof Value.Text(String source)) {
          digest(instance, source, findings)
              .ifPresent(digest -> found.put(place, Value.text(digest)));
        }
      }
    }
    return found.isEmpty() ? Map.of() : Map.of("file_digests", Value.MapOf.of(found));
  }

  /** The SHA-256 of each source in hex, as it was when a resource with these values was planned. */
  public static Map<String, String> planned(Map<String, Value> values) {
    Map<String, String> found = new TreeMap<>();
    if (values.get("files") instanceof Value.SetOf(var files)
        && values.get("file_digests") instanceof Value.MapOf(var digests)) {
      for (Value file : files) {
        if (file instanceof Value.ObjectOf entry
            && entry.field("path") instanceof Value.Text(String place)
            && entry.field("source") instanceof Value.Text(String source)
            && digests.get(place) instanceof Value.Text(String digest)) {
          found.put(source, digest.substring(SHA256.length()));
        }
      }
    }
    return found;
  }

  private Optional<String> digest(Instance instance, String source, List<Finding> findings) {
    Path file = project.resolve(source).normalize();
    try (InputStream in = Files.newInputStream(file);
        DigestOutputStream sum =
            new DigestOutputStream(OutputStream.nullOutputStream(), ContextDigest.sha256())) {
      in.transferTo(sum);
      byte[] digest = sum.getMessageDigest().digest();
      return Optional.of(SHA256 + HexFormat.of().formatHex(digest));
    } catch (IOException e) {
      findings.add(
          new Finding(
              LocalCodes.NO_FILE,
              instance.address(),
              Optional.of(dev.dvl.compiler.value.Path.of("files")),
              "the file `" + file + "` cannot be read",
              List.of()));
      return Optional.empty();
    }
  }
}
