package dev.dvl.engine.plan.identity;

import dev.dvl.compiler.schema.KindSchema;
import dev.dvl.compiler.schema.Kinds;
import dev.dvl.compiler.value.Address;
import dev.dvl.engine.live.Live;
import dev.dvl.engine.live.Ref;
import dev.dvl.engine.plan.input.LedgerFacts;
import dev.dvl.engine.plan.reading.Selected;
import java.util.List;
import java.util.Optional;

/** Which resource an object stands for: its record first, then the program, then the ledger. */
record Identity(Selected selected) {

  /**
   * What was made for one address and stands for another.
   *
   * @param from the address that the plan names as the old one; absent where nothing is left to do
   * @param note what a user should know of it: a full sentence
   */
  record Place(Address now, Optional<Address> from, Optional<String> note) {
    Place(Address now, Optional<Address> from) {
      this(now, from, Optional.empty());
    }
  }

  /**
   * Where an object belongs.
   *
   * @param born the address that its record names, or under which it was adopted
   */
  Place place(Live live, Address born) {
    if (selected.instances().containsKey(born)) {
      return new Place(born, Optional.empty());
    }
    Address now = selected.program().now(born);
    if (!now.equals(born)) {
      return new Place(now, pending(live, born, now));
    }
    return remembered(live, born);
  }

  /** Whether a move is still to be carried out: on the object, or in the ledger. */
  private Optional<Address> pending(Live live, Address born, Address now) {
    if (live.stamp().isPresent() && isRewritable(live.ref())) {
      return Optional.of(born);
    }
    return facts().known(live.ref()).anyMatch(now::equals)
        ? Optional.empty()
        : facts().known(live.ref()).findFirst();
  }

  /** The address of old under which the ledger still has an object that a name tells. */
  Optional<Address> noted(Ref object, Address now) {
    return facts()
        .known(object)
        .filter(address -> !selected.instances().containsKey(address))
        .filter(address -> selected.program().now(address).equals(now))
        .findFirst();
  }

  /** The line is gone, and the ledger knows where it led; from there on the program counts. */
  private Place remembered(Live live, Address born) {
    List<Address> known = facts().known(live.ref()).toList();
    Optional<Address> wanted = known.stream().filter(it -> isFor(live.ref(), it)).findFirst();
    if (wanted.isPresent()) {
      return new Place(wanted.get(), Optional.empty(), Optional.of(stale(wanted.get(), born)));
    }
    for (Address address : known) {
      Address now = selected.program().now(address);
      if (!now.equals(address)) {
        return new Place(now, pending(live, address, now));
      }
    }
    return new Place(known.isEmpty() ? born : known.getFirst(), Optional.empty());
  }

  private static String stale(Address wanted, Address born) {
    return "The record of `"
        + wanted
        + "` still says `"
        + born
        + "`, and only this ledger knows better. Write again: moved "
        + born
        + " -> "
        + wanted;
  }

  private boolean isFor(Ref ref, Address address) {
    return selected
        .instance(address)
        .filter(instance -> instance.kind().equals(ref.kind()))
        .isPresent();
  }

  /** Whether the record of an object can be written anew. */
  boolean isRewritable(Ref ref) {
    return kinds().find(ref.kind()).filter(KindSchema::rewritable).isPresent();
  }

  /** Whether objects of a kind carry a record of whose they are. */
  boolean isRecorded(String kind) {
    return kinds().find(kind).filter(it -> it.identity().isRecorded()).isPresent();
  }

  private Kinds kinds() {
    return selected.request().kinds();
  }

  private LedgerFacts facts() {
    return selected.request().facts();
  }
}
