package dev.dvl.docker.foresight;

import dev.dvl.compiler.eval.PosixPath;
import dev.dvl.compiler.value.Field;
import dev.dvl.docker.Codes;
import dev.dvl.engine.live.Finding;
import dev.dvl.stdlib.BindMountPart;
import dev.dvl.stdlib.ContainerAttribute;
import dev.dvl.stdlib.MountPart;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A folder of the machine that has the engine's own in it, or is in that: the engine lets a
 * container have it only where it sees what is mounted there later.
 */
final class EngineFolder implements Foreseen.Rule {
  private static final Set<String> TAKEN = Set.of("rslave", "rshared");

  @Override
  public List<Finding> refused(Prospect prospect) {
    String own = prospect.info().at("DockerRootDir").text();
    List<Finding> found = new ArrayList<>();
    for (Containers.Asked container : Containers.made(prospect)) {
      for (MountPart mount : Field.elements(container.part().mounts())) {
        if (mount instanceof BindMountPart bind && isRefused(bind, own)) {
          found.add(refused(container, bind.source().orElse("")));
        }
      }
    }
    return found;
  }

  private static boolean isRefused(BindMountPart bind, String own) {
    String source = PosixPath.clean(bind.source().orElse(""));
    boolean touches = !own.isEmpty() && (source.startsWith(own) || own.startsWith(source));
    boolean said = bind.propagation().known().map(it -> TAKEN.contains(it.word())).orElse(true);
    return bind.source().known().isPresent() && touches && !said;
  }

  private static Finding refused(Containers.Asked container, String source) {
    return new Finding(
        Codes.ENGINE_FOLDER,
        container.address(),
        Optional.of(ContainerAttribute.MOUNTS.path()),
        "`" + source + "` has the engine's own folder in it, or is in that",
        List.of("The engine takes such a mount with `propagation = \"rslave\"`."));
  }
}
