package dev.dvl.engine.plan.judge;

import dev.dvl.compiler.ir.Instance;
import dev.dvl.compiler.value.Address;
import dev.dvl.compiler.value.Path;
import dev.dvl.compiler.value.Term;
import dev.dvl.compiler.value.Value;
import dev.dvl.engine.change.Takeover;
import dev.dvl.engine.diff.FieldDifference;
import dev.dvl.engine.diff.Fingerprints;
import dev.dvl.engine.live.Live;
import dev.dvl.engine.live.Stamp;
import java.util.List;
import java.util.Optional;

/**
 * Compares what {@code replace_when} says of a resource with what it said when its object was made.
 * That stands in the object's record, and in the ledger for an object that carries none. Where
 * nobody knows it, nothing differs, and what it says now is what counts from then on.
 */
record ReplaceWhen(Subject subject) {
  /** The place under which its fingerprint stands. */
  static final Path PLACE = Path.of("replace_when");

  /** The fingerprint of what it says, be that nothing. */
  static String print(Instance instance, Fingerprints fingerprints) {
    return fingerprints.of(asked(instance));
  }

  /** Whether the object itself says what was said when it was made. */
  static boolean isCarried(Live live) {
    return live.stamp().filter(it -> !it.isRemembered()).isPresent();
  }

  Optional<FieldDifference> difference(Live live) {
    if (subject.instance().common().replaceWhen().isEmpty()) {
      return Optional.empty();
    }
    String now = print(subject.instance(), subject.request().fingerprints());
    return known(live).filter(then -> !then.equals(now)).map(then -> difference());
  }

  private Optional<String> known(Live live) {
    return isCarried(live)
        ? live.stamp().map(this::carried)
        : subject.request().facts().trigger(knownAs());
  }

  private String carried(Stamp stamp) {
    String nothing = subject.request().fingerprints().of(new Value.ListOf(List.of()));
    return stamp.fingerprints().getOrDefault(PLACE.toString(), nothing);
  }

  /** Under which address the ledger has it: that of before, while it moves. */
  private Address knownAs() {
    return subject.taken().orElse(null) instanceof Takeover.Moved(Address from)
        ? from
        : subject.address();
  }

  private FieldDifference difference() {
    Value wanted = asked(subject.instance());
    return new FieldDifference(
        new Term.Literal(Value.text(HeldData.replacing(subject.kind()).word())),
        wanted,
        FieldDifference.Field.HIDDEN,
        List.of(
            new FieldDifference.Field(
                PLACE, FieldDifference.Field.HIDDEN, subject.known().open(wanted), false)));
  }

  private static Value asked(Instance instance) {
    return new Value.ListOf(instance.common().replaceWhen());
  }
}
