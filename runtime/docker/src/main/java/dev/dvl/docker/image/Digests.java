package dev.dvl.docker.image;

import dev.dvl.compiler.ir.Instance;
import dev.dvl.compiler.value.Value;
import dev.dvl.docker.Codes;
import dev.dvl.docker.kind.Reading;
import dev.dvl.docker.kind.Resolved;
import dev.dvl.docker.registry.Login;
import dev.dvl.docker.wire.Answer;
import dev.dvl.docker.wire.Call;
import dev.dvl.docker.wire.EngineError;
import dev.dvl.docker.wire.JsonText;
import dev.dvl.engine.live.Finding;
import dev.dvl.engine.provider.HostProblem;
import dev.dvl.stdlib.ImageAttribute;
import dev.dvl.stdlib.ImagePart;
import dev.dvl.stdlib.ImagePull;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What registries say that tags mean now, for images that follow theirs. */
record Digests(Reading reading) {

  Resolved of(Instance image) {
    ImagePart wanted = ImagePart.of(image.values());
    return wanted
        .name()
        .known()
        .filter(name -> wanted.pull().is(ImagePull.ON_CHANGE))
        .map(name -> asked(image, name))
        .orElse(Resolved.NOTHING);
  }

  private Resolved asked(Instance image, String name) {
    try {
      return new Resolved(Map.of("digest", Value.text(digest(name))), List.of());
    } catch (EngineError e) {
      return unasked(image, name, e.sentence());
    } catch (HostProblem | IOException e) {
      return unasked(image, name, String.valueOf(e.getMessage()));
    }
  }

  private String digest(String name) throws IOException, HostProblem {
    Optional<Login> login = reading.credentials().of(ImageName.parse(name).registry());
    Call call =
        Call.get("/distribution/" + name + "/json")
            .with(login.map(it -> Map.of("X-Registry-Auth", it.header())).orElse(Map.of()));
    try (Answer answer = reading.api().stream(call)) {
      return JsonText.read(answer.body()).at("Descriptor", "digest").text();
    }
  }

  private static Resolved unasked(Instance image, String name, String why) {
    Finding finding =
        new Finding(
            Codes.REGISTRY,
            image.address(),
            Optional.of(ImageAttribute.NAME.path()),
            "what `" + name + "` means now is not known",
            List.of("The registry says: " + why, "The image that the engine has stays in use."));
    return new Resolved(Map.of(), List.of(finding));
  }
}
