package dev.dvl.docker.container.facet;

import dev.dvl.compiler.value.Value;
import dev.dvl.docker.attribute.Codec;
import dev.dvl.docker.attribute.ShownValues;
import dev.dvl.docker.wire.Json;
import dev.dvl.engine.provider.Wanted;

/**
 * Entrypoint and command. With an entrypoint of its own a container does not take the image's
 * command, so what an unset command means depends on it; with an empty one it does.
 */
record EntrypointAndCommand() implements Facet {

  @Override
  public void ask(Wanted wanted, Request request) {
    if (wanted.has("entrypoint")) {
      request.put(
          Section.CONFIG, "Entrypoint", Codec.LIST.write().apply(wanted.value("entrypoint")));
    }
    if (wanted.has("command")) {
      request.put(Section.CONFIG, "Cmd", Codec.LIST.write().apply(wanted.value("command")));
    }
  }

  @Override
  public void show(Seen seen, ShownValues shown) {
    Json live = seen.at(Section.CONFIG, "Entrypoint");
    Json ofImage = seen.imageConfig("Entrypoint");
    boolean own =
        !live.texts().isEmpty()
            && (seen.setAtBirth("entrypoint") || !live.texts().equals(ofImage.texts()));
    Json command = own ? Json.Nil.NIL : seen.imageConfig("Cmd");
    shown.put("entrypoint", list(live), list(ofImage));
    shown.put("command", list(seen.at(Section.CONFIG, "Cmd")), list(command));
  }

  /** The engine does not tell an empty list from none. */
  private static Value list(Json json) {
    return json.elements().isEmpty() ? Value.Null.NULL : Codec.LIST.read().apply(json);
  }
}
