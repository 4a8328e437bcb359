package dev.dvl.cli.command;

import dev.dvl.cli.world.Worlds;
import dev.dvl.compiler.diagnostic.Spelling;
import dev.dvl.compiler.ir.HostInstance;
import dev.dvl.compiler.ir.Instance;
import dev.dvl.compiler.ir.Program;
import dev.dvl.compiler.value.Address;
import dev.dvl.compiler.value.AddressPattern;
import dev.dvl.compiler.value.Key;
import dev.dvl.engine.plan.input.Selector;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What an address on the command line stands for in a program. */
final class Picking {
  private static final String ANY = "*";
  private static final int NAMED = 8;

  private final Program program;
  private final Set<String> running = Worlds.running();

  Picking(Program program) {
    this.program = program;
  }

  /** The one resource at an address, which must be of a kind whose objects run. */
  Instance running(String written) throws Refusal {
    if (written.contains(ANY)) {
      throw which(written, all(written));
    }
    Address address = read(written);
    Optional<Instance> found =
        program.instances().stream().filter(it -> it.address().equals(address)).findFirst();
    if (found.isPresent()) {
      return runs(found.get());
    }
    throw missing(written, address, this::isRunning);
  }

  /** All resources that an address stands for, in which {@code *} is any key. */
  List<Instance> allRunning(String written) throws Refusal {
    if (!written.contains(ANY)) {
      return List.of(running(written));
    }
    return all(written);
  }

  private List<Instance> all(String written) throws Refusal {
    AddressPattern pattern = open(written);
    List<Instance> found =
        program.instances().stream()
            .filter(it -> isRunning(it.address()) && pattern.matches(it.address()))
            .toList();
    if (found.isEmpty()) {
      throw unknown(written, this::isRunning);
    }
    return found;
  }

  /** The host at an address: one with a block, or a machine that is one. */
  HostInstance host(String written) throws Refusal {
    Address address = read(written);
    Optional<HostInstance> host = program.host(address);
    if (host.isPresent()) {
      return host.get();
    }
    Optional<Instance> other =
        program.instances().stream().filter(it -> it.address().equals(address)).findFirst();
    throw other.isPresent()
        ? noHost(other.get())
        : missing(written, address, it -> program.host(it).isPresent());
  }

  private boolean isRunning(Address address) {
    return program.instances().stream()
        .anyMatch(it -> it.address().equals(address) && running.contains(it.kind()));
  }

  private static Address read(String written) throws Refusal {
    return Address.parse(written)
        .orElseThrow(
            () ->
                Refusal.of(
                    Exit.WRONG,
                    CommandCodes.NO_ADDRESS,
                    "`"
                        + written
                        + "` is no address; one looks like `web`, `app[0]` or `service/api`."));
  }

  private static AddressPattern open(String written) throws Refusal {
    Address address = read(written.replace("[*]", "/*"));
    return new AddressPattern(
        address.steps().stream()
            .map(
                step ->
                    new AddressPattern.Step(
                        step.name(), step.keys().stream().map(Picking::orAny).toList()))
            .toList());
  }

  private static Optional<Key> orAny(Key key) {
    return key.equals(Key.of(ANY)) ? Optional.empty() : Optional.of(key);
  }

  private Instance runs(Instance instance) throws Refusal {
    if (running.contains(instance.kind())) {
      return instance;
    }
    List<String> notes = new ArrayList<>();
    if (program.host(instance.address()).isPresent()) {
      notes.add("`dvl ssh " + shell(instance.address()) + "` goes into it.");
    }
    throw Refusal.of(
        Exit.WRONG,
        CommandCodes.RUNS_NOT,
        "`"
            + instance.address()
            + "` is a `"
            + instance.kind()
            + "`: it writes nothing, and no command can be run in it.",
        notes.toArray(String[]::new));
  }

  private Refusal noHost(Instance instance) {
    String note =
        running.contains(instance.kind())
            ? "`dvl exec " + shell(instance.address()) + " -- sh` runs a shell in it."
            : "What containers can stand on is a host; `dvl ssh --help` says what makes it one.";
    return Refusal.of(
        Exit.WRONG,
        CommandCodes.NO_WAY_IN,
        "`" + instance.address() + "` is a `" + instance.kind() + "`, and no host to go into.",
        note);
  }

  private static String shell(Address address) {
    return ShellWord.of(address.toString());
  }

  private Refusal missing(String written, Address address, Predicate<Address> fits) {
    Selector selector = new Selector(address);
    List<Address> several = candidates(fits).filter(selector::picks).toList();
    return several.isEmpty() ? unknown(written, fits) : whichOf(written, several);
  }

  private static Refusal which(String written, List<Instance> several) {
    return whichOf(written, several.stream().map(Instance::address).toList());
  }

  private static Refusal whichOf(String written, List<Address> several) {
    return Refusal.of(
        Exit.WRONG,
        CommandCodes.WHICH,
        "`" + written + "` could be any of these: " + named(several) + ".",
        "Name one of them; `dvl logs` also takes all, with `*` for the key.");
  }

  private Refusal unknown(String written, Predicate<Address> fits) {
    List<Address> all = candidates(fits).toList();
    Optional<String> near =
        Spelling.note("an address", written, all.stream().map(Address::toString).toList());
    String others = all.isEmpty() ? "Nothing in it would do." : "There are: " + named(all) + ".";
    return Refusal.of(
        Exit.WRONG,
        CommandCodes.NO_ADDRESS,
        "The program has nothing at `" + written + "`.",
        near.orElse(others));
  }

  private Stream<Address> candidates(Predicate<Address> fits) {
    return Stream.concat(
            program.instances().stream().map(Instance::address),
            program.hosts().stream().map(HostInstance::address))
        .filter(fits)
        .distinct()
        .sorted();
  }

  private static String named(List<Address> addresses) {
    String some =
        addresses.stream().limit(NAMED).map(it -> "`" + it + "`").collect(Collectors.joining(", "));
    int more = addresses.size() - NAMED;
    return more > 0 ? some + " and " + more + " more" : some;
  }
}
