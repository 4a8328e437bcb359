package dev.dvl.vimgen;

import java.util.Optional;
import java.util.Set;

/**
 * An element of a data object, or a parameter of a method.
 *
 * @param type a scalar ({@link #SCALARS}), {@code tree} for what is carried as it stands, or the
 *     name of a data type
 * @param since the first version of the API that knows it; empty for those older than any server
 *     that dvl talks to
 */
public record Property(String name, String type, Count count, Optional<String> since) {

  /** Types that are plain text on the wire. */
  public static final Set<String> SCALARS =
      Set.of("string", "int", "long", "boolean", "time", "ref", "any", "tree");

  /** How often the element may stand there. */
  public enum Count {
    ONE(""),
    MAYBE("?"),
    MANY("*");

    private final String sign;

    Count(String sign) {
      this.sign = sign;
    }

    /** What stands behind the type in the schema. */
    public String sign() {
      return sign;
    }
  }

  /** Whether its type is not one of the schema's data types. */
  public boolean scalar() {
    return SCALARS.contains(type);
  }
}
