package dev.dvl.docker.attribute;

import dev.dvl.compiler.value.Value;
import dev.dvl.docker.stamp.StampLabels;
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
  public void show(Seen seen, Shown shown) {
    shown.put("labels", of(seen.at(Section.CONFIG, "Labels")), of(seen.imageConfig("Labels")));
  }

  static Value of(Json labels) {
    return Codec.map(Json.texts(StampLabels.without(labels.textFields())));
  }
}
