package dev.dvl.cli.world;

import dev.dvl.engine.live.Stack;
import dev.dvl.engine.plan.StackFile;
import java.io.IOException;
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
    Stack stack = new Stack(id.orElseGet(StackFile::fresh), name.orElse(DEFAULT_NAME));
    return new StackIdentity(stack, folder, id.isEmpty());
  }

  /** Writes a fresh id down. */
  public void keep() throws IOException {
    if (fresh) {
      Files.createDirectories(folder);
      StackFile.write(folder, stack.id());
    }
  }
}
