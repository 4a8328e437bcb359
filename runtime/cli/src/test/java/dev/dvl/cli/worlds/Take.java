package dev.dvl.cli.worlds;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * One recording of a scene with one version of dvl: applies its programs one after the other, the
 * last one being what the world wants, and kills the last run where the scene says which calls to
 * hold.
 *
 * @param scene a folder with {@code main-1.dvl}, {@code main-2.dvl} …, what they read, and maybe
 *     {@code held} and {@code strangers}
 * @param dvl the command to record
 * @param folder where the program is while it is recorded
 */
record Take(Path scene, Path dvl, Path folder, Stage stage) {
  private static final List<String> APPLY =
      List.of("apply", "--yes", "--allow", "data_loss", "--progress", "plain");
  private static final List<String> PLAN =
      List.of("plan", "-o", "saved.plan", "--param", "release=2", "--allow", "data_loss");
  private static final int PATIENCE_SECONDS = 300;

  void keep(World world) throws IOException, InterruptedException {
    try {
      make();
      store(world);
    } finally {
      stage.clear(folder);
    }
  }

  private void make() throws IOException, InterruptedException {
    Files.createDirectories(folder);
    List<Path> programs = programs();
    for (Path program : programs) {
      Files.copy(program, folder.resolve("main.dvl"), StandardCopyOption.REPLACE_EXISTING);
      if (cuts() && program.equals(programs.getLast())) {
        cut();
      } else {
        run(APPLY);
      }
    }
    run(PLAN);
  }

  private boolean cuts() {
    return Files.exists(scene.resolve("held"));
  }

  /** In their order; all else is copied beside them. */
  private List<Path> programs() throws IOException {
    List<Path> programs = new ArrayList<>();
    try (Stream<Path> files = Files.list(scene)) {
      for (Path file : files.sorted().toList()) {
        String name = file.getFileName().toString();
        if (name.matches("main-[0-9]\\.dvl")) {
          programs.add(file);
        } else if (!Set.of("held", "strangers").contains(name)) {
          World.copy(file, folder.resolve(name));
        }
      }
    }
    return programs;
  }

  private void cut() throws IOException, InterruptedException {
    Process apply = process(APPLY, stage.hold()).start();
    try {
      stage.awaitHeld();
    } finally {
      apply.destroyForcibly();
    }
    apply.waitFor();
  }

  private void run(List<String> words) throws IOException, InterruptedException {
    Process process = process(words, Map.of()).start();
    if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
      process.destroyForcibly();
      throw new IOException(words + " has not ended");
    }
    if (process.exitValue() != 0) {
      throw new IOException(words + ": " + Files.readString(said()));
    }
  }

  private ProcessBuilder process(List<String> words, Map<String, String> more) {
    List<String> command = new ArrayList<>(List.of(dvl.toString()));
    command.addAll(words);
    command.addAll(stage.options());
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(said().toFile());
    Map<String, String> environment = new HashMap<>(stage.environment());
    environment.putAll(Again.SECRETS);
    environment.put("XDG_STATE_HOME", folder.resolveSibling("state").toString());
    environment.putAll(more);
    builder.environment().putAll(environment);
    return builder;
  }

  private Path said() {
    return folder.resolveSibling("said");
  }

  private void store(World world) throws IOException {
    Files.createDirectories(world.folder());
    World.copy(folder.resolve(".dvl"), world.ledger());
    World.remove(folder.resolve(".dvl"));
    String plan = Files.readString(folder.resolve("saved.plan"), StandardCharsets.UTF_8);
    Files.delete(folder.resolve("saved.plan"));
    Files.writeString(world.savedPlan(), plan.replace(folder.toString(), KeptFiles.FOLDER));
    World.copy(folder, world.program());
    stage.keep(world);
  }
}
