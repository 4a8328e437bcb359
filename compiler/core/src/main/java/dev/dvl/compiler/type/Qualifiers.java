package dev.dvl.compiler.type;

/**
 * What a type says about its values besides their shape. Joining is monotone: nothing takes a stage
 * or a secret away.
 */
public record Qualifiers(Stage stage, boolean secret) {
  public static final Qualifiers PLAIN = new Qualifiers(Stage.KNOWN, false);
  public static final Qualifiers LATER = new Qualifiers(Stage.LATER, false);
  public static final Qualifiers SECRET = new Qualifiers(Stage.KNOWN, true);

  /** The qualifiers of a value made from both. */
  public Qualifiers or(Qualifiers other) {
    return new Qualifiers(stage.or(other.stage), secret || other.secret);
  }

  /** Whether a value so qualified may stand where {@code wanted} is asked for. */
  public boolean fits(Qualifiers wanted) {
    return (stage == Stage.KNOWN || wanted.stage == Stage.LATER) && (!secret || wanted.secret);
  }
}
