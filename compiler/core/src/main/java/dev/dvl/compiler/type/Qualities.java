package dev.dvl.compiler.type;

/** The qualifiers of all parts of a type together, and types with more of them. */
public final class Qualities {
  /** What accepts every value: later and secret ones too. */
  public static final Qualifiers ANY = new Qualifiers(Stage.LATER, true);

  private Qualities() {}

  /** The join over all leaves and shapes. */
  public static Qualifiers of(Type type) {
    return switch (type) {
      case Type.ListOf(Type element, var shape) -> shape.or(of(element));
      case Type.SetOf(Type element, var shape) -> shape.or(of(element));
      case Type.MapOf(Type value, var shape) -> shape.or(of(value));
      case Type.ObjectOf object ->
          object.fields().values().stream()
              .map(field -> of(field.type()))
              .reduce(object.qualifiers(), Qualifiers::or);
      case Type.Union union ->
          union.members().stream().map(Qualities::of).reduce(Qualifiers.PLAIN, Qualifiers::or);
      case Type.Maybe(Type inner) -> of(inner);
      case Type.Refined refined -> of(refined.base());
      case Type other -> other.qualifiers();
    };
  }

  public static boolean isLater(Type type) {
    return of(type).stage() == Stage.LATER;
  }

  /** {@code type}, tainted on all its leaves with {@code more}. */
  public static Type with(Type type, Qualifiers more) {
    return more.equals(Qualifiers.PLAIN) ? type : Requalified.each(type, was -> was.or(more));
  }

  /** {@code type} with no leaf marked as secret. */
  public static Type plain(Type type) {
    return Requalified.each(type, was -> new Qualifiers(was.stage(), false));
  }

  /** {@code type} with all its leaves at one stage; what is secret stays so. */
  public static Type at(Stage stage, Type type) {
    return Requalified.each(type, was -> new Qualifiers(stage, was.secret()));
  }
}
