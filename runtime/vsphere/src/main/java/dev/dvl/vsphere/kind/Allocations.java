package dev.dvl.vsphere.kind;

import dev.dvl.compiler.value.Dimension;
import dev.dvl.compiler.value.Value;
import dev.dvl.engine.provider.Wanted;
import dev.dvl.vsphere.session.Tree;
import dev.dvl.vsphere.session.spec.Allocation;
import dev.dvl.vsphere.session.spec.Shares;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Shares, reservation and limit of one resource, as programs say them and as the server does:
 * {@code ResourceAllocationInfo}, where -1 is no limit.
 *
 * @param prefix of the attributes: {@code cpu}
 * @param unit what one of the server's units is of the dimension's: a MHz, a MiB
 */
public record Allocations(String prefix, Dimension dimension, long unit) {
  public static final Allocations CPU = new Allocations("cpu", Dimension.FREQUENCY, 1_000_000);
  public static final Allocations MEMORY = new Allocations("memory", Dimension.SIZE, 1 << 20);

  private static final long NO_LIMIT = -1;

  /** What an object without any of it has. */
  public static final Allocation USUAL =
      new Allocation(
          Optional.of(0L), Optional.of(NO_LIMIT), Optional.of(Shares.NORMAL), Optional.of(true));

  /** The attributes of an allocation that was read. */
  public Map<String, Value> values(Tree read) {
    Map<String, Value> values = new TreeMap<>();
    read.at("shares").ifPresent(it -> values.put(prefix + "_shares", shares(it)));
    read.number("reservation").ifPresent(it -> values.put(prefix + "_reservation", quantity(it)));
    read.bool("expandableReservation")
        .ifPresent(it -> values.put(prefix + "_expandable", Value.of(it)));
    read.number("limit")
        .ifPresent(
            it -> values.put(prefix + "_limit", it < 0 ? Value.text("unlimited") : quantity(it)));
    return values;
  }

  /** What is wanted; what is not said is as in {@code otherwise}. */
  public Allocation of(Wanted want, Allocation otherwise) {
    return new Allocation(
        amount(want.value(prefix + "_reservation")).or(otherwise::reservation),
        amount(want.value(prefix + "_limit")).or(otherwise::limit),
        shares(want).or(otherwise::shares),
        want.has(prefix + "_expandable")
            ? Optional.of(want.isTrue(prefix + "_expandable"))
            : otherwise.expandable());
  }

  /** An allocation that was read. */
  public static Allocation read(Tree read) {
    return new Allocation(
        read.number("reservation"),
        read.number("limit"),
        read.at("shares")
            .map(
                it ->
                    new Shares(
                        it.text("level").orElse("normal"),
                        Math.toIntExact(it.number("shares").orElse(0L)))),
        read.bool("expandableReservation"));
  }

  private Value quantity(long units) {
    return new Value.Quantity(dimension, units * unit);
  }

  private Optional<Long> amount(Value value) {
    return switch (value) {
      case Value.Quantity(Dimension ignored, long amount) -> Optional.of(amount / unit);
      case Value.Text ignored -> Optional.of(NO_LIMIT);
      case Value ignored -> Optional.empty();
    };
  }

  private Optional<Shares> shares(Wanted want) {
    return switch (want.value(prefix + "_shares")) {
      case Value.Text(String level) -> Optional.of(new Shares(level, 0));
      case Value.Int(long count) -> Optional.of(new Shares("custom", Math.toIntExact(count)));
      case Value ignored -> Optional.empty();
    };
  }

  private static Value shares(Tree read) {
    String level = read.text("level").orElse("normal");
    return level.equals("custom") ? Value.of(read.number("shares").orElse(0L)) : Value.text(level);
  }
}
