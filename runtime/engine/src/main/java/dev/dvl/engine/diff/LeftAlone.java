package dev.dvl.engine.diff;

import dev.dvl.compiler.schema.Attribute;
import dev.dvl.compiler.schema.Block;
import dev.dvl.compiler.schema.KindSchema;
import dev.dvl.compiler.value.Path;
import dev.dvl.compiler.value.Value;
import dev.dvl.engine.live.Live;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the program set when the object was made and no longer sets, where nobody knows what it was
 * like before: it stays as it is.
 *
 * @param secret whether the value may not be shown
 */
public record LeftAlone(Path path, Value value, boolean secret) {

  public static List<LeftAlone> of(
      KindSchema kind, Map<String, Value> wanted, Live live, KindRule rule) {
    List<LeftAlone> found = new ArrayList<>();
    Unset unset = new Unset(rule, live.stamp());
    for (Attribute attribute : kind.attributes()) {
      Value said = wanted.getOrDefault(attribute.name(), Value.Null.NULL);
      Optional<Value> known = Optional.ofNullable(live.defaults().get(attribute.name()));
      Path path = Path.of(attribute.name());
      of(attribute, path, said, live.value(attribute.name()), known, unset).ifPresent(found::add);
    }
    for (Block block : kind.blocks()) {
      if (wanted.get(block.name()) instanceof Value.ObjectOf said) {
        Map<String, Value> shown = Entries.of(live.value(block.name()));
        Map<String, Value> known =
            Entries.of(live.defaults().getOrDefault(block.name(), Value.Null.NULL));
        for (Attribute attribute : block.attributes()) {
          String name = attribute.name();
          of(
                  attribute,
                  Path.of(block.name()).field(name),
                  said.field(name),
                  shown.getOrDefault(name, Value.Null.NULL),
                  Optional.ofNullable(known.get(name)),
                  unset)
              .ifPresent(found::add);
        }
      }
    }
    return found;
  }

  private static Optional<LeftAlone> of(
      Attribute attribute, Path path, Value said, Value live, Optional<Value> known, Unset unset) {
    boolean left =
        attribute.readback() == Attribute.Readback.VALUE
            && !attribute.resolved()
            && !(attribute.unset() instanceof Attribute.Default.Made)
            && said.isNull()
            && !live.isNull()
            && unset.named(path)
            && unset.effective(attribute, said, known).isEmpty();
    return left
        ? Optional.of(
            new LeftAlone(path, live, SecretPlaces.hides(unset.stamp(), attribute, path, said)))
        : Optional.empty();
  }
}
