package dev.dvl.compiler.lower.unfold;

import dev.dvl.compiler.diagnostic.Diagnostic;
import dev.dvl.compiler.eval.Environment;
import dev.dvl.compiler.lower.expr.Collections;
import dev.dvl.compiler.lower.expr.Expressions;
import dev.dvl.compiler.lower.expr.Scope;
import dev.dvl.compiler.lower.run.Failure;
import dev.dvl.compiler.lower.run.LowerCodes;
import dev.dvl.compiler.lower.run.Run;
import dev.dvl.compiler.resolve.Meaning;
import dev.dvl.compiler.schema.Attribute;
import dev.dvl.compiler.schema.Block;
import dev.dvl.compiler.source.Span;
import dev.dvl.compiler.syntax.Body;
import dev.dvl.compiler.syntax.Expr;
import dev.dvl.compiler.syntax.Item;
import dev.dvl.compiler.syntax.Name;
import dev.dvl.compiler.value.Term;
import dev.dvl.compiler.value.Texts;
import dev.dvl.compiler.value.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Blocks in the body of a resource, those under {@code for} and {@code if} among them. */
final class Blocks {
  private final Run run;
  private final Expressions expressions;

  Blocks(Run run, Expressions expressions) {
    this.run = run;
    this.expressions = expressions;
  }

  /** The block as an object; a labelled one as a map of objects; null where it is not there. */
  Value value(Block block, List<Item> items, Scope scope) throws Failure {
    List<Found> found = new ArrayList<>();
    find(block, items, scope, found);
    if (found.isEmpty()) {
      return Value.Null.NULL;
    }
    if (!block.labelled()) {
      return object(block, found.getFirst());
    }
    Map<String, Value> labelled = new HashMap<>();
    Map<String, Span> seen = new HashMap<>();
    for (Found one : found) {
      String label = label(one);
      Span first = seen.putIfAbsent(label, one.item.span());
      if (first != null) {
        throw new Failure(
            Diagnostic.at(
                LowerCodes.ENTRY_TWICE,
                one.item.span(),
                "there is a `" + block.name() + "` " + Texts.quoted(label) + " already"));
      }
      labelled.put(label, object(block, one));
    }
    return Value.MapOf.of(labelled);
  }

  private record Found(Item.Declaration item, Scope scope) {}

  private void find(Block block, List<Item> items, Scope outer, List<Found> found) throws Failure {
    Scope scope = expressions.lets().inside(items, outer);
    for (Item item : items) {
      switch (item) {
        case Item.Declaration declaration when isPart(declaration, block) ->
            found.add(new Found(declaration, scope));
        case Item.For loop when mentions(loop.body().items(), block) -> {
          Optional<List<Scope>> rounds = expressions.rounds().of(loop.head(), scope);
          if (rounds.isEmpty()) {
            run.report().leave(loop.head().span(), "what a loop goes over");
            throw Failure.told();
          }
          for (Scope round : rounds.get()) {
            find(block, loop.body().items(), round, found);
          }
        }
        case Item.If choice
            when mentions(choice.then().items(), block)
                || mentions(choice.otherwise().map(Body::items).orElse(List.of()), block) ->
            choice(block, choice, scope, found);
        case Item ignored -> {}
      }
    }
  }

  private void choice(Block block, Item.If choice, Scope scope, List<Found> found) throws Failure {
    Value holds = expressions.known(choice.condition(), scope, "this condition");
    if (holds.equals(Value.of(true))) {
      find(block, choice.then().items(), scope, found);
    } else if (choice.otherwise().isPresent()) {
      find(block, choice.otherwise().get().items(), scope, found);
    }
  }

  private boolean mentions(List<Item> items, Block block) {
    return items.stream()
        .anyMatch(
            item ->
                switch (item) {
                  case Item.Declaration declaration -> isPart(declaration, block);
                  case Item.For loop -> mentions(loop.body().items(), block);
                  case Item.If choice ->
                      mentions(choice.then().items(), block)
                          || mentions(choice.otherwise().map(Body::items).orElse(List.of()), block);
                  case Item ignored -> false;
                });
  }

  private boolean isPart(Item.Declaration declaration, Block block) {
    return run.names().meaning(declaration).orElse(null) instanceof Meaning.Part(Block schema)
        && schema.name().equals(block.name());
  }

  /** {@code root}, or with keys {@code data[1]}. */
  private String label(Found found) throws Failure {
    StringBuilder label = new StringBuilder(found.item.name().map(Name::text).orElse(""));
    for (Expr expr : found.item.keys()) {
      Value key = expressions.known(expr, found.scope, "a label");
      label.append('[').append(Collections.text(key, expr.span())).append(']');
    }
    return label.toString();
  }

  private Value object(Block block, Found found) throws Failure {
    Map<String, Value> fields = new HashMap<>();
    for (Item item : found.item.body().map(Body::items).orElse(List.of())) {
      if (item instanceof Item.Attribute attribute) {
        fields.put(
            BodyIndex.name(attribute.key()), expressions.value(attribute.value(), found.scope));
      }
    }
    for (Attribute attribute : block.attributes()) {
      Value set = fields.getOrDefault(attribute.name(), Value.Null.NULL);
      if (set.isNull() && attribute.unset() instanceof Attribute.Default.Sent(Term term)) {
        fields.put(
            attribute.name(),
            ResourceSettings.reduce(term, environment(fields), found.item.span()));
      }
    }
    return Value.ObjectOf.of(fields);
  }

  private static Environment environment(Map<String, Value> fields) {
    return new Environment() {
      @Override
      public Optional<Value> variable(String name) {
        return Optional.of(fields.getOrDefault(name, Value.Null.NULL));
      }
    };
  }
}
