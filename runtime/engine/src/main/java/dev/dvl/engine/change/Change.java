package dev.dvl.engine.change;

import dev.dvl.compiler.schema.Impact;
import dev.dvl.compiler.schema.KindSchema;
import dev.dvl.compiler.value.Address;
import dev.dvl.engine.live.Live;
import dev.dvl.engine.live.Stamp;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What is to happen to one resource.
 *
 * @param host the host it is on
 * @param before the live object; absent for a creation
 * @param after what is wanted; absent for a destruction
 * @param fields those that differ; for a creation those that are set
 * @param impact the dearest of the fields
 * @param taken how the resource comes by an object that was not made for it
 * @param goesWith the resource with whose object this one ends, so that no call is made for it:
 *     what stands on a machine that goes
 * @param reasons why it is as dear as that, and what else led to it: full sentences
 */
public record Change(
    Address address,
    KindSchema kind,
    Action action,
    Address host,
    Optional<Live> before,
    Optional<Desired> after,
    List<FieldChange> fields,
    Impact impact,
    List<String> reasons,
    Optional<Takeover> taken,
    Optional<Address> goesWith) {

  public Change {
    fields = List.copyOf(fields);
    reasons = List.copyOf(reasons);
  }

  /** A change of an object that was made for the resource, or of none. */
  public Change(
      Address address,
      KindSchema kind,
      Action action,
      Address host,
      Optional<Live> before,
      Optional<Desired> after,
      List<FieldChange> fields,
      Impact impact,
      List<String> reasons) {
    this(address, kind, action, host, before, after, fields, impact, reasons, Optional.empty());
  }

  /** A change that calls carry out. */
  public Change(
      Address address,
      KindSchema kind,
      Action action,
      Address host,
      Optional<Live> before,
      Optional<Desired> after,
      List<FieldChange> fields,
      Impact impact,
      List<String> reasons,
      Optional<Takeover> taken) {
    this(
        address,
        kind,
        action,
        host,
        before,
        after,
        fields,
        impact,
        reasons,
        taken,
        Optional.empty());
  }

  /** The same change, which comes about by itself when the object of {@code other} goes. */
  public Change goingWith(Address other) {
    return new Change(
        address,
        kind,
        action,
        host,
        before,
        after,
        fields,
        impact,
        reasons,
        taken,
        Optional.of(other));
  }

  /** The same change at another price. */
  public Change costing(Impact price) {
    return new Change(
        address, kind, action, host, before, after, fields, price, reasons, taken, goesWith);
  }

  /** The same change, with one more reason. */
  public Change because(String reason) {
    List<String> more = Stream.concat(reasons.stream(), Stream.of(reason)).toList();
    return new Change(
        address, kind, action, host, before, after, fields, impact, more, taken, goesWith);
  }

  /** The same change, after which others come once the resource is in a state. */
  public Change awaiting(String state) {
    Optional<Desired> awaited = after.map(desired -> desired.awaiting(state));
    return new Change(address, kind, action, host, before, awaited, fields, impact, reasons, taken);
  }

  /**
   * The birth record of an object that is taken over: its own, which says where it has moved, or
   * that of an adopted one.
   */
  public Stamp record() {
    return before.flatMap(Live::stamp).orElseGet(() -> after.orElseThrow().birth());
  }

  /** Whether it makes a new object. */
  public boolean makes() {
    return action == Action.CREATE || action.replaces();
  }
}
