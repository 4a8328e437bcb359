package dev.dvl.engine.plan.codec;

import com.fasterxml.jackson.core.JsonEncoding;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.dvl.compiler.ir.HostInstance;
import dev.dvl.compiler.value.Address;
import dev.dvl.engine.change.FieldChange;
import dev.dvl.engine.change.Op;
import dev.dvl.engine.json.ValueWriter;
import dev.dvl.engine.live.Ref;
import dev.dvl.engine.local.PlannedContext;
import dev.dvl.engine.plan.HeldTwice;
import dev.dvl.engine.plan.Plan;
import dev.dvl.engine.plan.PlannedChange;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Map;

/** Writes a plan as JSON, piece by piece. */
public final class PlanWriter {
  private static final JsonFactory FACTORY = new JsonFactory();

  private final JsonGenerator out;
  private final ValueWriter values;

  private PlanWriter(JsonGenerator out) {
    this.out = out;
    this.values = new ValueWriter(out);
  }

  public static void write(Plan plan, OutputStream to) throws IOException {
    try (JsonGenerator out = FACTORY.createGenerator(to, JsonEncoding.UTF8)) {
      new PlanWriter(out).plan(plan);
    }
  }

  private void plan(Plan plan) throws IOException {
    out.writeStartObject();
    out.writeStringField("format", PlanFile.FORMAT);
    out.writeStringField("version", plan.version());
    out.writeStringField("module", plan.module());
    out.writeStringField("stack", plan.stack().id());
    out.writeStringField("stack_name", plan.stack().name());
    out.writeFieldName("parameters");
    values.fields(plan.parameters());
    texts("secrets", plan.secrets());
    texts("files", plan.files());
    contexts(plan);
    out.writeArrayFieldStart("hosts");
    for (HostInstance host : plan.hosts()) {
      host(host);
    }
    out.writeEndArray();
    out.writeObjectFieldStart("objects");
    for (Map.Entry<Address, Ref> entry : plan.objects().entrySet()) {
      out.writeFieldName(entry.getKey().toString());
      RefCodec.write(entry.getValue(), out);
    }
    out.writeEndObject();
    OpCodec.texts("guarded", plan.guarded().stream().map(Address::toString).toList(), out);
    triggers(plan);
    out.writeArrayFieldStart("changes");
    for (PlannedChange change : plan.changes()) {
      change(change);
    }
    out.writeEndArray();
    out.writeArrayFieldStart("ops");
    for (Op op : plan.ops()) {
      OpCodec.write(op, out);
    }
    out.writeEndArray();
    out.writeNumberField("unchanged", plan.unchanged());
    held(plan);
    checks(plan);
    outputs(plan);
    OpCodec.texts("notes", plan.notes(), out);
    out.writeEndObject();
  }

  private void triggers(Plan plan) throws IOException {
    if (!plan.triggers().isEmpty()) {
      out.writeObjectFieldStart("triggers");
      for (Map.Entry<Address, String> entry : plan.triggers().entrySet()) {
        out.writeStringField(entry.getKey().toString(), entry.getValue());
      }
      out.writeEndObject();
    }
  }

  private void contexts(Plan plan) throws IOException {
    out.writeArrayFieldStart("contexts");
    for (PlannedContext context : plan.contexts()) {
      out.writeStartObject();
      out.writeStringField("folder", context.folder());
      out.writeStringField("dockerfile", context.dockerfile());
      out.writeStringField("digest", context.digest());
      out.writeEndObject();
    }
    out.writeEndArray();
  }

  private void held(Plan plan) throws IOException {
    out.writeArrayFieldStart("held");
    for (HeldTwice held : plan.held()) {
      out.writeStartObject();
      PlanReport.held(held, out);
      out.writeFieldName("amounts");
      values.fields(held.amounts());
      out.writeEndObject();
    }
    out.writeEndArray();
  }

  private void checks(Plan plan) throws IOException {
    out.writeArrayFieldStart("checks");
    for (Plan.PlannedCheck check : plan.checks()) {
      out.writeStartObject();
      out.writeStringField("title", check.title());
      out.writeFieldName("condition");
      values.value(check.condition());
      out.writeFieldName("message");
      values.value(check.message());
      out.writeEndObject();
    }
    out.writeEndArray();
  }

  private void outputs(Plan plan) throws IOException {
    out.writeArrayFieldStart("outputs");
    for (Plan.PlannedOutput output : plan.outputs()) {
      out.writeStartObject();
      out.writeStringField("name", output.name());
      out.writeFieldName("value");
      values.value(output.value());
      out.writeBooleanField("secret", output.secret());
      out.writeEndObject();
    }
    out.writeEndArray();
  }

  private void texts(String name, Map<String, String> texts) throws IOException {
    out.writeObjectFieldStart(name);
    for (Map.Entry<String, String> entry : texts.entrySet()) {
      out.writeStringField(entry.getKey(), entry.getValue());
    }
    out.writeEndObject();
  }

  private void host(HostInstance host) throws IOException {
    out.writeStartObject();
    out.writeStringField("address", host.address().toString());
    out.writeStringField("kind", host.kind());
    out.writeFieldName("values");
    values.fields(host.values());
    if (host.by().isPresent()) {
      out.writeStringField("by", host.by().get().toString());
    }
    out.writeNumberField("from", host.origin().start());
    out.writeNumberField("to", host.origin().end());
    out.writeEndObject();
  }

  private void change(PlannedChange change) throws IOException {
    out.writeStartObject();
    out.writeStringField("address", change.address().toString());
    out.writeStringField("kind", change.kind());
    out.writeStringField("action", change.action().name());
    out.writeStringField("host", change.host().toString());
    if (change.object().isPresent()) {
      out.writeFieldName("object");
      RefCodec.write(change.object().get(), out);
    }
    PlanReport.taken(change, out);
    if (change.goesWith().isPresent()) {
      out.writeStringField("goes_with", change.goesWith().get().toString());
    }
    out.writeStringField("impact", change.impact().word());
    OpCodec.texts("reasons", change.reasons(), out);
    out.writeArrayFieldStart("fields");
    for (FieldChange field : change.fields()) {
      field(field);
    }
    out.writeEndArray();
    out.writeEndObject();
  }

  private void field(FieldChange field) throws IOException {
    out.writeStartObject();
    out.writeFieldName("path");
    values.path(field.path());
    out.writeFieldName("before");
    values.value(field.before());
    out.writeFieldName("after");
    values.value(field.after());
    out.writeBooleanField("secret", field.secret());
    out.writeStringField("impact", field.impact().word());
    out.writeEndObject();
  }
}
