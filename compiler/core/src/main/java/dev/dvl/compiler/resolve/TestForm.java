package dev.dvl.compiler.resolve;

import dev.dvl.compiler.syntax.Expr;
import dev.dvl.compiler.syntax.Item;
import dev.dvl.compiler.syntax.Name;
import dev.dvl.compiler.syntax.ObjectKey;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** What the statements of a test look like in the syntax tree, for all stages that read them. */
public final class TestForm {
  public static final String PARAMS = "params";
  public static final String SECRETS = "secrets";
  public static final String FAULT = "fault";
  static final String FAILS = "fails";

  private static final List<String> SNAPSHOT = List.of("plan", "matches", "snapshot");
  private static final Pattern CODE = Pattern.compile("DVL[0-9]{4}");

  private TestForm() {}

  /** The word that a key is, quoted or not; empty where it is computed. */
  public static Optional<String> word(ObjectKey key) {
    return switch (key) {
      case ObjectKey.Word(var ignored, String text) -> Optional.of(text);
      case ObjectKey.Quoted(var ignored, Expr.Text text) -> text.literal();
      case ObjectKey.Computed ignored -> Optional.empty();
    };
  }

  /** The code of {@code expect error DVL3009}. */
  public static Optional<String> code(Item.ExpectWords expect) {
    List<String> words = words(expect);
    boolean form = words.size() == 2 && words.getFirst().equals("error");
    return Optional.of(words.getLast()).filter(code -> form && CODE.matcher(code).matches());
  }

  /** Whether it is {@code expect plan matches snapshot}. */
  public static boolean isSnapshot(Item.ExpectWords expect) {
    return words(expect).equals(SNAPSHOT);
  }

  /** Whether a statement is this setting: {@code params} or {@code secrets}. */
  public static boolean isSetting(Item item, String name) {
    return item instanceof Item.Attribute attribute
        && word(attribute.key()).filter(name::equals).isPresent();
  }

  /** The entries of {@code params = { … }} or {@code secrets = { … }}. */
  public static List<Expr.Entry> entries(Item.Attribute setting) {
    return setting.value() instanceof Expr.ObjectLiteral object ? object.entries() : List.of();
  }

  private static List<String> words(Item.ExpectWords expect) {
    return expect.words().stream().map(Name::text).toList();
  }
}
