package dev.dvl.compiler.check.fit;

import dev.dvl.compiler.type.Type;
import java.util.Optional;

/** Whether an object fits a closed object type: no field too many, none of what is needed amiss. */
final class ObjectFits {
  private final Fits fits;

  ObjectFits(Fits fits) {
    this.fits = fits;
  }

  Optional<Misfit> against(Type.ObjectOf have, Type.ObjectOf want) {
    boolean closed = want.fields().keySet().containsAll(have.fields().keySet());
    return closed
        ? Fits.gravest(want.fields().values().stream().map(field -> field(have, field)))
        : Fits.shape();
  }

  private Optional<Misfit> field(Type.ObjectOf have, Type.Field want) {
    Type.Field given = have.fields().get(want.name());
    if (given == null) {
      return want.mayBeAbsent() ? Optional.empty() : Fits.shape();
    }
    Type type = want.mayBeAbsent() ? Shapes.maybe(want.type()) : want.type();
    return fits.against(FieldTypes.read(given), type);
  }
}
