package dev.dvl.docker.container.write;

import dev.dvl.docker.build.Tar;
import dev.dvl.docker.container.plan.ContainerArguments.Upload;
import dev.dvl.docker.kind.DockerEngine;
import dev.dvl.docker.kind.Primitive;
import dev.dvl.docker.kind.Problems;
import dev.dvl.engine.local.LocalCodes;
import dev.dvl.engine.provider.Done;
import dev.dvl.engine.provider.OpProblem;
import dev.dvl.engine.provider.Probe;
import dev.dvl.engine.provider.Run;
import dev.dvl.stdlib.File;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** {@code container.upload}: one file into a container that does not run yet. */
record UploadFile(DockerEngine engine, Path project) implements Primitive<Upload> {
  private static final int OCTAL = 8;

  @Override
  public Class<Upload> arguments() {
    return Upload.class;
  }

  @Override
  public String failing(Upload args) {
    return "file `" + File.of(args.file()).path() + "` cannot be written into a container";
  }

  @Override
  public Done run(Upload args, Run run) throws IOException, OpProblem {
    File file = File.of(args.file());
    String[] owner = file.owner().split(":", 2);
    Path into = Path.of(args.into().orElse("/"));
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (Tar tar = new Tar(bytes)) {
      tar.file(
          into.relativize(Path.of("/").resolve(file.path()).normalize()).toString(),
          Integer.parseInt(file.mode(), OCTAL),
          Integer.parseInt(owner[0]),
          Integer.parseInt(owner[1]),
          content(file));
    }
    engine
        .client()
        .containers()
        .upload(args.container(), new ByteArrayInputStream(bytes.toByteArray()), into.toString());
    return Done.NOTHING;
  }

  /** Writing it once more does no harm. */
  @Override
  public Probe probe(Upload args) {
    return new Probe.NotDone();
  }

  private byte[] content(File file) throws OpProblem {
    Optional<String> text = file.text();
    if (text.isPresent()) {
      return text.get().getBytes(StandardCharsets.UTF_8);
    }
    Path source = project.resolve(file.source().orElse(""));
    try {
      return Files.readAllBytes(source);
    } catch (IOException e) {
      throw Problems.notDone(LocalCodes.NO_FILE, "The file `" + source + "` cannot be read.");
    }
  }
}
