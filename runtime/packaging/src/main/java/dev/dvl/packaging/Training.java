package dev.dvl.packaging;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Runs dvl's own training in a process of its own; on servers that is an engine that takes
 * everything and a vCenter that has always the same answers.
 *
 * @param classPath that dvl is run with
 * @param flags for Java
 */
public record Training(List<Path> classPath, List<String> flags) {
  private static final String ENGINE = "engine.dvl";
  private static final String VCENTER = "vcenter.dvl";

  /** Both are kept as they are. */
  public Training {
    classPath = List.copyOf(classPath);
    flags = List.copyOf(flags);
  }

  /**
   * Trains with a copy of a program in the sandbox.
   *
   * @throws IOException where a command did not end as it should; what it said is the message
   */
  public void alone(Path program) throws IOException, InterruptedException {
    Path folder = Files.createTempDirectory("dvl");
    try {
      copy(program, folder.resolve("sandbox"));
      train(folder);
    } finally {
      delete(folder);
    }
  }

  /**
   * Trains with a copy of a program in the sandbox, and with programs of its own on servers.
   *
   * @throws IOException where a command did not end as it should; what it said is the message
   */
  public void withServers(Path program) throws IOException, InterruptedException {
    Path folder = Files.createTempDirectory("dvl");
    try (StandInEngine _ = StandInEngine.at(folder.resolve("socket"));
        StandInVCenter vcenter = StandInVCenter.start(ServerKey.in(folder.resolve("key")))) {
      copy(program, folder.resolve("sandbox"));
      write(text(ENGINE), folder.resolve("engine").resolve(ENGINE));
      write(vcenter.reached(text(VCENTER)), folder.resolve("vcenter").resolve(VCENTER));
      train(folder);
    } finally {
      delete(folder);
    }
  }

  private static String text(String name) throws IOException {
    try (InputStream in = Training.class.getResourceAsStream(name)) {
      return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static void write(String text, Path file) throws IOException {
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  private void train(Path folder) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(flags);
    command.addAll(List.of("-XX:+UseSerialGC", "-Ddvl.tty=", "-cp"));
    command.add(
        classPath.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator)));
    command.addAll(List.of("dev.dvl.cli.Training", folder.toString()));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    process.getOutputStream().close();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (process.waitFor() != 0) {
      throw new IOException(said);
    }
  }

  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> all = Files.walk(from)) {
      for (Path one : all.toList()) {
        Files.copy(one, to.resolve(from.relativize(one).toString()));
      }
    }
  }

  private static void delete(Path folder) throws IOException {
    Files.walkFileTree(
        folder,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            Files.delete(file);
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult postVisitDirectory(Path done, @Nullable IOException failure)
              throws IOException {
            Files.delete(done);
            return FileVisitResult.CONTINUE;
          }
        });
  }
}
