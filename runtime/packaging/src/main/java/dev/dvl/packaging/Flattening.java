package dev.dvl.packaging;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Enumeration;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/**
 * Rewrites jars of dvl's own: classes with {@link PatternSwitches} and {@link RecordMethods},
 * everything else as it is.
 *
 * @param loader knows all classes that those in the jars name
 */
record Flattening(ClassLoader loader) {

  /** Rewrites one jar; where that fails the jar is as it was. */
  void rewrite(Path jar) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipFile from = new ZipFile(jar.toFile());
        ZipOutputStream to = new ZipOutputStream(bytes)) {
      for (Enumeration<? extends ZipEntry> all = from.entries(); all.hasMoreElements(); ) {
        ZipEntry entry = all.nextElement();
        to.putNextEntry(new ZipEntry(entry.getName()));
        to.write(content(entry.getName(), from.getInputStream(entry).readAllBytes()));
        to.closeEntry();
      }
    }
    Path done = jar.resolveSibling(jar.getFileName() + ".new");
    Files.write(done, bytes.toByteArray());
    Files.move(done, jar, StandardCopyOption.REPLACE_EXISTING);
  }

  private byte[] content(String name, byte[] bytes) {
    return name.endsWith(".class")
        ? RecordMethods.flatten(PatternSwitches.flatten(bytes, loader), loader)
        : bytes;
  }
}
