package dev.dvl.vsphere.machine.setting;

import dev.dvl.compiler.value.Value;
import dev.dvl.engine.provider.Wanted;
import dev.dvl.vsphere.machine.read.Machine;
import dev.dvl.vsphere.session.Tree;
import dev.dvl.vsphere.session.spec.Allocation;
import dev.dvl.vsphere.session.spec.Shares;
import dev.dvl.vsphere.session.spec.VmSetting;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Shares, reservation and limit of processors or memory, which are sent together: {@code
 * cpu_shares}, {@code cpu_reservation}, {@code cpu_limit}.
 */
record Resource(
    String prefix,
    String property,
    Function<Long, Value> reads,
    Function<Value, Long> sends,
    Function<Allocation, VmSetting> setting)
    implements Setting {
  static final Value UNLIMITED = Value.text("unlimited");
  static final long NO_LIMIT = -1;

  @Override
  public Map<String, Value> live(Machine machine) {
    Optional<Tree> all = machine.get(property);
    return Map.of(
        prefix + "_shares", all.map(Resource::shares).orElse(Value.text("normal")),
        prefix + "_reservation", reads.apply(machine.number(property + ".reservation").orElse(0L)),
        prefix + "_limit", limit(machine));
  }

  private Value limit(Machine machine) {
    long limit = machine.number(property + ".limit").orElse(NO_LIMIT);
    return limit < 0 ? UNLIMITED : reads.apply(limit);
  }

  /** A word, or a number of one's own. */
  static Value shares(Tree allocation) {
    String level = allocation.text("shares.level").orElse("normal");
    return level.equals("custom")
        ? Value.of(allocation.number("shares.shares").orElse(0L))
        : Value.text(level);
  }

  static Shares shares(Value value) {
    return value instanceof Value.Text(String level)
        ? new Shares(level, 0)
        : new Shares("custom", Math.toIntExact(Units.amount(value)));
  }

  @Override
  public Map<String, Value> rest() {
    return Map.of(
        prefix + "_shares", Value.text("normal"),
        prefix + "_reservation", reads.apply(0L),
        prefix + "_limit", UNLIMITED);
  }

  @Override
  public List<VmSetting> changes(Wanted set, Machine now) {
    Map<String, Value> live = live(now);
    boolean same =
        live.entrySet().stream()
            .allMatch(it -> !set.has(it.getKey()) || set.value(it.getKey()).equals(it.getValue()));
    if (same) {
      return List.of();
    }
    Value limit = either(set, live, "_limit");
    return List.of(
        setting.apply(
            new Allocation(
                Optional.of(sends.apply(either(set, live, "_reservation"))),
                Optional.of(limit.equals(UNLIMITED) ? NO_LIMIT : sends.apply(limit)),
                Optional.of(shares(either(set, live, "_shares"))),
                Optional.empty())));
  }

  private Value either(Wanted set, Map<String, Value> live, String suffix) {
    String name = prefix + suffix;
    return set.has(name) ? set.value(name) : live.getOrDefault(name, Value.Null.NULL);
  }
}
