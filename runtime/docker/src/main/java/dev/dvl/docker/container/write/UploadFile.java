package dev.dvl.docker.container.write;

import dev.dvl.compiler.diagnostic.Code;
import dev.dvl.docker.Codes;
import dev.dvl.docker.build.Tar;
import dev.dvl.docker.container.plan.ContainerArguments.Upload;
import dev.dvl.docker.kind.DockerEngine;
import dev.dvl.docker.kind.Primitive;
import dev.dvl.docker.kind.Problems;
import dev.dvl.docker.wire.Answer;
import dev.dvl.docker.wire.Call;
import dev.dvl.docker.wire.EngineError;
import dev.dvl.docker.wire.Json;
import dev.dvl.docker.wire.JsonText;
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
import java.util.Base64;
import java.util.Map;
import java.util.Optional;

/** {@code container.upload}: one file into a container that does not run yet. */
record UploadFile(DockerEngine engine, Path project) implements Primitive<Upload> {
  private static final int OCTAL = 8;

  /** The mark of a folder in the engine's modes of files, which are those of Go. */
  private static final long FOLDER = 1L << 31;

  @Override
  public Class<Upload> arguments() {
    return Upload.class;
  }

  @Override
  public String failing(Upload args) {
    return "file `" + File.of(args.file()).path() + "` cannot be written into a container";
  }

  @Override
  public Code refused(Upload args, EngineError refusal) {
    return isFolder(args) ? Codes.FOLDER : Primitive.super.refused(args, refusal);
  }

  /** Whether a folder stands where the file is to be. */
  private boolean isFolder(Upload args) {
    String path = "/containers/" + Call.encode(args.container()) + "/archive";
    Map<String, String> query = Map.of("path", File.of(args.file()).path());
    try (Answer there = engine.api().stream(Call.head(Call.query(path, query)))) {
      String told = there.header("x-docker-container-path-stat");
      Json stat =
          JsonText.read(new String(Base64.getDecoder().decode(told), StandardCharsets.UTF_8));
      return (stat.at("mode").number() & FOLDER) != 0;
    } catch (IOException unknown) {
      return false;
    }
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
