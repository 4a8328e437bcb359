package dev.dvl.docker.volume;

import dev.dvl.compiler.value.Value;
import dev.dvl.docker.attribute.Codec;
import dev.dvl.docker.attribute.ShownValues;
import dev.dvl.docker.wire.Json;
import java.util.Map;

/** What a volume's entry in a list, or its inspection, shows. */
public final class Volume {
  private Volume() {}

  public static ShownValues show(Json volume) {
    ShownValues shown = new ShownValues();
    Value none = Value.MapOf.of(Map.of());
    shown.put("name", Value.text(volume.at("Name").text()), Value.Null.NULL);
    shown.put("driver", Value.text(volume.at("Driver").text()), Value.text("local"));
    shown.put("options", Codec.map(volume.at("Options")), none);
    shown.put("labels", Codec.labels(volume.at("Labels")), none);
    shown.output("name", Value.text(volume.at("Name").text()));
    shown.output("mountpoint", Codec.text(volume.at("Mountpoint").text()));
    return shown;
  }
}
