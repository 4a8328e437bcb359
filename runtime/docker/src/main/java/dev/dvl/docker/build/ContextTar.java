package dev.dvl.docker.build;

import dev.dvl.engine.local.BuildContext;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** A build context as the archive that the engine wants. */
public final class ContextTar {
  private ContextTar() {}

  /** Writes the whole archive; the stream stays open. */
  public static void write(BuildContext context, OutputStream out) throws IOException {
    try (Tar tar = new Tar(out)) {
      for (Map.Entry<String, Path> entry : context.entries().entrySet()) {
        write(tar, entry.getKey(), entry.getValue());
      }
    }
  }

  private static void write(Tar tar, String name, Path path) throws IOException {
    if (Files.isSymbolicLink(path)) {
      tar.link(name, Files.readSymbolicLink(path).toString());
    } else if (Files.isDirectory(path)) {
      tar.folder(name, BuildContext.mode(path));
    } else {
      try (InputStream content = Files.newInputStream(path)) {
        tar.file(name, BuildContext.mode(path), Files.size(path), content);
      }
    }
  }
}
