package dev.dvl.docker;

import dev.dvl.docker.container.ContainerKind;
import dev.dvl.docker.image.ImageKind;
import dev.dvl.docker.kind.DockerKind;
import dev.dvl.docker.network.NetworkKind;
import dev.dvl.docker.volume.VolumeKind;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** All kinds that stand on a Docker engine. */
final class DockerKinds {
  static final List<DockerKind> ALL =
      List.of(new ContainerKind(), new NetworkKind(), new VolumeKind(), new ImageKind());
  private static final Map<String, DockerKind> BY_NAME =
      ALL.stream().collect(Collectors.toUnmodifiableMap(DockerKind::name, Function.identity()));

  private DockerKinds() {}

  static DockerKind of(String name) {
    DockerKind found = BY_NAME.get(name);
    if (found == null) {
      throw new IllegalArgumentException("not a Docker kind: " + name);
    }
    return found;
  }
}
