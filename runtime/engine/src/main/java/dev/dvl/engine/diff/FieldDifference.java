package dev.dvl.engine.diff;

import dev.dvl.compiler.schema.Attribute;
import dev.dvl.compiler.value.Path;
import dev.dvl.compiler.value.Term;
import dev.dvl.compiler.value.Value;
import java.util.List;

/**
 * One attribute that differs, with the fields in it that do.
 *
 * @param impact the term that tells what changing it costs
 * @param it the wanted value of the whole attribute, as far as it is known in memory
 * @param was its live value
 */
public record FieldDifference(Term impact, Value it, Value was, List<Field> fields) {
  public FieldDifference {
    fields = List.copyOf(fields);
  }

  /**
   * One place that differs.
   *
   * @param before the live value; {@link #HIDDEN} where it must not be shown
   * @param after the wanted one, with secrets and what is known later as terms
   */
  public record Field(Path path, Value before, Value after, boolean secret) {
    /** Stands for a value that must not be shown. */
    public static final Value HIDDEN = new Value.Deferred(new Term.Secret(""));
  }

  static FieldDifference of(Attribute attribute, Value it, Value was, List<Field> fields) {
    return new FieldDifference(attribute.impact(), it, was, fields);
  }
}
