package dev.dvl.docker.build;

import dev.dvl.engine.local.BuildContext;
import dev.dvl.engine.local.ContextDigest;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.Map;
import java.util.Optional;

/** A build context as the archive that the engine wants. */
public final class ContextTar {
  private ContextTar() {}

  /**
   * Packs the files. An archive without an end is all that comes of files that cannot be read, and
   * of others than those that were planned with. The stream stays open.
   *
   * @param planned what the context's digest was when the build was planned, where it was
   */
  public static void write(BuildContext context, OutputStream out, Optional<String> planned)
      throws IOException {
    Tar tar = new Tar(out);
    ContextDigest digest = new ContextDigest();
    for (Map.Entry<String, Path> entry : context.entries().entrySet()) {
      try {
        write(tar, digest, entry.getKey(), entry.getValue());
      } catch (NoSuchFileException e) {
        throw new IOException("`" + entry.getKey() + "` vanished while it was read", e);
      }
    }
    if (planned.isPresent() && !planned.get().equals(digest.text())) {
      throw new IOException("its files are not as they were when the build was planned");
    }
    tar.close();
  }

  private static void write(Tar tar, ContextDigest digest, String name, Path path)
      throws IOException {
    if (Files.isSymbolicLink(path)) {
      String target = Files.readSymbolicLink(path).toString();
      digest.link(name, target);
      tar.link(name, target);
    } else if (Files.isDirectory(path)) {
      int mode = BuildContext.mode(path);
      digest.folder(name, mode);
      tar.folder(name, mode);
    } else {
      MessageDigest content = ContextDigest.sha256();
      int mode = BuildContext.mode(path);
      try (InputStream in = Files.newInputStream(path)) {
        tar.file(name, mode, Files.size(path), new DigestInputStream(in, content));
      }
      digest.file(name, mode, content.digest());
    }
  }
}
