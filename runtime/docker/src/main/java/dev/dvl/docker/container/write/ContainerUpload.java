package dev.dvl.docker.container.write;

import dev.dvl.docker.build.Tar;
import dev.dvl.docker.kind.Engine;
import dev.dvl.docker.kind.Primitive;
import dev.dvl.docker.kind.Problems;
import dev.dvl.engine.local.LocalCodes;
import dev.dvl.engine.provider.Done;
import dev.dvl.engine.provider.OpProblem;
import dev.dvl.engine.provider.Probe;
import dev.dvl.engine.provider.Run;
import dev.dvl.engine.provider.Wanted;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** {@code container.upload}: one file into a container that does not run yet. */
public record ContainerUpload(Engine engine, Path project) implements Primitive {
  private static final int OCTAL = 8;

  @Override
  public String failing(Wanted args) {
    return "file `" + path(args) + "` cannot be written into a container";
  }

  @Override
  public Done run(Wanted args, Run run) throws IOException, OpProblem {
    Wanted file = Wanted.of(args.value("file"));
    String[] owner = file.text("owner").orElse("0:0").split(":", 2);
    Path into = Path.of(args.text("into").orElse("/"));
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (Tar tar = new Tar(bytes)) {
      tar.file(
          into.relativize(Path.of("/").resolve(path(args)).normalize()).toString(),
          Integer.parseInt(file.text("mode").orElse("0644"), OCTAL),
          Integer.parseInt(owner[0]),
          Integer.parseInt(owner[1]),
          content(file));
    }
    engine
        .client()
        .containers()
        .upload(
            args.text("container").orElseThrow(),
            new ByteArrayInputStream(bytes.toByteArray()),
            into.toString());
    return Done.NOTHING;
  }

  /** Writing it once more does no harm. */
  @Override
  public Probe probe(Wanted args) {
    return new Probe.NotDone();
  }

  private byte[] content(Wanted file) throws OpProblem {
    Optional<String> text = file.text("text");
    if (text.isPresent()) {
      return text.get().getBytes(StandardCharsets.UTF_8);
    }
    Path source = project.resolve(file.text("source").orElse(""));
    try {
      return Files.readAllBytes(source);
    } catch (IOException e) {
      throw Problems.notDone(LocalCodes.NO_FILE, "The file `" + source + "` cannot be read.");
    }
  }

  private static String path(Wanted args) {
    return Wanted.of(args.value("file")).text("path").orElse("");
  }
}
