package dev.dvl.cli.command;

import dev.dvl.cli.project.Reason;
import dev.dvl.engine.plan.StackFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.stream.Stream;

/** {@code dvl init}: writes a small program that plans at once. */
final class InitCommand implements Command {
  private static final String MAIN = "main.dvl";
  private static final String IGNORE = ".gitignore";

  private static final String PROGRAM =
      """
      /// One web server on a Docker engine.
      module app { edition = 2026 }

      param port: port = 8080

      host engine: docker {}

      container web {
        image = "nginx:1.27"
        ports = ["127.0.0.1:${port}:80"]
      }

      output url = "http://127.0.0.1:${port}/"
      """;

  @Override
  public String name() {
    return "init";
  }

  @Override
  public List<String> examples() {
    return List.of("dvl init shop", "dvl plan shop --sandbox");
  }

  @Override
  public String about() {
    return "Writes a small program into a folder, which is made where it is missing: main.dvl,"
        + " .gitignore,\nand dvl.stack, which says whose the objects are. Writes over nothing.";
  }

  @Override
  public void describe(Spec spec) {
    Options.operand(spec, "PATH", "the folder (default: this folder)");
  }

  @Override
  public Exit run(Invocation invocation) throws Refusal {
    String name = invocation.operand(0).orElse(".");
    Path folder = invocation.path(name);
    try {
      Files.createDirectories(folder);
      free(name, folder);
      Files.writeString(folder.resolve(MAIN), PROGRAM, StandardOpenOption.CREATE_NEW);
      if (!Files.exists(folder.resolve(IGNORE))) {
        Files.writeString(folder.resolve(IGNORE), ".dvl/\n", StandardOpenOption.CREATE_NEW);
      }
      StackFile.write(folder, StackFile.fresh());
    } catch (IOException problem) {
      throw refusal("Nothing can be written in `" + name + "`: " + Reason.of(problem) + ".");
    }
    invocation.terminal().out().println("written: main.dvl, .gitignore, dvl.stack");
    invocation.terminal().out().println("next: dvl plan " + name + " --sandbox");
    return Exit.DONE;
  }

  /** A folder with a program, or with the id of one, is left as it is. */
  private static void free(String name, Path folder) throws Refusal, IOException {
    if (Files.exists(folder.resolve("dvl.stack"), LinkOption.NOFOLLOW_LINKS)) {
      throw refusal("`" + name + "` holds `dvl.stack` already.");
    }
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.sorted().toList()) {
        if (file.getFileName().toString().endsWith(".dvl") && Files.isRegularFile(file)) {
          throw refusal("`" + name + "` holds a program already: `" + file.getFileName() + "`.");
        }
      }
    }
  }

  private static Refusal refusal(String why) {
    return Refusal.of(Exit.WRONG, CommandCodes.NOT_WRITTEN, why);
  }
}
