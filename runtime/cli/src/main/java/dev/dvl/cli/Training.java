package dev.dvl.cli;

import dev.dvl.cli.command.Exit;
import dev.dvl.cli.terminal.Terminal;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * What a build runs to make the cache of loaded classes: the commands that people wait for, with
 * nothing of the user's, in the sandbox, on an engine and on a vCenter that only seem to be such.
 */
public final class Training {
  private static final int COLUMNS = 100;

  private Training() {}

  /** A command, and how it must end. */
  private record Lesson(Exit exit, List<String> words) {
    static Lesson of(Exit exit, String words) {
      return new Lesson(exit, List.of(words.split(" ")));
    }
  }

  /**
   * Runs them.
   *
   * @param args a folder with a program in {@code sandbox}; where there are servers to train on,
   *     one in {@code engine} and one in {@code vcenter}, which says where that is, and the engine
   *     at {@code socket}
   */
  public static void main(String[] args) {
    Path folder = Path.of(args[0]).toAbsolutePath();
    run(
        folder.resolve("sandbox"),
        folder.resolve("no-engine"),
        Lesson.of(Exit.DONE, "version"),
        Lesson.of(Exit.DONE, "check"),
        Lesson.of(Exit.WRONG, "check nowhere.dvl"),
        Lesson.of(Exit.DONE, "plan --sandbox"),
        Lesson.of(Exit.DONE, "plan --sandbox --json"),
        Lesson.of(Exit.DONE, "apply --sandbox --yes"),
        Lesson.of(Exit.DONE, "plan --sandbox"),
        Lesson.of(Exit.NO_CONNECTION, "plan"),
        Lesson.of(Exit.DONE, "explain DVL0101"));
    if (Files.isDirectory(folder.resolve("engine"))) {
      onServers(folder);
    }
  }

  private static void onServers(Path folder) {
    run(
        folder.resolve("engine"),
        folder.resolve("socket"),
        Lesson.of(Exit.DONE, "plan"),
        Lesson.of(Exit.DONE, "apply --yes"),
        Lesson.of(Exit.DONE, "plan"),
        Lesson.of(Exit.DONE, "destroy --yes"));
    run(folder.resolve("vcenter"), folder.resolve("no-engine"), Lesson.of(Exit.DONE, "plan"));
  }

  private static void run(Path folder, Path socket, Lesson... lessons) {
    for (Lesson lesson : lessons) {
      ByteArrayOutputStream said = new ByteArrayOutputStream();
      Terminal terminal =
          terminal(folder, socket, new PrintStream(said, false, StandardCharsets.UTF_8));
      Exit exit = Dvl.run(lesson.words().toArray(String[]::new), terminal);
      terminal.flush();
      if (!exit.equals(lesson.exit())) {
        System.err.println(
            "`dvl "
                + String.join(" ", lesson.words())
                + "` ended with "
                + exit
                + ": "
                + said.toString(StandardCharsets.UTF_8));
        System.exit(Exit.FAILED.code());
      }
    }
  }

  private static Terminal terminal(Path folder, Path socket, PrintStream out) {
    Map<String, String> environment =
        Map.of(
            "DOCKER_HOST",
            "unix://" + socket,
            "VSPHERE_PASSWORD",
            "training",
            "XDG_STATE_HOME",
            folder.toString());
    return new Terminal(
        InputStream.nullInputStream(),
        out,
        out,
        environment,
        folder,
        folder,
        Terminal.People.NONE,
        COLUMNS);
  }
}
