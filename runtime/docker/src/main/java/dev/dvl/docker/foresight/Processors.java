package dev.dvl.docker.foresight;

import dev.dvl.docker.Codes;
import dev.dvl.engine.live.Finding;
import dev.dvl.stdlib.ContainerAttribute;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** More processors than the engine's machine has, or others. */
final class Processors implements Foreseen.Rule {

  @Override
  public List<Finding> refused(Prospect prospect) {
    long there = prospect.info().at("NCPU").number();
    List<Finding> found = new ArrayList<>();
    for (Containers.Asked container : Containers.madeOrChanged(prospect)) {
      container
          .part()
          .cpus()
          .known()
          .filter(it -> it.compareTo(BigDecimal.valueOf(there)) > 0)
          .ifPresent(it -> found.add(tooMany(container, ContainerAttribute.CPUS, there)));
      container
          .part()
          .cpuset()
          .known()
          .filter(it -> last(it) >= there)
          .ifPresent(it -> found.add(tooMany(container, ContainerAttribute.CPUSET, there)));
    }
    return found;
  }

  /** The highest number in {@code 0-3,5}. */
  private static long last(String set) {
    return Stream.of(set.split("[-,]", -1))
        .mapToLong(it -> it.length() > 9 ? Long.MAX_VALUE : Long.parseLong(it))
        .max()
        .orElse(0);
  }

  private static Finding tooMany(
      Containers.Asked container, ContainerAttribute attribute, long there) {
    String has = there == 1 ? "one processor" : there + " processors";
    return new Finding(
        Codes.PROCESSORS,
        container.address(),
        Optional.of(attribute.path()),
        "the engine's machine has " + has,
        List.of(
            attribute == ContainerAttribute.CPUS
                ? "The output `cpus` of the host says how many there are."
                : "They are numbered from 0."));
  }
}
