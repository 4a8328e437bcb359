package dev.dvl.docker.container.facet;

import dev.dvl.compiler.value.Value;
import dev.dvl.docker.attribute.Codec;
import dev.dvl.docker.attribute.ShownValues;
import dev.dvl.docker.wire.Json;
import dev.dvl.engine.provider.Wanted;
import java.util.function.Function;

/**
 * An attribute that the engine keeps under one name, in the request as in the inspection.
 *
 * @param unset what it is when the program says nothing
 */
record Plain(
    String attribute, Section section, String name, Codec codec, Function<Seen, Value> unset)
    implements Facet {

  static Plain config(String attribute, String name, Codec codec, Value unset) {
    return new Plain(attribute, Section.CONFIG, name, codec, seen -> unset);
  }

  static Plain host(String attribute, String name, Codec codec, Value unset) {
    return new Plain(attribute, Section.HOST, name, codec, seen -> unset);
  }

  /** An attribute whose default the image says. */
  static Plain image(String attribute, String name, Codec codec, Value otherwise) {
    return new Plain(
        attribute,
        Section.CONFIG,
        name,
        codec,
        seen -> {
          Value said = codec.read().apply(seen.imageConfig(name));
          return said.isNull() ? otherwise : said;
        });
  }

  @Override
  public void ask(Wanted wanted, Request request) {
    if (wanted.has(attribute)) {
      request.put(section, name, codec.write().apply(wanted.value(attribute)));
    }
  }

  @Override
  public void show(Seen seen, ShownValues shown) {
    Json live = seen.at(section, name);
    Value standard = unset.apply(seen);
    Value value = codec.read().apply(live);
    shown.put(attribute, value.isNull() ? standard : value, standard);
  }
}
