package dev.dvl.sandbox;

import dev.dvl.compiler.schema.KindSchema;
import dev.dvl.engine.change.Change;
import dev.dvl.engine.provider.Cancel;
import dev.dvl.engine.provider.Entrance;
import dev.dvl.engine.provider.HostProblem;
import dev.dvl.engine.provider.HostSpec;
import dev.dvl.engine.provider.HostView;
import dev.dvl.engine.provider.Lost;
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
import java.util.List;
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
  public List<Lost> lost(Change change, HostView host) {
    return NamelessVolumes.lost(change);
  }

  @Override
  public Reader connect(HostSpec spec, Secrets secrets, Cancel cancel) throws HostProblem {
    faults.reading();
    Scenario scenario = Scenario.of(spec.environment(), spec.project());
    SandboxFaults all = faults.and(new Playing(scenario, pace));
    return new SandboxReader(opened(spec), secrets, all);
  }

  @Override
  public Optional<Entrance> entrance(HostSpec spec) throws HostProblem {
    return Optional.of(new MadeUpRuns(opened(spec), spec.address().toString()));
  }

  private Store opened(HostSpec spec) throws HostProblem {
    try {
      return Store.open(objects(spec));
    } catch (IOException unreadable) {
      throw new HostProblem(SandboxCodes.FILE, String.valueOf(unreadable.getMessage()), unreadable);
    }
  }

  private Path objects(HostSpec spec) {
    return world.orElseGet(() -> folder(spec.project())).resolve(name(spec));
  }

  /** Where the objects of a host lie. */
  public static Path file(HostSpec spec) {
    return folder(spec.project()).resolve(name(spec));
  }

  static Path folder(Path project) {
    return project.resolve(".dvl").resolve("sandbox");
  }

  private static String name(HostSpec spec) {
    return spec.machine()
        .map(machine -> WorldFiles.inMachine(spec.address(), machine))
        .orElseGet(() -> WorldFiles.of(spec.address()));
  }
}
