package dev.dvl.cli.shipped;

import dev.dvl.cli.Dvl;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * The class path that dvl is shipped with: the command line, and what its pom needs at run time.
 *
 * @param entries jars, and folders of classes
 */
record ShippedClassPath(List<Path> entries) {

  ShippedClassPath {
    entries = List.copyOf(entries);
  }

  /** As the build that runs this test has found it. */
  static ShippedClassPath here() {
    try (InputStream in = ShippedClassPath.class.getResourceAsStream("/shipped.classpath")) {
      String text =
          new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8).strip();
      return new ShippedClassPath(
          Stream.concat(
                  Stream.of(ownClasses()), Stream.of(text.split(File.pathSeparator)).map(Path::of))
              .toList());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The jars of others. */
  List<Path> libraries() {
    return entries.stream()
        .filter(Files::isRegularFile)
        .filter(it -> !it.getFileName().toString().startsWith("dvl-"))
        .toList();
  }

  /** The same without one entry. */
  ShippedClassPath without(Path entry) {
    return new ShippedClassPath(entries.stream().filter(it -> !it.equals(entry)).toList());
  }

  /** A loader that sees this and the JDK, and nothing of the tests. */
  URLClassLoader loader() {
    return new URLClassLoader(
        entries.stream().map(ShippedClassPath::url).toArray(URL[]::new),
        ClassLoader.getPlatformClassLoader());
  }

  private static Path ownClasses() {
    URL location = Dvl.class.getProtectionDomain().getCodeSource().getLocation();
    return Path.of(URI.create(location.toString()));
  }

  private static URL url(Path entry) {
    try {
      return entry.toUri().toURL();
    } catch (MalformedURLException e) {
      throw new IllegalStateException(e);
    }
  }
}
