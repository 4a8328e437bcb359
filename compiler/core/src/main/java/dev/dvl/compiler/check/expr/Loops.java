package dev.dvl.compiler.check.expr;

import dev.dvl.compiler.check.fit.Joins;
import dev.dvl.compiler.check.fit.Shapes;
import dev.dvl.compiler.diagnostic.Article;
import dev.dvl.compiler.diagnostic.Diagnostic;
import dev.dvl.compiler.resolve.Enclosure;
import dev.dvl.compiler.resolve.Symbol;
import dev.dvl.compiler.source.Span;
import dev.dvl.compiler.syntax.ComprehensionHead;
import dev.dvl.compiler.type.Qualifiers;
import dev.dvl.compiler.type.ScalarKind;
import dev.dvl.compiler.type.Type;
import dev.dvl.compiler.type.TypeText;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Heads of loops: what they loop over, and the types of their variables. */
public final class Loops {
  private final Typing typing;
  private final Heads heads;

  /** The heads of {@code for} items, with what stands around each. */
  public static final class Heads {
    private final IdentityHashMap<ComprehensionHead, List<Enclosure>> around =
        new IdentityHashMap<>();

    /** Says that a head is that of a {@code for} item, and what stands around it. */
    public void add(ComprehensionHead head, List<Enclosure> enclosing) {
      around.put(head, List.copyOf(enclosing));
    }
  }

  /** What a source gives in each round. */
  private record Round(Type key, Type value, Qualifiers shape) {}

  Loops(Typing typing, Heads heads) {
    this.typing = typing;
    this.heads = heads;
  }

  /** The type of a variable of a {@code for} item. */
  Type variable(Symbol.Loop loop) {
    List<Enclosure> enclosing = heads.around.get(loop.head());
    if (enclosing == null) {
      return Shapes.WRONG;
    }
    Round round = known(loop.head(), Context.NONE.and(typing.narrowing().inside(enclosing)));
    bind(loop.head(), round, loop);
    return loop.isKey() ? round.key() : round.value();
  }

  /** What the source of a {@code for} item gives; it must be known how many and which keys. */
  private Round known(ComprehensionHead head, Context context) {
    Round round = round(head, context);
    Type source = typing.types().of(head.source());
    boolean known = new Demands(typing).shape(head.source(), source, "the source of a `for`");
    return known ? round : new Round(Shapes.WRONG, Shapes.WRONG, Qualifiers.PLAIN);
  }

  /** Types the head of a comprehension; gives the qualifiers of how many elements there are. */
  Qualifiers comprehension(ComprehensionHead head, Context context) {
    Round round = round(head, context);
    bind(head, round, null);
    Qualifiers shape = round.shape();
    return head.condition().map(it -> shape.or(typing.condition(it, context))).orElse(shape);
  }

  @SuppressWarnings("ReferenceEquality") // symbols are compared by identity
  private void bind(ComprehensionHead head, Round round, Symbol.@Nullable Loop asked) {
    for (Symbol.Loop variable : typing.names().variables(head)) {
      if (variable != asked) {
        typing.symbols().put(variable, variable.isKey() ? round.key() : round.value());
      }
    }
  }

  private Round round(ComprehensionHead head, Context context) {
    Type source = typing.infer(head.source(), context);
    return round(source)
        .orElseGet(
            () -> {
              report(head.source().span(), source);
              return new Round(Shapes.WRONG, Shapes.WRONG, Qualifiers.PLAIN);
            });
  }

  private static Optional<Round> round(Type source) {
    return switch (source) {
      case Type.ListOf(Type element, Qualifiers shape) ->
          Optional.of(new Round(Shapes.scalar(ScalarKind.INT, shape), element, shape));
      case Type.SetOf(Type element, Qualifiers shape) ->
          Optional.of(new Round(Shapes.scalar(ScalarKind.INT, shape), element, shape));
      case Type.MapOf(Type value, Qualifiers shape) ->
          Optional.of(new Round(Shapes.scalar(ScalarKind.STRING, shape), value, shape));
      case Type.ObjectOf object -> object(object);
      case Type.Keyed keyed -> Optional.of(keyed(keyed));
      case Type.Refined refined -> round(refined.base());
      case Type.Wrong wrong -> Optional.of(new Round(wrong, wrong, Qualifiers.PLAIN));
      case Type ignored -> Optional.empty();
    };
  }

  private static Optional<Round> object(Type.ObjectOf object) {
    List<Type> values = new ArrayList<>();
    object.fields().values().forEach(field -> values.add(field.type()));
    Qualifiers shape = object.qualifiers();
    return Joins.of(values)
        .map(value -> new Round(Shapes.scalar(ScalarKind.STRING, shape), value, shape));
  }

  private static Round keyed(Type.Keyed keyed) {
    Type key = Type.of(keyed.keys().getFirst());
    return new Round(key, Indexing.inner(keyed), Qualifiers.PLAIN);
  }

  private void report(Span span, Type source) {
    Diagnostic wrong =
        source instanceof Type.Maybe
            ? Diagnostic.at(CheckCodes.MAY_BE_NULL, span, "this may be null")
                .note("Loop over nothing in that case: `… ?? []`.")
            : Diagnostic.at(
                    CheckCodes.SOURCE,
                    span,
                    Article.quoted(TypeText.of(source)) + " has no elements to loop over")
                .note("A loop goes over a list, a set, a map, a range or keyed resources.");
    typing.report(wrong);
  }
}
