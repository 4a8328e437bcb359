package dev.dvl.docker.write;

import dev.dvl.compiler.value.Value;
import dev.dvl.docker.Codes;
import dev.dvl.docker.connect.Connector.Connected;
import dev.dvl.docker.kind.DockerEngine;
import dev.dvl.docker.kind.DockerKind;
import dev.dvl.docker.kind.Primitive;
import dev.dvl.docker.kind.Problems;
import dev.dvl.docker.kind.Site;
import dev.dvl.docker.registry.Credentials;
import dev.dvl.engine.change.Op;
import dev.dvl.engine.provider.Begun;
import dev.dvl.engine.provider.CallArguments;
import dev.dvl.engine.provider.Cancel;
import dev.dvl.engine.provider.Done;
import dev.dvl.engine.provider.HostProblem;
import dev.dvl.engine.provider.OpProblem;
import dev.dvl.engine.provider.Probe;
import dev.dvl.engine.provider.Run;
import dev.dvl.engine.provider.Writer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;

/** Finds the primitive that an op names, and gives its failures their codes. */
public final class DockerWriter implements Writer {
  private final Connected connected;
  private final Map<String, Primitive<?>> primitives = new HashMap<>();

  /**
   * @param project the folder that build contexts and files are relative to
   */
  public DockerWriter(
      Connected connected, Path project, Credentials credentials, List<DockerKind> kinds) {
    this.connected = connected;
    Site site = new Site(new DockerEngine(connected.api()), project, credentials);
    kinds.forEach(kind -> primitives.putAll(kind.primitives(site)));
  }

  @Override
  public Done execute(Op op, SortedMap<String, Value> filled, Run run) throws OpProblem {
    return execute(primitive(op), filled, run);
  }

  private static <A extends CallArguments> Done execute(
      Primitive<A> primitive, SortedMap<String, Value> filled, Run run) throws OpProblem {
    A args = CallArguments.read(primitive.arguments(), filled);
    if (run.cancel().asked()) {
      throw Problems.cancelled(primitive.failing(args));
    }
    try {
      return primitive.run(args, run);
    } catch (IOException | RuntimeException e) {
      throw Problems.of(primitive.failing(args), e, refusal -> primitive.refused(args, refusal));
    }
  }

  @Override
  public Probe probe(Op op, SortedMap<String, Value> filled, Begun begun, Cancel cancel)
      throws HostProblem {
    try {
      return probe(primitive(op), filled);
    } catch (IOException e) {
      throw new HostProblem(
          Codes.LOST,
          "The connection to the Docker engine at " + connected.named() + " was lost.",
          e);
    }
  }

  private static <A extends CallArguments> Probe probe(
      Primitive<A> primitive, SortedMap<String, Value> filled) throws IOException {
    return primitive.probe(CallArguments.read(primitive.arguments(), filled));
  }

  private Primitive<?> primitive(Op op) {
    Primitive<?> found = primitives.get(op.call());
    if (found == null) {
      throw new IllegalArgumentException("no such call on a Docker engine: " + op.call());
    }
    return found;
  }
}
