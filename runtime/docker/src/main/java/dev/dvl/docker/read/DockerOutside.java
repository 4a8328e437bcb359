package dev.dvl.docker.read;

import dev.dvl.compiler.ir.Instance;
import dev.dvl.compiler.value.Address;
import dev.dvl.compiler.value.Value;
import dev.dvl.docker.Codes;
import dev.dvl.docker.image.ImageName;
import dev.dvl.docker.registry.Credentials;
import dev.dvl.docker.registry.Login;
import dev.dvl.docker.wire.Answer;
import dev.dvl.docker.wire.Api;
import dev.dvl.docker.wire.Call;
import dev.dvl.docker.wire.EngineError;
import dev.dvl.docker.wire.JsonText;
import dev.dvl.engine.live.Finding;
import dev.dvl.engine.local.LocalFiles;
import dev.dvl.engine.provider.HostProblem;
import dev.dvl.engine.provider.Query;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Hashes build contexts and local files, and asks registries for the digests of tags. */
public record DockerOutside(Api api, Path project, Credentials credentials) implements Outside {

  @Override
  public Found look(Query query) {
    Map<Address, Map<String, Value>> resolved = new HashMap<>();
    List<Finding> findings = new ArrayList<>();
    for (Instance instance : query.wanted()) {
      Map<String, Value> values =
          new TreeMap<>(new LocalFiles(project).digests(instance, findings));
      values.putAll(registry(instance, findings));
      if (!values.isEmpty()) {
        resolved.put(instance.address(), values);
      }
    }
    return new Found(resolved, findings);
  }

  private Map<String, Value> registry(Instance image, List<Finding> findings) {
    boolean follows = image.value("pull").equals(Value.text("on_change"));
    if (follows && image.value("name") instanceof Value.Text(String name)) {
      return digest(image, name, findings)
          .map(digest -> Map.of("digest", Value.text(digest)))
          .orElse(Map.of());
    }
    return Map.of();
  }

  private Optional<String> digest(Instance image, String name, List<Finding> findings) {
    try {
      Optional<Login> login = credentials.of(ImageName.parse(name).registry());
      Call call =
          Call.get("/distribution/" + name + "/json")
              .with(login.map(it -> Map.of("X-Registry-Auth", it.header())).orElse(Map.of()));
      try (Answer answer = api.stream(call)) {
        return Optional.of(JsonText.read(answer.body()).at("Descriptor", "digest").text());
      }
    } catch (EngineError e) {
      findings.add(unasked(image, name, e.sentence()));
    } catch (HostProblem | IOException e) {
      findings.add(unasked(image, name, String.valueOf(e.getMessage())));
    }
    return Optional.empty();
  }

  private static Finding unasked(Instance image, String name, String why) {
    return new Finding(
        Codes.REGISTRY,
        image.address(),
        Optional.of(dev.dvl.compiler.value.Path.of("name")),
        "what `" + name + "` means now is not known",
        List.of("The registry says: " + why, "The image that the engine has stays in use."));
  }
}
