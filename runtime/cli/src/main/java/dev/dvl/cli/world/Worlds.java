package dev.dvl.cli.world;

import dev.dvl.engine.host.Providers;
import dev.dvl.engine.provider.Contexts;
import dev.dvl.engine.provider.Provider;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The providers of a run: those that are installed, or the sandbox alone. */
public final class Worlds {
  private static final String SANDBOX = "sandbox";

  private Worlds() {}

  /** The kinds whose objects run, on whatever platform. */
  public static Set<String> running() {
    return Providers.installed().stream()
        .flatMap(it -> it.running().stream())
        .collect(Collectors.toSet());
  }

  /** The entries of the command lines of all platforms. */
  public static List<Contexts> contexts(Map<String, String> environment, Path home) {
    return Providers.installed().stream()
        .flatMap(it -> it.contexts(environment, home).stream())
        .toList();
  }

  public static Providers providers(boolean sandbox) {
    List<Provider> installed = Providers.installed();
    if (!sandbox) {
      return Providers.of(installed.stream().filter(it -> !it.id().equals(SANDBOX)).toList());
    }
    return installed.stream()
        .filter(it -> it.id().equals(SANDBOX))
        .findFirst()
        .map(Providers::only)
        .orElseThrow(() -> new IllegalStateException("dvl was packaged without the sandbox"));
  }
}
