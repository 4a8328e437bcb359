package dev.dvl.engine.host;

import dev.dvl.engine.provider.Provider;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;

/** Finds the provider that serves a kind of host. */
public final class Providers {
  private final Map<String, Provider> byHostKind;
  private final Optional<Provider> standIn;

  private Providers(Map<String, Provider> byHostKind, Optional<Provider> standIn) {
    this.byHostKind = Map.copyOf(byHostKind);
    this.standIn = standIn;
  }

  /** Each kind of host by the provider that names it. */
  public static Providers of(List<Provider> providers) {
    Map<String, Provider> found = new HashMap<>();
    providers.forEach(
        provider -> provider.hostKinds().forEach(kind -> found.putIfAbsent(kind, provider)));
    return new Providers(found, Optional.empty());
  }

  /** One provider for every kind of host: the sandbox. */
  public static Providers only(Provider provider) {
    return new Providers(Map.of(), Optional.of(provider));
  }

  /** All providers on the class path. */
  public static List<Provider> installed() {
    List<Provider> found = new ArrayList<>();
    ServiceLoader.load(Provider.class).forEach(found::add);
    return found;
  }

  public Optional<Provider> forHost(String hostKind) {
    return standIn.or(() -> Optional.ofNullable(byHostKind.get(hostKind)));
  }
}
