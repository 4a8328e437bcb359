package dev.dvl.compiler.lower;

import dev.dvl.compiler.resolve.TestForm;
import dev.dvl.compiler.syntax.Expr;
import dev.dvl.compiler.syntax.Item;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The statements of a test up to where it sets something anew. What a later part does not set stays
 * as the parts before it set it.
 *
 * @param params the values of parameters, by name; {@code secrets} those of secrets
 * @param items the statements that set nothing
 */
public record TestPhase(Map<String, Expr> params, Map<String, Expr> secrets, List<Item> items) {

  public TestPhase {
    params = Map.copyOf(params);
    secrets = Map.copyOf(secrets);
    items = List.copyOf(items);
  }

  /** The parts of a test, at least one. */
  public static List<TestPhase> of(Item.Test test) {
    List<TestPhase> phases = new ArrayList<>();
    Map<String, Expr> params = new HashMap<>();
    Map<String, Expr> secrets = new HashMap<>();
    List<Item> items = new ArrayList<>();
    for (Item item : test.body().items()) {
      if (!(item instanceof Item.Attribute setting)) {
        items.add(item);
        continue;
      }
      if (!items.isEmpty()) {
        phases.add(new TestPhase(params, secrets, items));
        items.clear();
      }
      put(setting, TestForm.isSetting(item, TestForm.PARAMS) ? params : secrets);
    }
    phases.add(new TestPhase(params, secrets, items));
    return phases;
  }

  private static void put(Item.Attribute setting, Map<String, Expr> into) {
    for (Expr.Entry entry : TestForm.entries(setting)) {
      TestForm.word(entry.key()).ifPresent(name -> into.put(name, entry.value()));
    }
  }

  /** What a test is called. */
  public static String title(Item.Test test) {
    return test.title() instanceof Expr.Text text ? text.literal().orElse("") : "";
  }
}
