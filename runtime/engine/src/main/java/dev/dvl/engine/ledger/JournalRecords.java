package dev.dvl.engine.ledger;

import com.fasterxml.jackson.core.JsonEncoding;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.dvl.compiler.value.Address;
import dev.dvl.engine.json.Fields;
import dev.dvl.engine.json.ValueReader;
import dev.dvl.engine.json.ValueWriter;
import dev.dvl.engine.live.Ref;
import dev.dvl.engine.plan.codec.OpCodec;
import dev.dvl.engine.plan.codec.RefCodec;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** The records of a journal as JSON; {@link Replay} reads them. */
final class JournalRecords {
  private static final JsonFactory FACTORY = new JsonFactory();

  private JournalRecords() {}

  private interface Body {
    void write(JsonGenerator out) throws IOException;
  }

  static byte[] begin(Intent intent) throws IOException {
    return record(
        "begin",
        out -> {
          out.writeStringField("run", intent.run());
          out.writeStringField("at", intent.at().toString());
          out.writeFieldName("op");
          OpCodec.write(intent.op(), out);
          if (!intent.reached().equals(Reached.BY_ITSELF)) {
            out.writeFieldName("reached");
            reached(intent.reached(), out);
          }
          if (intent.trigger().isPresent()) {
            out.writeStringField("trigger", intent.trigger().get());
          }
        });
  }

  private static void reached(Reached reached, JsonGenerator out) throws IOException {
    out.writeStartObject();
    out.writeObjectFieldStart("objects");
    for (Map.Entry<Address, Ref> object : reached.objects().entrySet()) {
      out.writeFieldName(object.getKey().toString());
      RefCodec.write(object.getValue(), out);
    }
    out.writeEndObject();
    out.writeFieldName("values");
    new ValueWriter(out).fields(reached.values());
    out.writeEndObject();
  }

  /** What {@link #reached} wrote; journals of before have none. */
  static Reached reached(Fields begin) throws IOException {
    if (!begin.has("reached")) {
      return Reached.BY_ITSELF;
    }
    Fields reached = begin.object("reached");
    SortedMap<Address, Ref> objects = new TreeMap<>();
    for (Map.Entry<String, Ref> object : reached.map("objects", RefCodec::read).entrySet()) {
      objects.put(Fields.asAddress(object.getKey()), object.getValue());
    }
    return new Reached(objects, ValueReader.fields(reached.raw("values")));
  }

  static byte[] token(String op, String token) throws IOException {
    return record(
        "token",
        out -> {
          out.writeStringField("op", op);
          out.writeStringField("token", token);
        });
  }

  static byte[] end(Ending ending) throws IOException {
    return record(
        "end",
        out -> {
          out.writeStringField("op", ending.op());
          out.writeStringField("change", ending.change().toString());
          out.writeStringField("result", ending.result().name());
          if (ending.object().isPresent()) {
            out.writeFieldName("object");
            RefCodec.write(ending.object().get(), out);
          }
          out.writeBooleanField("gone", ending.gone());
        });
  }

  static byte[] made(Address address, Ref object, Optional<Address> host) throws IOException {
    return record(
        "made",
        out -> {
          out.writeStringField("change", address.toString());
          out.writeFieldName("object");
          RefCodec.write(object, out);
          if (host.isPresent()) {
            out.writeStringField("host", host.get().toString());
          }
        });
  }

  static byte[] gone(Address address) throws IOException {
    return about("gone", address);
  }

  private static byte[] triggered(Address address, String print) throws IOException {
    return record(
        "triggered",
        out -> {
          out.writeStringField("change", address.toString());
          out.writeStringField("trigger", print);
        });
  }

  private static byte[] about(String type, Address address) throws IOException {
    return record(type, out -> out.writeStringField("change", address.toString()));
  }

  static byte[] claim(Claim claim) throws IOException {
    return switch (claim) {
      case Claim.Moved(var from, var to, var object, var host) ->
          claim("moved", to, object, Optional.of(host), Optional.of(from));
      case Claim.Adopted(var resource, var object, var host) ->
          claim("adopted", resource, object, Optional.of(host), Optional.empty());
      case Claim.Outlived(var resource, var object) ->
          claim("outlived", resource, object, Optional.empty(), Optional.empty());
      case Claim.Forgotten(var resource, var object) ->
          claim("forgotten", resource, object, Optional.empty(), Optional.empty());
      case Claim.Unsteady(var resource) -> about("unsteady", resource);
      case Claim.Triggered(var resource, var print) -> triggered(resource, print);
    };
  }

  private static byte[] claim(
      String type, Address change, Ref object, Optional<Address> host, Optional<Address> from)
      throws IOException {
    return record(
        type,
        out -> {
          out.writeStringField("change", change.toString());
          out.writeFieldName("object");
          RefCodec.write(object, out);
          if (host.isPresent()) {
            out.writeStringField("host", host.get().toString());
          }
          if (from.isPresent()) {
            out.writeStringField("from", from.get().toString());
          }
        });
  }

  /**
   * The end of a run: what it guards from then on.
   *
   * @param at when that was, where it is known
   */
  static byte[] guarded(Iterable<Address> addresses, Optional<Instant> at) throws IOException {
    return record(
        "guarded",
        out -> {
          if (at.isPresent()) {
            out.writeStringField("at", at.get().toString());
          }
          out.writeArrayFieldStart("addresses");
          for (Address address : addresses) {
            out.writeString(address.toString());
          }
          out.writeEndArray();
        });
  }

  private static byte[] record(String type, Body body) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (JsonGenerator out = FACTORY.createGenerator(bytes, JsonEncoding.UTF8)) {
      out.writeStartObject();
      out.writeStringField("is", type);
      body.write(out);
      out.writeEndObject();
    }
    return bytes.toByteArray();
  }
}
