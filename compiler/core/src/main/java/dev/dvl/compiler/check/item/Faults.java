package dev.dvl.compiler.check.item;

import dev.dvl.compiler.check.expr.CheckCodes;
import dev.dvl.compiler.check.expr.Context;
import dev.dvl.compiler.check.expr.Demands;
import dev.dvl.compiler.check.expr.Typing;
import dev.dvl.compiler.check.fit.Shapes;
import dev.dvl.compiler.diagnostic.Diagnostic;
import dev.dvl.compiler.diagnostic.Spelling;
import dev.dvl.compiler.resolve.TestForm;
import dev.dvl.compiler.syntax.Body;
import dev.dvl.compiler.syntax.Expr;
import dev.dvl.compiler.syntax.Item;
import dev.dvl.compiler.type.ScalarKind;
import dev.dvl.compiler.type.Type;
import dev.dvl.compiler.type.TypeText;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Checks the faults that tests order: {@code fault { call = "container.start", times = 1 }}. */
final class Faults {
  private static final String CALL = "call";
  private static final String ON = "on";
  private static final String ANY = "*";

  private static final Map<String, Type> TYPES =
      Map.of(
          CALL,
          Type.of(ScalarKind.STRING),
          "takes",
          Type.of(ScalarKind.DURATION),
          "fails",
          Type.of(ScalarKind.STRING),
          "cut",
          Type.of(ScalarKind.BOOL),
          "times",
          Type.of(ScalarKind.INT));

  private final Typing typing;

  Faults(Typing typing) {
    this.typing = typing;
  }

  void check(Item.Declaration fault) {
    boolean call = false;
    for (Item item : fault.body().map(Body::items).orElse(List.of())) {
      if (item instanceof Item.Attribute attribute) {
        String name = TestForm.word(attribute.key()).orElse("");
        call |= name.equals(CALL);
        setting(attribute, name);
      }
    }
    if (!call) {
      typing.report(
          Diagnostic.at(TestCodes.FAULT, fault.kind().span(), "this names no call")
              .note("Write which, as in `fault { call = \"container.start\" }`."));
    }
  }

  private void setting(Item.Attribute attribute, String name) {
    Expr value = attribute.value();
    if (name.equals(ON)) {
      resource(value);
    } else if (TYPES.containsKey(name)) {
      typing.check(value, TYPES.get(name), Context.NONE);
      if (name.equals(CALL) && value instanceof Expr.Text text) {
        text.literal().ifPresent(it -> kind(value, it));
      }
    } else {
      typing.infer(value, Context.NONE);
      unknown(attribute, name);
    }
  }

  /** The kind before the dot; which calls there are, the sandbox knows. */
  private void kind(Expr call, String text) {
    String kind = text.split("\\.", 2)[0];
    if (kind.equals(ANY) || typing.kinds().find(kind).isPresent()) {
      return;
    }
    Diagnostic unknown =
        Diagnostic.at(TestCodes.FAULT, call.span(), "`" + text + "` is no call")
            .note("Calls look like `container.start` or `*.make`.");
    List<String> kinds = List.copyOf(typing.kinds().byName().keySet());
    typing.report(Spelling.note("a kind", kind, kinds).map(unknown::note).orElse(unknown));
  }

  private void resource(Expr value) {
    Type type = typing.infer(value, Context.NONE);
    boolean fits =
        switch (Shapes.present(type)) {
          case Type.Ref _, Type.Keyed _, Type.Wrong _ -> true;
          case Type ignored -> false;
        };
    if (fits) {
      new Demands(typing).knownAndOpen(value, type, "the resource of a fault");
    } else {
      typing.report(
          Diagnostic.at(
              CheckCodes.MISMATCH,
              value.span(),
              "expected a resource, found `" + TypeText.of(type) + "`"));
    }
  }

  private void unknown(Item.Attribute attribute, String name) {
    List<String> names = new ArrayList<>(TYPES.keySet());
    names.add(ON);
    Diagnostic unknown =
        Diagnostic.at(
            TestCodes.UNKNOWN, attribute.key().span(), "a fault has no attribute `" + name + "`");
    Optional<String> similar = Spelling.note("an attribute", name, names);
    typing.report(similar.map(unknown::note).orElse(unknown));
  }
}
