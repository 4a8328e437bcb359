package dev.dvl.compiler.eval;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The functions that every program may call, and the operators under their signs.
 *
 * <p>What is left out of an optional argument's place is null. {@code if}, {@code &&}, {@code ||}
 * and {@code ??} are not here: the {@link Evaluator} computes them, since they do not need all
 * their arguments.
 */
public final class StandardFunctions {
  /** All functions by name. */
  public static final Map<String, Function> ALL = all();

  /** Computes with them. */
  public static final Evaluator EVALUATOR = new Evaluator(ALL);

  private StandardFunctions() {}

  private static Map<String, Function> all() {
    Map<String, Function> all = new HashMap<>();
    for (Map<String, Function> area :
        List.of(
            Arithmetic.FUNCTIONS,
            Comparison.FUNCTIONS,
            Structure.FUNCTIONS,
            StringFunctions.FUNCTIONS,
            PatternFunctions.FUNCTIONS,
            NumberFunctions.FUNCTIONS,
            CollectionFunctions.FUNCTIONS,
            SetFunctions.FUNCTIONS,
            MapFunctions.FUNCTIONS,
            NetworkFunctions.FUNCTIONS,
            FolderFunctions.FUNCTIONS,
            EncodingFunctions.FUNCTIONS,
            HashFunctions.FUNCTIONS,
            DateFunctions.FUNCTIONS,
            ConversionFunctions.FUNCTIONS)) {
      all.putAll(area);
    }
    return Map.copyOf(all);
  }
}
