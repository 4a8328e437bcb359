package dev.dvl.packaging;

import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The last step of a build. Flattens dvl's own jars in a folder, then makes the caches of loaded
 * classes beside them: one for commands that ask no server, and one for those that do. All classes
 * of a cache are there from the start, and those that talk to servers are as many as the others.
 * Without these steps dvl is slower and otherwise the same, so that a failure is told in a line and
 * ends nothing.
 */
public final class Packaging {
  private Packaging() {}

  /**
   * Finishes a build.
   *
   * @param args the folder with the jars, and a folder with a program to train with, which stays as
   *     it is
   */
  public static void main(String[] args) throws IOException {
    Path app = Path.of(args[0]);
    List<Path> jars = jars(app);
    told("is slower than it could be: its classes could not be flattened", () -> flatten(jars));
    told(
        "starts slower than it could: its caches of classes could not be made",
        () -> {
          cached(jars, app.resolve("dvl.aot")).alone(Path.of(args[1]));
          cached(jars, app.resolve("servers.aot")).withServers(Path.of(args[1]));
        });
  }

  private static Training cached(List<Path> jars, Path cache) {
    return new Training(jars, List.of("-XX:AOTCacheOutput=" + cache));
  }

  /** A step without which dvl does the same. */
  private interface Step {
    void take() throws IOException, InterruptedException;
  }

  private static void told(String consequence, Step step) {
    try {
      step.take();
    } catch (IOException | RuntimeException | LinkageError e) {
      System.err.println("dvl " + consequence + " (" + oneLine(e) + ")");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static String oneLine(Throwable e) {
    return String.valueOf(e.getMessage()).strip().replaceAll("\\s+", " ");
  }

  private static void flatten(List<Path> jars) throws IOException {
    try (URLClassLoader loader =
        new URLClassLoader(
            jars.stream().map(Packaging::url).toArray(URL[]::new),
            ClassLoader.getPlatformClassLoader())) {
      for (Path jar : jars) {
        if (jar.getFileName().toString().startsWith("dvl-")) {
          new Flattening(loader).rewrite(jar);
        }
      }
    }
  }

  /** In the order in which the start script puts them on the class path. */
  private static List<Path> jars(Path folder) throws IOException {
    List<Path> jars = new ArrayList<>();
    try (DirectoryStream<Path> found = Files.newDirectoryStream(folder, "*.jar")) {
      found.forEach(jars::add);
    }
    return jars.stream().sorted().toList();
  }

  private static URL url(Path jar) {
    try {
      return jar.toUri().toURL();
    } catch (MalformedURLException e) {
      throw new IllegalStateException(e);
    }
  }
}
