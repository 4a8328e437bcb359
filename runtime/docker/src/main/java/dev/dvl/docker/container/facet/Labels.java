package dev.dvl.docker.container.facet;

import dev.dvl.docker.attribute.Codec;
import dev.dvl.docker.attribute.ShownValues;
import dev.dvl.docker.wire.Json;
import dev.dvl.engine.provider.Wanted;

/** {@code labels}: those that people gave. The stamp's are added when the op is carried out. */
record Labels() implements Facet {

  @Override
  public void ask(Wanted wanted, Request request) {
    if (wanted.has("labels")) {
      request.put(Section.CONFIG, "Labels", Json.texts(wanted.textMap("labels")));
    }
  }

  @Override
  public void show(Seen seen, ShownValues shown) {
    shown.put(
        "labels",
        Codec.labels(seen.at(Section.CONFIG, "Labels")),
        Codec.labels(seen.imageConfig("Labels")));
  }
}
