package dev.dvl.engine.plan.judge;

import dev.dvl.compiler.diagnostic.Diagnostic;
import dev.dvl.compiler.ir.Instance;
import dev.dvl.compiler.value.Address;
import dev.dvl.engine.change.Change;
import dev.dvl.engine.change.Takeover;
import dev.dvl.engine.live.Live;
import dev.dvl.engine.live.Stamp;
import dev.dvl.engine.plan.identity.Matched;
import java.util.Optional;

/**
 * Whether somebody else made the object of a resource. It is ours as any other, and never goes
 * without a word of that.
 */
record Adopted(Matched matched, Address address, Live live) {

  boolean holds() {
    return live.stamp().map(Stamp::adopted).orElseGet(this::isKnown)
        || matched.taken().get(address) instanceof Takeover.Adopted;
  }

  /** Of what carries no record the ledger knows; it also notes what moves and is replaced. */
  private boolean isKnown() {
    return Optional.ofNullable(matched.request().facts().adopted().get(address))
        .filter(live.ref()::isSame)
        .isPresent();
  }

  /** The end of it, with what is to be known. */
  Change told(Change end) {
    return holds() ? end.because("It was adopted: others made it, and may need it.") : end;
  }

  /**
   * What is said where all is to go, and somebody else's data with it: to destroy what one made
   * oneself takes no consent.
   */
  Optional<Diagnostic> refusal(Change end, LostInside lost) {
    boolean agreed = matched.request().options().mayLoseAdoptedData();
    if (!holds() || !end.impact().losesData() || agreed) {
      return Optional.empty();
    }
    String text = "`" + address + "` was adopted, and what is in it goes with it";
    Diagnostic refusal =
        matched
            .selected()
            .instance(address)
            .map(Instance::origin)
            .map(origin -> Diagnostic.at(JudgeCodes.DATA_LOSS, origin, text))
            .orElseGet(() -> Diagnostic.without(JudgeCodes.DATA_LOSS, text));
    return Optional.of(
        lost.onto(refusal)
            .note("To leave it to those who made it, take out its block, write: forget " + address)
            .note(Loss.AGREE));
  }
}
