package dev.dvl.compiler.lower;

import dev.dvl.compiler.check.Types;
import dev.dvl.compiler.diagnostic.Diagnostic;
import dev.dvl.compiler.resolve.Enclosure;
import dev.dvl.compiler.resolve.Names;
import dev.dvl.compiler.resolve.Symbol;
import dev.dvl.compiler.schema.Kinds;
import dev.dvl.compiler.source.Span;
import dev.dvl.compiler.syntax.Expr;
import dev.dvl.compiler.value.Term;
import dev.dvl.compiler.value.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What all parts of one lowering share: the checked program, what is given, what is reported. */
final class Session {
  final Names names;
  final Types types;
  final Kinds kinds;
  final Inputs inputs;
  final Budget budget;
  final Expressions expressions;
  final Declarations declarations;
  final Unfolded unfolded;
  final Unfolding unfolding;
  final Placing placing;
  final Settings settings;
  final Parameters parameters;
  final Variables variables;
  final MadeNames madeNames;
  final Conversion conversion;
  final FilesRead files;
  final Observed observed;
  private final List<Diagnostic> diagnostics = new ArrayList<>();
  private final Set<Mistake> told = new HashSet<>();
  private final Map<Span, String> unevaluated = new HashMap<>();

  /** What makes two diagnostics the same one, met for two instances. */
  private record Mistake(String code, Span span) {}

  Session(Names names, Types types, Kinds kinds, Inputs inputs) {
    this(names, types, kinds, inputs, Map.of());
  }

  /** {@code written}: values of parameters that a test of the program gives. */
  Session(Names names, Types types, Kinds kinds, Inputs inputs, Map<String, Expr> written) {
    this.names = names;
    this.types = types;
    this.kinds = kinds;
    this.inputs = inputs;
    this.budget = new Budget(inputs.limits());
    this.madeNames = new MadeNames(inputs.stack());
    this.files = new FilesRead(inputs.files());
    this.conversion = new Conversion(this);
    this.variables = new Variables(this);
    this.parameters = new Parameters(this, written);
    this.settings = new Settings(this);
    this.declarations = new Declarations(names);
    this.unfolded = new Unfolded(budget);
    this.unfolding = new Unfolding(this, Optional.empty());
    this.placing = new Placing(this);
    this.expressions = new Expressions(this);
    this.observed = new Observed(this);
  }

  /** The resources and uses among which a declaration stands, seen from a scope. */
  Unfolding unfolding(Symbol.Placed placed, Scope scope) {
    return Enclosure.component(placed.enclosing()).isEmpty()
        ? unfolding
        : scope.frame().map(Frame::unfolding).orElse(unfolding);
  }

  void report(Failure failure) {
    failure.diagnostic().ifPresent(this::report);
  }

  /** Reports a mistake once, however many instances have it. */
  void report(Diagnostic diagnostic) {
    Span span = diagnostic.primary().map(label -> label.span()).orElse(Span.at(0));
    if (told.add(new Mistake(diagnostic.code().id(), span))) {
      diagnostics.add(diagnostic);
    }
  }

  /** Notes that something was left alone because it hangs on what is not given. */
  void leave(Span span, String what) {
    unevaluated.putIfAbsent(span, what);
  }

  /** What is needed now is not known: because of a parameter that is not given, or by a mistake. */
  Failure open(Value value, Span span, String what) {
    if (value instanceof Value.Deferred(Term term) && parameters.isOpen(term)) {
      leave(span, what);
      return Failure.told();
    }
    return Failure.at(LowerCodes.NOT_KNOWN, span, what + " must be known when planning");
  }

  /** The text of an expression that is a name or a path, for messages. */
  String expressionText(Expr expr) {
    return switch (expr) {
      case Expr.NameRef(var ignored, String name) -> name;
      case Expr.Member member -> expressionText(member.target()) + "." + member.name().text();
      case Expr.Index index -> expressionText(index.target()) + "[…]";
      case Expr ignored -> "this";
    };
  }

  Map<Span, String> unevaluated() {
    return Map.copyOf(unevaluated);
  }

  List<Diagnostic> diagnostics() {
    return List.copyOf(diagnostics);
  }

  boolean hasErrors() {
    return diagnostics.stream().anyMatch(Diagnostic::isError);
  }
}
