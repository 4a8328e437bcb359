package dev.dvl.compiler.check.fit;

import dev.dvl.compiler.eval.ScalarText;
import dev.dvl.compiler.schema.Kinds;
import dev.dvl.compiler.type.Qualifiers;
import dev.dvl.compiler.type.Qualities;
import dev.dvl.compiler.type.ScalarKind;
import dev.dvl.compiler.type.Stage;
import dev.dvl.compiler.type.Type;
import dev.dvl.compiler.type.TypeText;
import dev.dvl.compiler.value.Value;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Whether a value of one type may stand where another is wanted.
 *
 * <p>What changes no value fits: an int as a decimal, a refined text as a string, a list as a set,
 * an object as a map. A string fits a refined type where it is known when planning, since it is
 * checked then.
 */
public final class Fits {
  private final Kinds kinds;

  public Fits(Kinds kinds) {
    this.kinds = kinds;
  }

  /** The gravest reason against it; empty where there is none. */
  @SuppressWarnings("ReferenceEquality") // only a shortcut: a type and itself need no walk
  public Optional<Misfit> against(Type have, Type want) {
    if (have == want || Shapes.isWrong(have) || Shapes.isWrong(want)) {
      return Optional.empty();
    }
    return switch (have) {
      case Type.Union(List<Type> members) -> gravest(members.stream().map(it -> against(it, want)));
      case Type.Null ignored -> isOptional(want) ? Optional.empty() : misfit(new Misfit.Nullable());
      case Type.Maybe(Type inner) when isOptional(want) -> against(inner, want);
      case Type.Maybe(Type inner) ->
          gravest(Stream.of(Optional.of(new Misfit.Nullable()), against(inner, want)));
      case Type present -> present(present, want);
    };
  }

  public boolean accepts(Type want, Type have) {
    return against(have, want).isEmpty();
  }

  private static boolean isOptional(Type want) {
    return want instanceof Type.Maybe || want instanceof Type.Null;
  }

  private Optional<Misfit> present(Type have, Type want) {
    return switch (want) {
      case Type.Maybe(Type inner) -> against(have, inner);
      case Type.Union(List<Type> members) -> anyOf(have, members);
      case Type.Refined refined -> refined(have, refined);
      case Type.Literal literal -> literal(have, literal);
      case Type.Scalar scalar -> scalar(have, scalar);
      case Type.ListOf(Type element, Qualifiers shape) -> list(have, element, shape);
      case Type.SetOf(Type element, Qualifiers shape) -> set(have, element, shape);
      case Type.MapOf(Type value, Qualifiers shape) -> map(have, value, shape);
      case Type.ObjectOf object ->
          have instanceof Type.ObjectOf other
              ? new ObjectFits(this).against(other, object)
              : shape();
      case Type.Ref ref -> have instanceof Type.Ref other ? ref(other, ref) : shape();
      case Type.Composite _, Type.Keyed _, Type.StateOf _ ->
          have.equals(want) ? Optional.empty() : shape();
      case Type.Null ignored -> shape();
      case Type.Wrong ignored -> Optional.empty();
    };
  }

  /** The least grave of what is against each member; fixed values are told together. */
  private Optional<Misfit> anyOf(Type have, List<Type> members) {
    Optional<Misfit> least = Optional.empty();
    for (Type member : members) {
      Optional<Misfit> found = against(have, member);
      if (found.isEmpty()) {
        return found;
      }
      boolean better = least.isEmpty() || found.get().gravity() < least.get().gravity();
      least = better ? found : least;
    }
    boolean fixed = least.isPresent() && least.get() instanceof Misfit.NoneOf;
    return fixed ? misfit(new Misfit.NoneOf(allowed(members))) : least.or(Fits::shape);
  }

  private static List<String> allowed(List<Type> members) {
    return members.stream().filter(Type.Literal.class::isInstance).map(TypeText::of).toList();
  }

  private Optional<Misfit> refined(Type have, Type.Refined want) {
    if (have instanceof Type.Refined other
        && other.name().equals(want.name())
        && other.condition().equals(want.condition())) {
      return against(other.base(), want.base());
    }
    Optional<Misfit> base = against(have, want.base());
    boolean unchecked = base.isEmpty() && Qualities.isLater(have);
    return unchecked ? misfit(new Misfit.TooLate()) : base;
  }

  private Optional<Misfit> literal(Type have, Type.Literal want) {
    if (have instanceof Type.Literal(Value value, Qualifiers of)) {
      if (value.equals(want.value())) {
        return qualifiers(of, want.qualifiers());
      }
      boolean alike = Shapes.kind(value).equals(Shapes.kind(want.value()));
      return alike ? misfit(new Misfit.NoneOf(List.of(TypeText.of(want)))) : shape();
    }
    return have instanceof Type.Refined refined ? against(refined.base(), want) : shape();
  }

  private Optional<Misfit> scalar(Type have, Type.Scalar want) {
    return switch (have) {
      case Type.Refined refined -> against(refined.base(), want);
      case Type.Literal(Value value, Qualifiers of) -> value(value, of, want);
      case Type.Scalar(ScalarKind kind, Qualifiers of) -> kinds(kind, of, want);
      case Type ignored -> shape();
    };
  }

  private Optional<Misfit> value(Value value, Qualifiers of, Type.Scalar want) {
    Optional<ScalarKind> kind = Shapes.kind(value);
    if (kind.isEmpty()) {
      return shape();
    }
    Optional<Misfit> misfit = kinds(kind.get(), of, want);
    if (misfit.isEmpty() || misfit.get() instanceof Misfit.Unchecked) {
      Optional<String> problem = ScalarText.complaint(want.kind(), value);
      return problem.isPresent() ? misfit(new Misfit.Form(problem.get())) : qualifiers(of, want);
    }
    return misfit;
  }

  private Optional<Misfit> kinds(ScalarKind have, Qualifiers of, Type.Scalar want) {
    ScalarKind wanted = want.kind();
    boolean text = Shapes.isText(have) && Shapes.isText(wanted);
    if (have == wanted
        || (wanted == ScalarKind.STRING && text)
        || (wanted == ScalarKind.DECIMAL && Shapes.isNumber(have))
        || (wanted == ScalarKind.INT && have == ScalarKind.PORT)) {
      return qualifiers(of, want);
    }
    boolean refines =
        (have == ScalarKind.STRING && text)
            || (wanted == ScalarKind.PORT && have == ScalarKind.INT);
    if (!refines) {
      return shape();
    }
    Optional<Misfit> misfit = qualifiers(of, want);
    boolean later = misfit.isEmpty() && of.stage() == Stage.LATER;
    return later ? misfit(new Misfit.Unchecked(wanted.word())) : misfit;
  }

  private Optional<Misfit> list(Type have, Type element, Qualifiers shape) {
    return have instanceof Type.ListOf(Type inner, Qualifiers of)
        ? both(against(inner, element), qualifiers(of, shape))
        : shape();
  }

  private Optional<Misfit> set(Type have, Type element, Qualifiers shape) {
    return switch (have) {
      case Type.ListOf(Type inner, Qualifiers of) ->
          both(against(inner, element), qualifiers(of, shape));
      case Type.SetOf(Type inner, Qualifiers of) ->
          both(against(inner, element), qualifiers(of, shape));
      case Type ignored -> shape();
    };
  }

  private Optional<Misfit> map(Type have, Type value, Qualifiers shape) {
    return switch (have) {
      case Type.MapOf(Type inner, Qualifiers of) ->
          both(against(inner, value), qualifiers(of, shape));
      case Type.ObjectOf object ->
          gravest(
              object.fields().values().stream()
                  .map(field -> against(Shapes.present(field.type()), value)));
      case Type.Keyed(Type element, List<ScalarKind> keys)
          when keys.equals(List.of(ScalarKind.STRING)) ->
          against(element, value);
      case Type ignored -> shape();
    };
  }

  private Optional<Misfit> ref(Type.Ref have, Type.Ref want) {
    boolean fits =
        (want.isInterface() && !have.isInterface())
            ? Interfaces.offers(kinds, have.target(), want.target())
            : have.target().equals(want.target());
    return fits ? Optional.empty() : shape();
  }

  private static Optional<Misfit> qualifiers(Qualifiers have, Type want) {
    return qualifiers(have, want.qualifiers());
  }

  private static Optional<Misfit> qualifiers(Qualifiers have, Qualifiers want) {
    if (have.fits(want)) {
      return Optional.empty();
    }
    boolean revealed = have.secret() && !want.secret();
    return misfit(revealed ? new Misfit.Revealed() : new Misfit.TooLate());
  }

  static Optional<Misfit> both(Optional<Misfit> left, Optional<Misfit> right) {
    return gravest(Stream.of(left, right));
  }

  static Optional<Misfit> gravest(Stream<Optional<Misfit>> found) {
    return found.flatMap(Optional::stream).max(Comparator.comparingInt(Misfit::gravity));
  }

  static Optional<Misfit> shape() {
    return misfit(new Misfit.Shape());
  }

  private static Optional<Misfit> misfit(Misfit misfit) {
    return Optional.of(misfit);
  }
}
