package dev.dvl.compiler.check.item;

import dev.dvl.compiler.check.expr.CheckCodes;
import dev.dvl.compiler.check.expr.Context;
import dev.dvl.compiler.check.expr.Demands;
import dev.dvl.compiler.check.expr.Typing;
import dev.dvl.compiler.diagnostic.Diagnostic;
import dev.dvl.compiler.diagnostic.Spelling;
import dev.dvl.compiler.resolve.Symbol;
import dev.dvl.compiler.resolve.TestForm;
import dev.dvl.compiler.syntax.Expr;
import dev.dvl.compiler.syntax.Item;
import dev.dvl.compiler.syntax.ObjectKey;
import dev.dvl.compiler.type.ScalarKind;
import dev.dvl.compiler.type.Type;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Checks tests: what they set is there and of its type, what they expect is a condition. */
public final class Tests {
  private final Typing typing;
  private final Faults faults;

  public Tests(Typing typing) {
    this.typing = typing;
    this.faults = new Faults(typing);
  }

  public void check(Item.Test test) {
    for (Item item : test.body().items()) {
      switch (item) {
        case Item.Attribute settings -> settings(settings);
        case Item.Expect expect -> expect(expect);
        case Item.Declaration fault -> fault(fault);
        case Item ignored -> {}
      }
    }
  }

  private void settings(Item.Attribute item) {
    if (TestForm.isSetting(item, TestForm.PARAMS)) {
      Map<String, Type> params = new HashMap<>();
      for (Symbol.Param param : typing.names().contents().params()) {
        params.put(param.name(), typing.symbols().of(param));
      }
      each(item, "parameter", params);
    } else if (TestForm.isSetting(item, TestForm.SECRETS)) {
      Map<String, Type> secrets = new HashMap<>();
      for (Symbol.Secret secret : typing.names().secrets()) {
        secrets.put(secret.name(), Type.of(ScalarKind.STRING));
      }
      each(item, "secret", secrets);
    }
  }

  private void each(Item.Attribute item, String what, Map<String, Type> types) {
    Set<String> seen = new HashSet<>();
    for (Expr.Entry entry : TestForm.entries(item)) {
      String name = TestForm.word(entry.key()).orElse("");
      Type type = types.get(name);
      if (type == null) {
        unknown(entry.key(), name, what, List.copyOf(types.keySet()));
        typing.infer(entry.value(), Context.NONE);
      } else {
        typing.check(entry.value(), type, Context.NONE);
      }
      if (!seen.add(name)) {
        typing.report(
            Diagnostic.at(
                CheckCodes.FIELD_TWICE, entry.key().span(), "`" + name + "` is here already"));
      }
    }
  }

  private void unknown(ObjectKey key, String name, String what, List<String> known) {
    if (!name.isEmpty()) {
      Diagnostic unknown =
          Diagnostic.at(
              TestCodes.UNKNOWN, key.span(), "the program has no " + what + " `" + name + "`");
      typing.report(Spelling.note("a " + what, name, known).map(unknown::note).orElse(unknown));
    }
  }

  private void expect(Item.Expect expect) {
    Expr condition = expect.condition();
    typing.condition(condition, Context.NONE);
    Context failed = Context.NONE.and(typing.narrowing().whenFalse(condition));
    expect
        .message()
        .ifPresent(
            it -> {
              Type type = typing.check(it, Declarations.MESSAGE, failed);
              new Demands(typing).open(it, type, "a message");
            });
  }

  private void fault(Item.Declaration item) {
    if (item.kind().text().equals(TestForm.FAULT)) {
      faults.check(item);
    }
  }
}
