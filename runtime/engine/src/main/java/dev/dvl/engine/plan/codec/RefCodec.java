package dev.dvl.engine.plan.codec;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.dvl.engine.json.Fields;
import dev.dvl.engine.live.Ref;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Writes and reads which object of a platform is meant. */
public final class RefCodec {
  private RefCodec() {}

  public static void write(Ref ref, JsonGenerator out) throws IOException {
    out.writeStartObject();
    out.writeStringField("kind", ref.kind());
    out.writeStringField("id", ref.id());
    out.writeStringField("name", ref.name());
    out.writeEndObject();
  }

  public static Ref read(@Nullable Object tree) throws IOException {
    Fields fields = Fields.of(tree);
    return new Ref(fields.text("kind"), fields.text("id"), fields.text("name"));
  }
}
