package dev.dvl.engine.ledger;

import dev.dvl.compiler.value.Address;
import dev.dvl.engine.json.Fields;
import dev.dvl.engine.json.JsonTree;
import dev.dvl.engine.live.Ref;
import dev.dvl.engine.plan.codec.OpCodec;
import dev.dvl.engine.plan.codec.RefCodec;
import dev.dvl.engine.plan.input.LedgerFacts;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads the records of a journal one after the other, and knows what they come to. */
final class Replay {
  private final Map<String, OpenIntent> open = new LinkedHashMap<>();
  private final Map<Address, Ref> made = new HashMap<>();
  private final Map<Address, Ref> adopted = new HashMap<>();
  private final Set<Ref> forgotten = new HashSet<>();
  private final Map<Address, Address> hosts = new HashMap<>();
  private final Set<Address> guarded = new HashSet<>();
  private final Set<Address> unsteady = new HashSet<>();
  private final Map<Address, String> triggers = new HashMap<>();
  private final Map<String, String> triggersOfOps = new HashMap<>();
  private Optional<Instant> ended = Optional.empty();

  static Recorded of(List<byte[]> records) throws IOException {
    Replay replay = new Replay();
    for (byte[] record : records) {
      replay.record(Fields.of(JsonTree.read(new String(record, StandardCharsets.UTF_8))));
    }
    return new Recorded(List.copyOf(replay.open.values()), replay.facts());
  }

  private LedgerFacts facts() {
    return new LedgerFacts(
        made,
        adopted,
        forgotten,
        hosts,
        guarded,
        ended,
        unsteady,
        triggers,
        open.values().stream().map(intent -> intent.op().id()).collect(Collectors.toSet()));
  }

  private void record(Fields fields) throws IOException {
    String type = fields.text("is");
    switch (type) {
      case "begin" -> begin(fields);
      case "token" -> token(fields.text("op"), fields.text("token"));
      case "end" -> end(fields);
      case "made" -> made(fields);
      case "gone" -> gone(fields.address("change"));
      case "moved" -> moved(fields);
      case "adopted" -> adopted(fields);
      case "outlived" -> adopted.remove(fields.address("change"));
      case "forgotten" -> forgotten(fields);
      case "unsteady" -> unsteady.add(fields.address("change"));
      case "triggered" -> triggers.put(fields.address("change"), fields.text("trigger"));
      case "guarded" -> guarded(fields);
      default -> throw new IOException("a newer version wrote a record of type " + type);
    }
  }

  private void begin(Fields fields) throws IOException {
    OpenIntent intent =
        new OpenIntent(
            fields.text("run"),
            OpCodec.readBegun(fields.raw("op")),
            Instant.parse(fields.text("at")),
            JournalRecords.reached(fields),
            Optional.empty());
    open.put(intent.op().id(), intent);
    fields.optionalText("trigger").ifPresent(it -> triggersOfOps.put(intent.op().id(), it));
    ended = Optional.empty();
  }

  private void token(String op, String token) {
    open.computeIfPresent(
        op,
        (id, intent) ->
            new OpenIntent(
                intent.run(), intent.op(), intent.at(), intent.reached(), Optional.of(token)));
  }

  private void end(Fields fields) throws IOException {
    OpenIntent intent = open.remove(fields.text("op"));
    Address change = fields.address("change");
    boolean done = fields.text("result").equals(Ending.Result.DONE.name());
    if (done && intent != null && intent.op().isSteady()) {
      unsteady.remove(change);
    }
    String trigger = triggersOfOps.remove(fields.text("op"));
    if (done && trigger != null) {
      triggers.put(change, trigger);
    }
    if (fields.has("object")) {
      made(change, RefCodec.read(fields.raw("object")));
      Optional.ofNullable(intent).ifPresent(it -> hosts.put(change, it.op().host()));
    } else if (fields.truth("gone")) {
      gone(change);
    }
  }

  private void made(Fields fields) throws IOException {
    Address change = fields.address("change");
    made(change, RefCodec.read(fields.raw("object")));
    if (fields.has("host")) {
      hosts.put(change, fields.address("host"));
    }
  }

  /** What was adopted before stays so: it may not be gone yet. */
  private void made(Address change, Ref object) {
    made.put(change, object);
    forgotten.removeIf(object::isSame);
  }

  private void moved(Fields fields) throws IOException {
    Address from = fields.address("from");
    boolean stranger = adopted.containsKey(from);
    String trigger = triggers.get(from);
    gone(from);
    if (trigger != null) {
      triggers.put(fields.address("change"), trigger);
    }
    (stranger ? adopted : made).put(fields.address("change"), RefCodec.read(fields.raw("object")));
    hosts.put(fields.address("change"), fields.address("host"));
  }

  private void adopted(Fields fields) throws IOException {
    Ref object = RefCodec.read(fields.raw("object"));
    adopted.put(fields.address("change"), object);
    hosts.put(fields.address("change"), fields.address("host"));
    forgotten.removeIf(object::isSame);
  }

  private void forgotten(Fields fields) throws IOException {
    Ref object = RefCodec.read(fields.raw("object"));
    gone(fields.address("change"));
    forgotten.removeIf(object::isSame);
    forgotten.add(object);
  }

  private void gone(Address change) {
    made.remove(change);
    adopted.remove(change);
    hosts.remove(change);
    unsteady.remove(change);
    triggers.remove(change);
  }

  private void guarded(Fields fields) throws IOException {
    ended = fields.optionalText("at").map(Instant::parse);
    guarded.clear();
    for (String text : fields.list("addresses", Fields::asText)) {
      guarded.add(
          Address.parse(text).orElseThrow(() -> new IOException("not an address: " + text)));
    }
  }
}
