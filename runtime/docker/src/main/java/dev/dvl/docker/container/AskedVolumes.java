package dev.dvl.docker.container;

import dev.dvl.compiler.ir.Instance;
import dev.dvl.compiler.value.Address;
import dev.dvl.compiler.value.Link;
import dev.dvl.compiler.value.Value;
import dev.dvl.docker.image.Image;
import dev.dvl.docker.kind.Reading;
import dev.dvl.docker.kind.Resolved;
import dev.dvl.docker.wire.Json;
import dev.dvl.stdlib.ContainerPart;
import dev.dvl.stdlib.ImagePart;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The paths at which the image of a wanted container asks for volumes, where the engine has it. Of
 * an image that is about to be built anew it tells what the one before asks for.
 */
record AskedVolumes(Reading reading) {
  static final String ATTRIBUTE = "image_volumes";

  Resolved of(Instance container) {
    try {
      return image(container)
          .map(image -> new Resolved(Map.of(ATTRIBUTE, paths(image)), List.of()))
          .orElse(Resolved.NOTHING);
    } catch (IOException unknown) {
      return Resolved.NOTHING;
    }
  }

  private static Value paths(Json image) {
    return Value.SetOf.of(
        image.at("Config", "Volumes").fields().keySet().stream().map(Value::text).toList());
  }

  private Optional<Json> image(Instance container) throws IOException {
    Optional<String> name = name(container);
    if (name.isEmpty()) {
      return Optional.empty();
    }
    Optional<Json> listed =
        reading.list("/images/json").elements().stream()
            .filter(image -> Image.isNamed(image, name.get()))
            .findFirst();
    return listed.isEmpty()
        ? Optional.empty()
        : Optional.of(reading.get("/images/" + listed.get().at("Id").text() + "/json"));
  }

  private Optional<String> name(Instance container) {
    Optional<Link> image = ContainerPart.of(container.values()).image().known();
    return image
        .flatMap(Link::given)
        .or(() -> image.flatMap(Link::resource).flatMap(it -> named(it.address())));
  }

  private Optional<String> named(Address image) {
    return reading.query().wanted().stream()
        .filter(wanted -> wanted.address().equals(image))
        .findFirst()
        .flatMap(wanted -> ImagePart.of(wanted.values()).name().known());
  }
}
