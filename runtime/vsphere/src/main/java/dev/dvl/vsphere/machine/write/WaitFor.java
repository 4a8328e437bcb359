package dev.dvl.vsphere.machine.write;

import dev.dvl.compiler.value.Field;
import dev.dvl.compiler.value.Value;
import dev.dvl.engine.provider.Done;
import dev.dvl.engine.provider.OpProblem;
import dev.dvl.engine.provider.OpProblem.Outcome;
import dev.dvl.engine.provider.Run;
import dev.dvl.stdlib.VmWaitPart;
import dev.dvl.stdlib.VmWaitUntil;
import dev.dvl.vsphere.Codes;
import dev.dvl.vsphere.catalog.Catalog;
import dev.dvl.vsphere.catalog.NameProblem;
import dev.dvl.vsphere.kind.Following;
import dev.dvl.vsphere.kind.Site;
import dev.dvl.vsphere.machine.device.LiveDevices;
import dev.dvl.vsphere.machine.device.OwnCards;
import dev.dvl.vsphere.machine.plan.MachineArguments;
import dev.dvl.vsphere.machine.read.Addresses;
import dev.dvl.vsphere.machine.read.Machine;
import dev.dvl.vsphere.session.Fault;
import dev.dvl.vsphere.session.Tree;
import dev.dvl.vsphere.session.VSphereException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * {@code vm.wait}: until a machine is up, as its block {@code wait} says; and {@code vm.address}:
 * until a card of it has the address that counts, whatever else that block says.
 */
final class WaitFor extends MachineCall<MachineArguments.Start> {
  private static final String POWER = "runtime.powerState";
  private static final String TOOLS = "guest.toolsRunningStatus";
  private static final Duration USUAL = Duration.ofMinutes(5);

  private final Optional<VmWaitUntil> always;

  private WaitFor(Optional<VmWaitUntil> always) {
    super(MachineArguments.Start.class, "did not come up");
    this.always = always;
  }

  static WaitFor asItSays() {
    return new WaitFor(Optional.empty());
  }

  static WaitFor address() {
    return new WaitFor(Optional.of(VmWaitUntil.ADDRESS));
  }

  @Override
  public Done run(MachineArguments.Start args, Site site, Run run)
      throws VSphereException, NameProblem, OpProblem, InterruptedException {
    act(args, machine(args, site), site, run);
    return told(args, Addresses.of(args.wait_()), site);
  }

  @Override
  void act(MachineArguments.Start args, Machine now, Site site, Run run)
      throws VSphereException, OpProblem, InterruptedException {
    VmWaitPart wait = VmWaitPart.of(args.wait_().orElse(Value.ObjectOf.of(Map.of())));
    Duration limit = wait.timeout().orElse(USUAL);
    Judge judge = judge(wait, now, site.catalog());
    try {
      site.session()
          .tasks()
          .until(
              now.ref(),
              List.of(POWER, TOOLS, OwnCards.NET),
              judge::waitsFor,
              new Following(run, limit));
    } catch (VSphereException failed) {
      if (failed.is(Fault.Kind.TIMEOUT)) {
        throw late(args, limit, judge.waitsFor(state(machine(args, site))));
      }
      throw failed;
    }
  }

  /** Says what a machine lacks still. */
  private interface Judge {
    Optional<String> waitsFor(Map<String, Tree> state);
  }

  private Judge judge(VmWaitPart wait, Machine machine, Catalog catalog) {
    return switch (always.or(wait.until()::known).orElse(VmWaitUntil.POWER)) {
      case NONE -> state -> Optional.empty();
      case TOOLS ->
          state ->
              is(state, TOOLS, "guestToolsRunning")
                  ? Optional.empty()
                  : Optional.of("VMware Tools to run in the guest");
      case ADDRESS ->
          address(Addresses.of(new Field.Known<>(wait)), new LiveDevices(machine, catalog).own());
      case POWER ->
          state -> is(state, POWER, "poweredOn") ? Optional.empty() : Optional.of("power");
    };
  }

  private static Judge address(Addresses wanted, OwnCards cards) {
    return state ->
        cards.address(wanted, Optional.ofNullable(state.get(OwnCards.NET))).isPresent()
            ? Optional.empty()
            : Optional.of("an address" + which(wanted));
  }

  private static String which(Addresses wanted) {
    return wanted.card().map(it -> " of the card `" + it + "`").orElse("")
        + wanted.subnet().map(it -> " in " + it).orElse("")
        + wanted.family().map(it -> " of the family " + it).orElse("");
  }

  private static boolean is(Map<String, Tree> state, String path, String text) {
    Tree value = state.get(path);
    return value != null && value.text().equals(text);
  }

  private static Map<String, Tree> state(Machine machine) {
    Map<String, Tree> state = new TreeMap<>();
    for (String path : List.of(POWER, TOOLS, OwnCards.NET)) {
      machine.get(path).ifPresent(it -> state.put(path, it));
    }
    return state;
  }

  private OpProblem late(MachineArguments.Start args, Duration limit, Optional<String> missing) {
    String text = failing(args);
    return new OpProblem(
        Codes.WAITED,
        Character.toUpperCase(text.charAt(0))
            + text.substring(1)
            + " within "
            + limit.toSeconds()
            + " seconds: it was waited for "
            + missing.orElse("what has come since")
            + ".",
        List.of(),
        Outcome.DONE_BUT_WRONG);
  }
}
