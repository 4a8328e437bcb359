package dev.dvl.engine.plan.codec;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.dvl.compiler.value.Address;
import dev.dvl.engine.change.Made;
import dev.dvl.engine.change.Op;
import dev.dvl.engine.json.Fields;
import dev.dvl.engine.json.ValueReader;
import dev.dvl.engine.json.ValueWriter;
import java.io.IOException;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Writes an op as JSON, and reads an equal one back. */
public final class OpCodec {
  private OpCodec() {}

  public static void write(Op op, JsonGenerator out) throws IOException {
    out.writeStartObject();
    out.writeStringField("id", op.id());
    out.writeStringField("change", op.change().toString());
    out.writeStringField("host", op.host().toString());
    out.writeStringField("call", op.call());
    out.writeStringField("role", op.role().word());
    out.writeFieldName("args");
    new ValueWriter(out).fields(op.args());
    if (!op.request().made().isEmpty()) {
      out.writeObjectFieldStart("made");
      for (Map.Entry<String, Made> made : op.request().made().entrySet()) {
        out.writeStringField(made.getKey(), made.getValue().word());
      }
      out.writeEndObject();
    }
    needs(op.needs(), out);
    texts("locks", op.locks(), out);
    texts("releases", sorted(op.releases()), out);
    if (op.reaches().isPresent()) {
      out.writeStringField("reaches", op.reaches().get());
    }
    if (op.guard().isPresent()) {
      out.writeFieldName("guard");
      guard(op.guard().get(), out);
    }
    out.writeBooleanField("commits", op.commits());
    out.writeBooleanField("idempotent", op.idempotent());
    out.writeNumberField("limit_ns", op.limit().toNanos());
    out.writeEndObject();
  }

  /** Reads an op that says what it does. */
  public static Op read(@Nullable Object tree) throws IOException {
    Fields fields = Fields.of(tree);
    return op(fields, role(fields.text("role")));
  }

  /**
   * Reads one that may have been written before ops said what they do. It was begun and is only
   * asked after, so that nothing hangs on its role.
   */
  public static Op readBegun(@Nullable Object tree) throws IOException {
    Fields fields = Fields.of(tree);
    if (fields.has("role")) {
      return read(tree);
    }
    boolean undoes =
        fields.list("needs", OpCodec::need).stream().anyMatch(need -> need.on() == Op.On.FAILED);
    return op(fields, undoes ? Op.Role.UNDOES : Op.Role.CHANGES);
  }

  private static Op op(Fields fields, Op.Role role) throws IOException {
    Optional<Op.Guard> guard =
        fields.has("guard") ? Optional.of(guard(fields.object("guard"))) : Optional.empty();
    return new Op(
        fields.text("id"),
        fields.address("change"),
        fields.address("host"),
        new Op.Request(
            fields.text("call"),
            ValueReader.fields(fields.raw("args")),
            new TreeMap<>(fields.has("made") ? fields.map("made", OpCodec::made) : Map.of()),
            Set.copyOf(fields.list("locks", Fields::asText)),
            fields.truth("idempotent"),
            Duration.ofNanos(fields.number("limit_ns"))),
        new Op.Effect(
            role,
            Set.copyOf(fields.list("releases", OpCodec::address)),
            fields.optionalText("reaches"),
            fields.truth("commits")),
        fields.list("needs", OpCodec::need),
        guard);
  }

  private static Made made(@Nullable Object tree) throws IOException {
    String word = Fields.asText(tree);
    return Made.of(word).orElseThrow(() -> new IOException("nobody makes a " + word));
  }

  private static Op.Role role(String word) throws IOException {
    return Op.Role.of(word).orElseThrow(() -> new IOException("no op has the role " + word));
  }

  static void texts(String name, Collection<String> texts, JsonGenerator out) throws IOException {
    out.writeArrayFieldStart(name);
    for (String text : texts) {
      out.writeString(text);
    }
    out.writeEndArray();
  }

  static void needs(List<Op.Need> needs, JsonGenerator out) throws IOException {
    out.writeArrayFieldStart("needs");
    for (Op.Need need : needs) {
      out.writeStartObject();
      out.writeStringField("op", need.op());
      out.writeStringField("on", need.on().word());
      out.writeEndObject();
    }
    out.writeEndArray();
  }

  private static Op.Need need(@Nullable Object tree) throws IOException {
    Fields fields = Fields.of(tree);
    String on = fields.text("on");
    return new Op.Need(
        fields.text("op"), Op.On.of(on).orElseThrow(() -> new IOException("no op ends " + on)));
  }

  private static void guard(Op.Guard guard, JsonGenerator out) throws IOException {
    out.writeStartObject();
    switch (guard) {
      case Op.Guard.Free(String kind, String name) -> {
        out.writeStringField("kind", kind);
        out.writeStringField("free", name);
      }
      case Op.Guard.Unchanged(String kind, String id, var attributes, String digest) -> {
        out.writeStringField("kind", kind);
        out.writeStringField("id", id);
        texts("attributes", attributes, out);
        out.writeStringField("digest", digest);
      }
    }
    out.writeEndObject();
  }

  private static Op.Guard guard(Fields fields) throws IOException {
    return fields.has("free")
        ? new Op.Guard.Free(fields.text("kind"), fields.text("free"))
        : new Op.Guard.Unchanged(
            fields.text("kind"),
            fields.text("id"),
            fields.list("attributes", Fields::asText),
            fields.text("digest"));
  }

  static Address address(@Nullable Object tree) throws IOException {
    String text = Fields.asText(tree);
    return Address.parse(text).orElseThrow(() -> new IOException("not an address: " + text));
  }

  private static Collection<String> sorted(Set<Address> addresses) {
    Set<String> texts = new TreeSet<>();
    addresses.forEach(address -> texts.add(address.toString()));
    return texts;
  }
}
