package dev.dvl.docker.foresight;

import dev.dvl.compiler.value.Field;
import dev.dvl.compiler.value.Link;
import dev.dvl.docker.Codes;
import dev.dvl.docker.kind.Creation;
import dev.dvl.docker.volume.VolumeKind;
import dev.dvl.engine.live.Finding;
import dev.dvl.engine.provider.CallArguments;
import dev.dvl.stdlib.ContainerAttribute;
import dev.dvl.stdlib.VolumeMountPart;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A volume that others keep, as the program says, and that nobody has: the engine would make it.
 */
final class AbsentVolumes implements Foreseen.Rule {

  @Override
  public List<Finding> refused(Prospect prospect) throws IOException {
    List<Finding> found = new ArrayList<>();
    for (Containers.Asked container : Containers.made(prospect)) {
      for (String name : named(container)) {
        if (!there(prospect).contains(name)) {
          found.add(absent(container, name));
        }
      }
    }
    return found;
  }

  private static List<String> named(Containers.Asked container) {
    return Field.elements(container.part().mounts()).stream()
        .filter(VolumeMountPart.class::isInstance)
        .map(VolumeMountPart.class::cast)
        .flatMap(it -> it.source().known().flatMap(Link::given).stream())
        .toList();
  }

  /** Those that are there, and those that the plan makes. */
  private static Set<String> there(Prospect prospect) throws IOException {
    Set<String> names = new HashSet<>();
    prospect.volumes().forEach(it -> names.add(it.at("Name").text()));
    prospect.ops().stream()
        .filter(op -> op.request().call().equals(VolumeKind.CREATE))
        .forEach(op -> names.add(CallArguments.read(Creation.class, op.request().args()).name()));
    return names;
  }

  private static Finding absent(Containers.Asked container, String name) {
    return new Finding(
        Codes.NO_VOLUME,
        container.address(),
        Optional.of(ContainerAttribute.MOUNTS.path()),
        "the engine has no volume `" + name + "`",
        List.of(
            "A volume that is named by a text belongs to others, and is not made.",
            "To have this program make it, declare it and name it here without quotes: volume data"
                + " { name = \""
                + name
                + "\" }",
            "To have it from elsewhere, make it on the engine first."));
  }
}
