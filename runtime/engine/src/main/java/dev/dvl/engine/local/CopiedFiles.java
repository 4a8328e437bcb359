package dev.dvl.engine.local;

import dev.dvl.compiler.ir.Instance;
import dev.dvl.compiler.schema.Attribute.Digest;
import dev.dvl.compiler.schema.KindSchema;
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
import java.util.SortedMap;
import java.util.TreeMap;

/** Hashes the files that objects get copies of. */
public final class CopiedFiles {
  private static final String SHA256 = "sha256:";

  private final Digested digested;
  private final Digest.Copies copies;

  CopiedFiles(Digested digested, Digest.Copies copies) {
    this.digested = digested;
    this.copies = copies;
  }

  /** The digests by place in the object; a file that cannot be read is a finding. */
  Optional<Value> digests(
      Path project, Map<String, Value> values, Instance instance, List<Finding> findings) {
    Map<String, Value> found = new TreeMap<>();
    sources(values)
        .forEach(
            (place, source) ->
                digest(project.resolve(source).normalize())
                    .ifPresentOrElse(
                        digest -> found.put(place, Value.text(digest)),
                        () ->
                            findings.add(
                                unreadable(project.resolve(source).normalize(), instance))));
    return found.isEmpty() ? Optional.empty() : Optional.of(Value.MapOf.of(found));
  }

  /** The SHA-256 of each source in hex, as it was when a resource with these values was planned. */
  public static Map<String, String> planned(KindSchema kind, Map<String, Value> values) {
    Map<String, String> found = new TreeMap<>();
    for (Digested it : Digested.of(kind)) {
      if (it.digest() instanceof Digest.Copies copies) {
        it.beside(values).ifPresent(beside -> new CopiedFiles(it, copies).planned(beside, found));
      }
    }
    return found;
  }

  private void planned(Map<String, Value> values, Map<String, String> found) {
    if (values.get(digested.name()) instanceof Value.MapOf(var digests)) {
      sources(values)
          .forEach(
              (place, source) -> {
                if (digests.get(place) instanceof Value.Text(String digest)) {
                  found.put(source, digest.substring(SHA256.length()));
                }
              });
    }
  }

  /** The files by the places of their copies. */
  private SortedMap<String, String> sources(Map<String, Value> values) {
    SortedMap<String, String> sources = new TreeMap<>();
    String by = digested.by(copies.attribute()).orElse("");
    if (values.get(copies.attribute()) instanceof Value.SetOf(var files)) {
      for (Value file : files) {
        if (file instanceof Value.ObjectOf entry
            && entry.field(by) instanceof Value.Text(String place)
            && entry.field(copies.source()) instanceof Value.Text(String source)) {
          sources.put(place, source);
        }
      }
    }
    return sources;
  }

  private static Optional<String> digest(Path file) {
    try (InputStream in = Files.newInputStream(file);
        DigestOutputStream sum =
            new DigestOutputStream(OutputStream.nullOutputStream(), ContextDigest.sha256())) {
      in.transferTo(sum);
      byte[] digest = sum.getMessageDigest().digest();
      return Optional.of(SHA256 + HexFormat.of().formatHex(digest));
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private Finding unreadable(Path file, Instance instance) {
    return new Finding(
        LocalCodes.NO_FILE,
        instance.address(),
        Optional.of(digested.path(copies.attribute())),
        "the file `" + file + "` cannot be read",
        List.of());
  }
}
