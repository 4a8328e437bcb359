package dev.dvl.vsphere.file;

import dev.dvl.stdlib.DatastoreFileSpec;
import dev.dvl.vsphere.kind.Site;
import dev.dvl.vsphere.session.Fault;
import dev.dvl.vsphere.session.VSphereException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;

/**
 * What is uploaded: a local file, or a text that stands in a file of its own for as long as that
 * takes, which only the user can read.
 */
record Sources(Path file, boolean passing) implements AutoCloseable {

  static Path file(Site site, String source) {
    return site.spec().project().resolve(source);
  }

  static Sources of(Site site, DatastoreFileSpec want) throws VSphereException {
    Optional<String> source = want.source();
    if (source.isPresent()) {
      return new Sources(file(site, source.get()), false);
    }
    try {
      Path passing = Files.createTempFile("dvl", ".upload");
      Files.write(passing, want.text().orElse("").getBytes(StandardCharsets.UTF_8));
      return new Sources(passing, true);
    } catch (IOException failed) {
      throw new VSphereException(
          Fault.of(Fault.Kind.REQUEST, "The text cannot be written to a file.", ""), failed);
    }
  }

  /** The SHA-256 of a file, in hex. */
  static String digest(Path file) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      try (InputStream in = new DigestInputStream(Files.newInputStream(file), digest)) {
        in.transferTo(java.io.OutputStream.nullOutputStream());
      }
      return HexFormat.of().formatHex(digest.digest());
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    } catch (NoSuchAlgorithmException missing) {
      throw new IllegalStateException("the JDK lacks a standard algorithm", missing);
    }
  }

  @Override
  public void close() {
    if (passing) {
      try {
        Files.deleteIfExists(file);
      } catch (IOException left) {
        throw new UncheckedIOException(left);
      }
    }
  }
}
