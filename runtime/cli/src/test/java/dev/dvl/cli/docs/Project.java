package dev.dvl.cli.docs;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.dvl.cli.Dvl;
import dev.dvl.cli.command.Exit;
import dev.dvl.cli.terminal.Terminal;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A copy of what a user has in a clone: the examples, and {@code ./dvl}, which here runs the
 * classes under test.
 */
record Project(Path folder) {

  /** The folder of the project that the running test belongs to. */
  static final Path ROOT = root();

  private static final int COLUMNS = 100;

  /** What a run of dvl leaves in a folder. */
  private static final Pattern LOCAL = Pattern.compile(".*/(\\.dvl(/.*)?|dvl\\.stack)");

  /** What a command gave back; both streams, as they came. */
  record Ran(int exit, String output) {}

  /** Makes a copy in an empty folder. */
  static Project in(Path folder) throws IOException {
    copy(ROOT.resolve("examples"), folder.resolve("examples"));
    Path dvl = folder.resolve("dvl");
    Files.writeString(dvl, script(folder));
    if (!dvl.toFile().setExecutable(true)) {
      throw new IOException("cannot make " + dvl + " executable");
    }
    return new Project(folder);
  }

  /** The engine for tests, in the form of {@code DOCKER_HOST}. */
  static Optional<String> engine() {
    return Optional.ofNullable(System.getenv("DVL_TEST_DOCKER")).filter(it -> !it.isEmpty());
  }

  void write(String file, String text) throws IOException {
    Path path = folder.resolve(file);
    Files.createDirectories(path.getParent());
    Files.writeString(path, text);
  }

  /** Runs dvl in this process, with nothing set in its environment. */
  Ran here(String... arguments) {
    ByteArrayOutputStream output = new ByteArrayOutputStream();
    PrintStream stream = new PrintStream(output, false, UTF_8);
    Terminal terminal =
        new Terminal(
            InputStream.nullInputStream(),
            stream,
            stream,
            Map.of(),
            folder,
            folder,
            Terminal.People.NONE,
            COLUMNS);
    Exit exit = Dvl.run(arguments, terminal);
    stream.flush();
    return new Ran(exit.code(), output.toString(UTF_8));
  }

  /**
   * Runs a command in the copy's folder, without a terminal and without settings of the machine.
   */
  Ran run(Map<String, String> environment, List<String> command) throws IOException {
    Path input = Files.createTempFile(folder, "input", "");
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectInput(input.toFile());
    Map<String, String> settings = builder.environment();
    settings.keySet().removeIf(it -> it.startsWith("DVL_") || it.startsWith("DOCKER_"));
    settings.put("XDG_STATE_HOME", folder.resolve(".state").toString());
    settings.put("LC_ALL", "C.UTF-8");
    settings.putAll(environment);
    Process process = builder.start();
    String output = new String(process.getInputStream().readAllBytes(), UTF_8);
    Files.delete(input);
    try {
      return new Ran(process.waitFor(), output);
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while " + command + " ran", e);
    }
  }

  /** The copy is its user's home, too. */
  private static String script(Path home) {
    String classes =
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    return """
    #!/bin/sh
    exec '%s/bin/java' -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -Duser.language=en \\
      '-Duser.home=%s' --enable-native-access=ALL-UNNAMED -cp '%s' dev.dvl.cli.Dvl "$@"
    """
        .formatted(System.getProperty("java.home"), home, classes);
  }

  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.filter(it -> !LOCAL.matcher(it.toString()).matches()).toList()) {
        Path target = to.resolve(from.relativize(file));
        if (Files.isDirectory(file)) {
          Files.createDirectories(target);
        } else {
          Files.copy(file, target, StandardCopyOption.COPY_ATTRIBUTES);
        }
      }
    }
  }

  private static Path root() {
    for (Path root = Path.of("").toAbsolutePath(); root != null; root = root.getParent()) {
      if (Files.exists(root.resolve("mvnw"))) {
        return root;
      }
    }
    throw new IllegalStateException("no folder above this one holds the build's wrapper");
  }
}
