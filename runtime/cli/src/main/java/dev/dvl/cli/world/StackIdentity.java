package dev.dvl.cli.world;

import dev.dvl.engine.ledger.StackFolder;
import dev.dvl.engine.live.Stack;
import dev.dvl.engine.plan.StackFile;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Which stack a run is about. A program that was never applied gets an id of its own, which {@link
 * #keep} writes down; the sandbox has one of its own, out of sight.
 *
 * @param folder in which the stack file lies
 * @param fresh whether the id was made just now and is in no file
 */
public record StackIdentity(Stack stack, Path folder, boolean fresh) {
  public static final String DEFAULT_NAME = "default";

  /** The identity of the program in {@code project}; a damaged stack file is an IOException. */
  public static StackIdentity of(Path project, boolean sandbox, Optional<String> name)
      throws IOException {
    Path folder = sandbox ? project.resolve(".dvl") : project;
    Optional<String> id = StackFile.read(folder);
    if (id.isEmpty() && !sandbox) {
      lost(project);
    }
    Stack stack = new Stack(id.orElseGet(StackFile::fresh), name.orElse(DEFAULT_NAME));
    return new StackIdentity(stack, folder, id.isEmpty());
  }

  /** A ledger without a stack file: a fresh id would leave behind all that the stack made. */
  private static void lost(Path project) throws IOException {
    Optional<String> sandbox = StackFile.read(project.resolve(".dvl"));
    for (String name : StackFolder.all(project)) {
      String id = name.substring(0, StackFile.LENGTH);
      if (!sandbox.equals(Optional.of(id))) {
        throw new IOException(
            "there is none, but a ledger of the stack `"
                + id
                + "`: write this into `"
                + StackFile.in(project)
                + "`, or delete `"
                + project.resolve(".dvl").resolve(name)
                + "` to leave behind what that stack made");
      }
    }
  }

  /**
   * Writes a fresh id down.
   *
   * @throws FileAlreadyExistsException when another first run has written one meanwhile
   */
  public void keep() throws IOException {
    if (fresh) {
      Files.createDirectories(folder);
      StackFile.write(folder, stack.id());
    }
  }
}
