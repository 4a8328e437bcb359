package dev.dvl.docker.container.facet;

import dev.dvl.compiler.value.Value;
import dev.dvl.docker.attribute.Codec;
import dev.dvl.docker.attribute.Reference;
import dev.dvl.docker.attribute.ShownValues;
import dev.dvl.docker.image.ImageName;
import dev.dvl.docker.wire.Json;
import dev.dvl.engine.provider.Wanted;

/**
 * {@code image}. A container of an image of the program is created from its id and shows that
 * image; any other shows the name it was created from, whatever that name means by now.
 */
record ContainerImage() implements Facet {

  @Override
  public void ask(Wanted wanted, Request request) {
    request.put(Section.CONFIG, "Image", Json.of(Codec.plain(wanted.value("image"))));
  }

  @Override
  public void show(Seen seen, ShownValues shown) {
    String name = seen.at(Section.CONFIG, "Image").text();
    shown.put(
        "image",
        Reference.isToken(name)
            ? Reference.show("image", name)
            : Value.text(ImageName.canonical(name)),
        Value.Null.NULL);
  }
}
