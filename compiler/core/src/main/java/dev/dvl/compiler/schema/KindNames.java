package dev.dvl.compiler.schema;

import dev.dvl.compiler.diagnostic.Diagnostic;
import dev.dvl.compiler.diagnostic.Diagnostics;
import dev.dvl.compiler.source.Span;
import dev.dvl.compiler.syntax.Item;
import dev.dvl.compiler.syntax.Name;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The names that a kind declares, each of them once, and none that every kind has anyway. */
final class KindNames {
  /**
   * What every resource may set; {@code name} is left to the kind, which knows the platform's rule.
   */
  static final Set<String> COMMON =
      Set.of("after", "protect", "update", "adopt", "replace_when", "timeouts", "on");

  private KindNames() {}

  static Set<String> attributes(List<Item> items) {
    return items.stream()
        .filter(Item.Field.class::isInstance)
        .map(item -> ((Item.Field) item).name().text())
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  /** What rules of the kind may read: its attributes, and its blocks with their parts. */
  static RuleNames scope(List<Item> items) {
    RuleNames scope = new RuleNames(attributes(items), Map.of());
    for (Item item : items) {
      if (item instanceof Item.BlockSchema block) {
        scope =
            block.key().isPresent()
                ? scope.with(block.name().text())
                : scope.with(block.name().text(), attributes(block.body().items()));
      }
    }
    return scope;
  }

  static Set<String> states(List<Item> items) {
    return items.stream()
        .filter(Item.State.class::isInstance)
        .map(item -> ((Item.State) item).name().text())
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  /** What an impact may read of an object as it is: attributes, blocks and outputs. */
  static Set<String> live(List<Item> items) {
    Set<String> names = new LinkedHashSet<>(scope(items).names());
    for (Item item : items) {
      if (item instanceof Item.Output output) {
        names.add(output.name().text());
      }
    }
    return names;
  }

  static void check(List<Item> items, Diagnostics diagnostics) {
    Map<String, Span> first = new HashMap<>();
    for (Item item : items) {
      switch (item) {
        case Item.Field field -> check(field.name(), first, diagnostics);
        case Item.BlockSchema block -> {
          check(block.name(), first, diagnostics);
          check(block.body().items(), diagnostics);
        }
        case Item.Output output -> check(output.name(), first, diagnostics);
        case Item.State state -> check(state.name(), first, diagnostics);
        case Item ignored -> {}
      }
    }
  }

  private static void check(Name name, Map<String, Span> first, Diagnostics diagnostics) {
    if (COMMON.contains(name.text())) {
      diagnostics.report(
          Diagnostic.at(SchemaCodes.RESERVED, name.span(), "every kind has `" + name.text() + "`"));
    }
    Span earlier = first.putIfAbsent(name.text(), name.span());
    if (earlier != null && !name.isMissing()) {
      diagnostics.report(
          Diagnostic.at(SchemaCodes.TWICE, name.span(), "`" + name.text() + "` is declared already")
              .label(earlier, "first declared here"));
    }
  }
}
