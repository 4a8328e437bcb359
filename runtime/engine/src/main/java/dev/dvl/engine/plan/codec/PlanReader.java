package dev.dvl.engine.plan.codec;

import dev.dvl.compiler.ir.HostInstance;
import dev.dvl.compiler.schema.Impact;
import dev.dvl.compiler.source.Span;
import dev.dvl.compiler.value.Address;
import dev.dvl.engine.change.Action;
import dev.dvl.engine.change.FieldChange;
import dev.dvl.engine.change.Op;
import dev.dvl.engine.change.Takeover;
import dev.dvl.engine.json.Fields;
import dev.dvl.engine.json.JsonTree;
import dev.dvl.engine.json.ValueReader;
import dev.dvl.engine.live.Ref;
import dev.dvl.engine.live.Stack;
import dev.dvl.engine.local.PlannedContext;
import dev.dvl.engine.plan.HeldTwice;
import dev.dvl.engine.plan.Plan;
import dev.dvl.engine.plan.PlannedChange;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Reads what {@link PlanWriter} wrote; anything else is an {@link IOException}. */
public final class PlanReader {
  private PlanReader() {}

  public static Plan read(InputStream in) throws IOException {
    try {
      return plan(Fields.of(JsonTree.read(in)));
    } catch (IllegalArgumentException wrong) {
      throw new IOException("its parts do not fit together: " + wrong.getMessage(), wrong);
    }
  }

  private static Plan plan(Fields fields) throws IOException {
    if (!fields.text("format").equals(PlanFile.FORMAT)) {
      throw new IOException("the format is " + fields.text("format") + ", not " + PlanFile.FORMAT);
    }
    return new Plan(
        fields.text("version"),
        fields.text("module"),
        new Stack(fields.text("stack"), fields.text("stack_name")),
        ValueReader.fields(fields.raw("parameters")),
        new TreeMap<>(fields.map("secrets", Fields::asText)),
        new TreeMap<>(fields.map("files", Fields::asText)),
        fields.list("contexts", PlanReader::context),
        fields.list("hosts", PlanReader::host),
        objects(fields),
        new TreeSet<>(fields.list("guarded", OpCodec::address)),
        triggers(fields),
        fields.list("changes", PlanReader::change),
        ordered(fields.list("ops", OpCodec::read)),
        Math.toIntExact(fields.number("unchanged")),
        fields.has("held") ? fields.list("held", PlanReader::held) : List.of(),
        fields.list("checks", PlanReader::check),
        fields.list("outputs", PlanReader::output),
        fields.list("notes", Fields::asText));
  }

  /** Plans of before have none. */
  private static SortedMap<Address, String> triggers(Fields fields) throws IOException {
    SortedMap<Address, String> found = new TreeMap<>();
    if (fields.has("triggers")) {
      for (Map.Entry<String, String> entry : fields.map("triggers", Fields::asText).entrySet()) {
        found.put(Fields.asAddress(entry.getKey()), entry.getValue());
      }
    }
    return found;
  }

  private static HeldTwice held(@Nullable Object tree) throws IOException {
    Fields fields = Fields.of(tree);
    return new HeldTwice(
        fields.address("host"),
        fields.list("sets", Fields::asText),
        Math.toIntExact(fields.number("objects")),
        Math.toIntExact(fields.number("running")),
        ValueReader.fields(fields.raw("amounts")),
        Math.toIntExact(fields.number("unlimited")));
  }

  private static PlannedContext context(@Nullable Object tree) throws IOException {
    Fields fields = Fields.of(tree);
    return new PlannedContext(
        fields.text("folder"), fields.text("dockerfile"), fields.text("digest"));
  }

  /** As a plan is made, so that a walk over its ops always ends: each behind what it needs. */
  private static List<Op> ordered(List<Op> ops) throws IOException {
    Set<String> before = new HashSet<>();
    for (Op op : ops) {
      for (Op.Need need : op.needs()) {
        if (!before.contains(need.op())) {
          throw new IOException("`" + op.id() + "` does not come behind `" + need.op() + "`");
        }
      }
      if (!before.add(op.id())) {
        throw new IOException("`" + op.id() + "` is there twice");
      }
    }
    return ops;
  }

  private static SortedMap<Address, Ref> objects(Fields fields) throws IOException {
    SortedMap<Address, Ref> found = new TreeMap<>();
    for (Map.Entry<String, Ref> entry : fields.map("objects", RefCodec::read).entrySet()) {
      found.put(
          Address.parse(entry.getKey())
              .orElseThrow(() -> new IOException("not an address: " + entry.getKey())),
          entry.getValue());
    }
    return found;
  }

  private static HostInstance host(@Nullable Object tree) throws IOException {
    Fields fields = Fields.of(tree);
    return new HostInstance(
        fields.address("address"),
        fields.text("kind"),
        ValueReader.fields(fields.raw("values")),
        fields.has("by") ? Optional.of(fields.address("by")) : Optional.empty(),
        new Span(Math.toIntExact(fields.number("from")), Math.toIntExact(fields.number("to"))));
  }

  private static PlannedChange change(@Nullable Object tree) throws IOException {
    Fields fields = Fields.of(tree);
    return new PlannedChange(
        fields.address("address"),
        fields.text("kind"),
        Action.valueOf(fields.text("action")),
        fields.address("host"),
        fields.has("object") ? Optional.of(RefCodec.read(fields.raw("object"))) : Optional.empty(),
        taken(fields),
        fields.has("goes_with") ? Optional.of(fields.address("goes_with")) : Optional.empty(),
        impact(fields),
        fields.list("reasons", Fields::asText),
        fields.list("fields", PlanReader::field));
  }

  private static Optional<Takeover> taken(Fields fields) throws IOException {
    if (fields.has("moved_from")) {
      return Optional.of(new Takeover.Moved(fields.address("moved_from")));
    }
    return fields.has("adopts")
        ? Optional.of(new Takeover.Adopted(fields.text("adopts")))
        : Optional.empty();
  }

  private static FieldChange field(@Nullable Object tree) throws IOException {
    Fields fields = Fields.of(tree);
    return new FieldChange(
        ValueReader.path(fields.raw("path")),
        ValueReader.value(fields.raw("before")),
        ValueReader.value(fields.raw("after")),
        fields.truth("secret"),
        impact(fields));
  }

  private static Plan.PlannedCheck check(@Nullable Object tree) throws IOException {
    Fields fields = Fields.of(tree);
    return new Plan.PlannedCheck(
        fields.text("title"),
        ValueReader.value(fields.raw("condition")),
        ValueReader.value(fields.raw("message")));
  }

  private static Plan.PlannedOutput output(@Nullable Object tree) throws IOException {
    Fields fields = Fields.of(tree);
    return new Plan.PlannedOutput(
        fields.text("name"), ValueReader.value(fields.raw("value")), fields.truth("secret"));
  }

  private static Impact impact(Fields fields) throws IOException {
    String word = fields.text("impact");
    return Impact.of(word).orElseThrow(() -> new IOException("not an impact: " + word));
  }
}
