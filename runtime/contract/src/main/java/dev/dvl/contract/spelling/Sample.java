package dev.dvl.contract.spelling;

import dev.dvl.compiler.ir.Instance;
import dev.dvl.compiler.ir.Program;
import dev.dvl.compiler.schema.KindSchema;
import dev.dvl.compiler.schema.Kinds;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Which spellings a build tries: each {@code -Ddvl.spellings}th, so that 1 is all of them, of those
 * whose titles contain {@code -Ddvl.spelled}.
 */
public final class Sample {
  private static final int USUALLY = 40;

  private Sample() {}

  /**
   * Those of some attributes, by the resources that set them.
   *
   * @param attributes with their blocks before them, by the addresses of resources
   */
  public static List<Spelled> of(Kinds kinds, Program program, Map<String, String> attributes) {
    List<Spelled> all = new ArrayList<>();
    for (Instance instance : program.instances()) {
      String path = attributes.get(instance.address().toString());
      KindSchema kind = kinds.get(instance.kind());
      if (path != null && instance.values().values().stream().noneMatch(it -> !it.isKnown())) {
        all.addAll(Spelled.of(kind, instance, path));
      }
    }
    String only = System.getProperty("dvl.spelled", "");
    int step = Integer.getInteger("dvl.spellings", USUALLY);
    List<Spelled> asked = all.stream().filter(it -> it.title().contains(only)).toList();
    return IntStream.range(0, asked.size())
        .filter(i -> i % step == 0)
        .mapToObj(asked::get)
        .toList();
  }
}
