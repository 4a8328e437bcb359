package dev.dvl.compiler.check.expr;

import dev.dvl.compiler.check.fit.Fits;
import dev.dvl.compiler.check.fit.Misfit;
import dev.dvl.compiler.check.fit.Shapes;
import dev.dvl.compiler.check.result.Types;
import dev.dvl.compiler.diagnostic.Diagnostic;
import dev.dvl.compiler.diagnostic.Diagnostics;
import dev.dvl.compiler.resolve.Names;
import dev.dvl.compiler.resolve.Symbol;
import dev.dvl.compiler.schema.Kinds;
import dev.dvl.compiler.syntax.Expr;
import dev.dvl.compiler.type.Qualifiers;
import dev.dvl.compiler.type.Qualities;
import dev.dvl.compiler.type.ScalarKind;
import dev.dvl.compiler.type.Stage;
import dev.dvl.compiler.type.Type;
import dev.dvl.compiler.value.Value;
import java.util.Optional;
import java.util.function.Function;

/**
 * Finds the type of each expression, once: either from the expression alone, or led by the type
 * that is wanted where it stands, to which literals adapt.
 */
public final class Typing {
  /** Any bool: later or secret ones too. */
  private static final Type ANY_BOOL =
      new Type.Scalar(ScalarKind.BOOL, new Qualifiers(Stage.LATER, true));

  private final Names names;
  private final Kinds kinds;
  private final Diagnostics diagnostics;
  private final Types types = new Types();
  private final Fits fits;
  private final Narrowing narrowing;
  private final Mismatches mismatches;
  private final WrittenTypes written;
  private final Symbols symbols;
  private final SettingTypes settings;
  private final Lists lists = new Lists(this);
  private final Objects objects = new Objects(this);
  private final Loops loops;
  private final ComponentTypes components;
  private final Comprehensions comprehensions;
  private final Members members = new Members(this);
  private final Indexing indexing = new Indexing(this);
  private final Operators operators = new Operators(this);
  private final Choices choices = new Choices(this);
  private final Matches matches = new Matches(this);
  private final CallTypes calls = new CallTypes(this);
  private final Interpolation interpolation = new Interpolation(this);

  public Typing(
      Names names,
      Kinds kinds,
      Diagnostics diagnostics,
      Loops.Heads heads,
      Function<Typing, ComponentTypes> components) {
    this.names = names;
    this.kinds = kinds;
    this.diagnostics = diagnostics;
    this.fits = new Fits(kinds);
    this.narrowing = new Narrowing(names);
    this.mismatches = new Mismatches(this);
    this.written = new WrittenTypes(this);
    this.symbols = new Symbols(this);
    this.loops = new Loops(this, heads);
    this.components = components.apply(this);
    this.settings = new SettingTypes(this);
    this.comprehensions = new Comprehensions(this);
  }

  public Names names() {
    return names;
  }

  public Kinds kinds() {
    return kinds;
  }

  public Diagnostics diagnostics() {
    return diagnostics;
  }

  public Types types() {
    return types;
  }

  public Fits fits() {
    return fits;
  }

  public Narrowing narrowing() {
    return narrowing;
  }

  public WrittenTypes written() {
    return written;
  }

  public Symbols symbols() {
    return symbols;
  }

  public SettingTypes settings() {
    return settings;
  }

  public ComponentTypes components() {
    return components;
  }

  Loops loops() {
    return loops;
  }

  public Mismatches mismatches() {
    return mismatches;
  }

  public void report(Diagnostic diagnostic) {
    diagnostics.report(diagnostic);
  }

  /** The declaration that an expression means, or one of the instances of. */
  public Optional<Symbol> origin(Expr expr) {
    return switch (expr) {
      case Expr.NameRef name -> names.meaning(name);
      case Expr.Index index -> origin(index.target());
      case Expr.Splat splat -> origin(splat.target());
      case Expr.Parens parens -> origin(parens.inner());
      case Expr ignored -> Optional.empty();
    };
  }

  /** The type of {@code expr} from itself. */
  public Type infer(Expr expr, Context context) {
    Type type = natural(expr, context);
    types.put(expr, type);
    return type;
  }

  /** The type of {@code expr} where {@code wanted} is asked for; what does not fit is reported. */
  public Type check(Expr expr, Type wanted, Context context) {
    types.putWanted(expr, context.secrets() ? Qualities.plain(wanted) : wanted);
    Type type =
        switch (expr) {
          case Expr.ListLiteral list -> lists.check(list, wanted, context);
          case Expr.ListFor loop -> comprehensions.check(loop, wanted, context);
          case Expr.ObjectLiteral object -> objects.check(object, wanted, context);
          case Expr.ObjectFor loop -> comprehensions.check(loop, wanted, context);
          case Expr.Conditional choice -> choices.check(choice, wanted, context);
          case Expr.Binary binary when binary.op() == Expr.BinaryOp.COALESCE ->
              choices.check(binary, wanted, context);
          case Expr.Call call -> calls.check(call, wanted, context);
          case Expr.Match match -> matches.check(match, wanted, context);
          case Expr.Parens(var ignored, Expr inner) -> check(inner, wanted, context);
          case Expr.Constant(var ignored, Value value) -> fit(expr, exact(value), wanted);
          case Expr other -> fit(expr, infer(other, context), wanted);
        };
    types.put(expr, type);
    return type;
  }

  /** {@code have}, or the wrong type where it does not fit, which is reported. */
  Type fit(Expr expr, Type have, Type wanted) {
    Optional<Misfit> misfit = fits.against(have, wanted);
    misfit.ifPresent(it -> mismatches.report(expr, have, wanted, it));
    return misfit.isPresent() ? Shapes.WRONG : have;
  }

  /** The qualifiers of a condition. */
  public Qualifiers condition(Expr expr, Context context) {
    return Qualities.of(check(expr, ANY_BOOL, context));
  }

  private Type natural(Expr expr, Context context) {
    return switch (expr) {
      case Expr.NameRef name -> symbols.use(name, context);
      case Expr.Constant(var ignored, Value value) -> constant(value);
      case Expr.Text text -> interpolation.infer(text, context);
      case Expr.ListLiteral list -> lists.infer(list, context);
      case Expr.ListFor loop -> comprehensions.infer(loop, context);
      case Expr.ObjectLiteral object -> objects.infer(object, context);
      case Expr.ObjectFor loop -> comprehensions.infer(loop, context);
      case Expr.Member member -> members.infer(member, context);
      case Expr.Index index -> indexing.infer(index, context);
      case Expr.Splat splat -> indexing.infer(splat, context);
      case Expr.Call call -> calls.infer(call, context);
      case Expr.Unary unary -> operators.infer(unary, context);
      case Expr.Binary binary when binary.op() == Expr.BinaryOp.COALESCE ->
          choices.infer(binary, context);
      case Expr.Binary binary -> operators.infer(binary, context);
      case Expr.Conditional choice -> choices.infer(choice, context);
      case Expr.Parens(var ignored, Expr inner) -> infer(inner, context);
      case Expr.Match match -> matches.infer(match, context);
      case Expr.Broken ignored -> Shapes.WRONG;
    };
  }

  private static Type constant(Value value) {
    return value.isNull() ? new Type.Null() : Shapes.kind(value).map(Type::of).orElse(Shapes.WRONG);
  }

  private static Type exact(Value value) {
    return value.isNull() ? new Type.Null() : new Type.Literal(value, Qualifiers.PLAIN);
  }
}
