package dev.dvl.cli.world;

import dev.dvl.engine.host.Providers;
import dev.dvl.engine.provider.Provider;
import java.util.List;

/** The providers of a run: those that are installed, or the sandbox alone. */
public final class Worlds {
  private static final String SANDBOX = "sandbox";

  private Worlds() {}

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
