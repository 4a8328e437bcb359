package dev.dvl.compiler.validate;

import dev.dvl.compiler.diagnostic.Diagnostic;
import dev.dvl.compiler.eval.EvaluationProblem;
import dev.dvl.compiler.eval.ValueText;
import dev.dvl.compiler.ir.Instance;
import dev.dvl.compiler.schema.Attribute;
import dev.dvl.compiler.schema.Block;
import dev.dvl.compiler.schema.KindSchema;
import dev.dvl.compiler.type.Type;
import dev.dvl.compiler.value.Path;
import dev.dvl.compiler.value.Value;

/** What a kind says about the values of one attribute: names, ranges. */
final class ForbiddenValues implements Rule {

  @Override
  public void check(Facts facts, RuleReport report) {
    for (Instance instance : facts.all()) {
      KindSchema kind = facts.kind(instance);
      for (Attribute attribute : kind.attributes()) {
        if (attribute.where().isPresent()) {
          Path path = Path.of(attribute.name());
          check(facts, report, instance, attribute, path, instance.value(attribute.name()));
        }
      }
      for (Block block : kind.blocks()) {
        block(facts, report, instance, block);
      }
    }
  }

  private static void block(Facts facts, RuleReport report, Instance instance, Block block) {
    Path path = Path.of(block.name());
    switch (instance.value(block.name())) {
      case Value.ObjectOf object -> fields(facts, report, instance, block, path, object);
      case Value.MapOf(var labelled) ->
          labelled.forEach(
              (label, part) -> {
                if (part instanceof Value.ObjectOf object) {
                  fields(facts, report, instance, block, path.entry(label), object);
                }
              });
      case Value ignored -> {}
    }
  }

  private static void fields(
      Facts facts,
      RuleReport report,
      Instance instance,
      Block block,
      Path path,
      Value.ObjectOf object) {
    for (Attribute attribute : block.attributes()) {
      String name = attribute.name();
      check(facts, report, instance, attribute, path.field(name), object.field(name));
    }
  }

  private static void check(
      Facts facts,
      RuleReport report,
      Instance instance,
      Attribute attribute,
      Path path,
      Value value) {
    if (attribute.where().isEmpty() || value.isNull()) {
      return;
    }
    Type.Condition condition = attribute.where().get();
    try {
      Value holds = facts.reduce(condition.term(), instance, value);
      if (holds.equals(Value.of(false))) {
        report.add(forbidden(facts, instance, condition, path, value));
      } else if (holds instanceof Value.Deferred) {
        report.open(open(instance, path));
      }
    } catch (EvaluationProblem e) {
      report.open(open(instance, path));
    }
  }

  private static Unevaluated open(Instance instance, Path path) {
    return new Unevaluated(
        "the condition on `" + path + "`", instance.address(), instance.origin());
  }

  private static Diagnostic forbidden(
      Facts facts, Instance instance, Type.Condition condition, Path path, Value value)
      throws EvaluationProblem {
    String text = "`" + path + "` cannot be " + ValueText.of(value);
    Diagnostic forbidden =
        Diagnostic.at(RuleCodes.VALUE, instance.originOf(path), text)
            .label(instance.origin(), "in `" + instance.address() + "`");
    if (condition.message().isEmpty()) {
      return forbidden;
    }
    Value said = facts.reduce(condition.message().get(), instance, value);
    return said instanceof Value.Text(String words)
        ? forbidden.note("What it may be: " + words + ".")
        : forbidden;
  }
}
