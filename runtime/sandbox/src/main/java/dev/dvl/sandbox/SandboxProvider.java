package dev.dvl.sandbox;

import dev.dvl.compiler.schema.KindSchema;
import dev.dvl.engine.change.Change;
import dev.dvl.engine.provider.Cancel;
import dev.dvl.engine.provider.HostProblem;
import dev.dvl.engine.provider.HostSpec;
import dev.dvl.engine.provider.HostView;
import dev.dvl.engine.provider.Planned;
import dev.dvl.engine.provider.Provider;
import dev.dvl.engine.provider.Reader;
import dev.dvl.engine.provider.Secrets;
import dev.dvl.sandbox.scenario.Pace;
import dev.dvl.sandbox.scenario.Scenario;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Plays every platform from the schemas of kinds alone: for a first run, for tests of programs, and
 * for teaching. Its objects lie in a file beside the program; nothing real is touched, and its
 * facts say that it is the sandbox.
 */
public final class SandboxProvider implements Provider {
  /** By identity: comparing whole schemas would cost more than forming their defaults. */
  private static final Map<KindSchema, KindDefaults> DEFAULTS =
      Collections.synchronizedMap(new IdentityHashMap<>());

  private final SandboxFaults faults;
  private final Pace pace;
  private final Optional<Path> world;

  /** A sandbox in which nothing goes wrong but what the user's scenario says. */
  public SandboxProvider() {
    this(SandboxFaults.NONE, Pace.REAL);
  }

  /**
   * @param faults what goes wrong beside the user's scenario
   * @param pace how the time passes that a scenario makes up
   */
  public SandboxProvider(SandboxFaults faults, Pace pace) {
    this(faults, pace, Optional.empty());
  }

  /**
   * @param world the folder in which its objects lie; left out, under the program's own
   */
  public SandboxProvider(SandboxFaults faults, Pace pace, Optional<Path> world) {
    this.faults = faults;
    this.pace = pace;
    this.world = world;
  }

  @Override
  public String id() {
    return "sandbox";
  }

  /** None of its own: it stands in for any kind of host when it is asked to. */
  @Override
  public Set<String> hostKinds() {
    return Set.of();
  }

  @Override
  public Planned plan(Change change, HostView host) {
    KindDefaults defaults = DEFAULTS.computeIfAbsent(change.kind(), KindDefaults::of);
    return new ChangePlan(change, host, defaults).planned();
  }

  @Override
  public Reader connect(HostSpec spec, Secrets secrets, Cancel cancel) throws HostProblem {
    faults.reading();
    Scenario scenario = Scenario.of(spec.environment(), spec.project());
    SandboxFaults all = faults.and(new Playing(scenario, pace));
    try {
      return new SandboxReader(Store.open(objects(spec)), secrets, all);
    } catch (IOException unreadable) {
      throw new HostProblem(SandboxCodes.FILE, String.valueOf(unreadable.getMessage()), unreadable);
    }
  }

  private Path objects(HostSpec spec) {
    return world.map(folder -> folder.resolve(name(spec))).orElseGet(() -> file(spec));
  }

  /** Where the objects of a host lie. */
  public static Path file(HostSpec spec) {
    return spec.project().resolve(".dvl").resolve("sandbox").resolve(name(spec));
  }

  private static String name(HostSpec spec) {
    return spec.address().toString().replaceAll("[^A-Za-z0-9_]", "-") + ".objects";
  }
}
