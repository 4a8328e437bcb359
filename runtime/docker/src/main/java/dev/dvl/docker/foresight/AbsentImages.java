package dev.dvl.docker.foresight;

import dev.dvl.compiler.value.Address;
import dev.dvl.docker.Codes;
import dev.dvl.docker.image.ImageArguments;
import dev.dvl.docker.image.ImageKind;
import dev.dvl.docker.image.ImageName;
import dev.dvl.docker.wire.Call;
import dev.dvl.docker.wire.EngineError;
import dev.dvl.engine.change.Op;
import dev.dvl.engine.live.Finding;
import dev.dvl.engine.provider.CallArguments;
import dev.dvl.engine.provider.HostProblem;
import dev.dvl.stdlib.ContainerAttribute;
import dev.dvl.stdlib.ImageAttribute;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** An image that is to be pulled and that its registry does not have. */
final class AbsentImages implements Foreseen.Rule {
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  @Override
  public List<Finding> refused(Prospect prospect) throws IOException {
    Map<String, Op> pulls = new LinkedHashMap<>();
    prospect.ops().stream()
        .filter(op -> op.request().call().equals(ImageKind.PULL))
        .forEach(op -> pulls.putIfAbsent(name(op), op));
    List<Finding> found = new ArrayList<>();
    for (Map.Entry<String, Op> pull : pulls.entrySet()) {
      if (isAbsent(prospect, pull.getKey())) {
        found.add(absent(prospect, pull.getValue().change(), pull.getKey()));
      }
    }
    return found;
  }

  private static String name(Op op) {
    return CallArguments.read(ImageArguments.Pull.class, op.request().args()).name();
  }

  /**
   * The engine asks the registry; all that it does not say for certain is found out by the pull.
   */
  private static boolean isAbsent(Prospect prospect, String name) throws IOException {
    try {
      Map<String, String> login =
          prospect
              .credentials()
              .of(ImageName.parse(name).registry())
              .map(it -> Map.of("X-Registry-Auth", it.header()))
              .orElse(Map.of());
      Call call = Call.get("/distribution/" + name + "/json").with(login).within(PATIENCE);
      prospect.api().stream(call).close();
      return false;
    } catch (EngineError refused) {
      return refused.notFound();
    } catch (HostProblem noCredentials) {
      return false;
    }
  }

  private static Finding absent(Prospect prospect, Address resource, String name) {
    boolean container =
        Containers.made(prospect).stream().anyMatch(it -> it.address().equals(resource));
    return new Finding(
        Codes.NO_IMAGE,
        resource,
        Optional.of(container ? ContainerAttribute.IMAGE.path() : ImageAttribute.NAME.path()),
        "neither the engine nor its registry has `" + name + "`",
        List.of());
  }
}
