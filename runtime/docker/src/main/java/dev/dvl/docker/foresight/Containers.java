package dev.dvl.docker.foresight;

import dev.dvl.compiler.value.Address;
import dev.dvl.docker.container.plan.ContainerArguments;
import dev.dvl.docker.container.plan.ContainerCallNames;
import dev.dvl.engine.change.Op;
import dev.dvl.engine.provider.CallArguments;
import dev.dvl.stdlib.ContainerPart;
import java.util.List;
import java.util.stream.Stream;

/** The containers that ops make or change, as far as what they are to be is in those ops. */
final class Containers {
  private Containers() {}

  /** What is asked of one container. */
  record Asked(Address address, ContainerPart part) {}

  static List<Asked> made(Prospect prospect) {
    return prospect.ops().stream()
        .filter(op -> op.request().call().equals(ContainerCallNames.CONTAINER_CREATE))
        .map(op -> new Asked(op.change(), ContainerPart.of(creation(op).want().fields())))
        .toList();
  }

  static List<Asked> madeOrChanged(Prospect prospect) {
    return Stream.concat(
            made(prospect).stream(),
            prospect.ops().stream()
                .filter(op -> op.effect().role() == Op.Role.CHANGES)
                .filter(op -> op.request().call().equals(ContainerCallNames.CONTAINER_UPDATE))
                .map(op -> new Asked(op.change(), ContainerPart.of(update(op).want().fields()))))
        .toList();
  }

  private static ContainerArguments.Creation creation(Op op) {
    return CallArguments.read(ContainerArguments.Creation.class, op.request().args());
  }

  private static ContainerArguments.Update update(Op op) {
    return CallArguments.read(ContainerArguments.Update.class, op.request().args());
  }
}
