package dev.dvl.engine.plan.judge;

import dev.dvl.engine.live.Ref;
import java.util.List;
import java.util.Optional;

/** A resource whose object went behind dvl's back, as its ledger tells, and that gets another. */
record Gone(Subject subject) {

  /** The creation, with what does not come back. */
  Verdict.Ruling made(Decision creation) {
    LostInside lost =
        hasGone()
            ? LostInside.of(creation.change(), new HostFates(subject.fates()))
            : LostInside.NOTHING;
    return new Verdict.Ruling(
        Optional.of(new Decision(creation.id(), lost.priced(creation.change()))),
        List.of(),
        lost.refused(
            subject, "the object of this has gone, and what was in it does not come back"));
  }

  /** What is still there stands for something else, or is about to go. */
  private boolean hasGone() {
    Optional<Ref> known = subject.request().facts().object(subject.address());
    return known.isPresent()
        && subject.host().equals(subject.request().facts().hosts().get(subject.address()))
        && subject
            .matched()
            .seen()
            .readable(subject.host())
            .filter(
                view ->
                    view.live().objects().stream().noneMatch(it -> it.ref().isSame(known.get())))
            .isPresent();
  }
}
