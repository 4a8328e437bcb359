package dev.dvl.vsphere.read;

import dev.dvl.compiler.value.Address;
import dev.dvl.engine.provider.Query;
import dev.dvl.vsphere.catalog.Catalog;
import dev.dvl.vsphere.kind.Site;
import dev.dvl.vsphere.kind.VSphereKind;
import dev.dvl.vsphere.session.Ref;
import dev.dvl.vsphere.session.VSphereException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * How much of the inventory a question needs. Who plans sees all as it is now. Who is about to
 * change something sees the objects that are asked about as they are now, and the others as they
 * were some seconds ago at most. What is known by its id and does not show is looked for by that id
 * before it counts as gone.
 */
record Sight(Site site, List<VSphereKind> kinds, Query query) {

  Catalog catalog() throws VSphereException {
    boolean narrow = query.scope() == Query.Scope.CLAIMED;
    Catalog known = narrow ? site.catalog() : site.shelf().fresh();
    for (VSphereKind kind : kinds) {
      Set<String> texts = narrow ? claimed(kind) : missed(kind, known);
      if (!texts.isEmpty()) {
        kind.holding(texts, known).forEach(site.shelf()::touch);
      }
    }
    return site.catalog();
  }

  private Set<String> claimed(VSphereKind kind) {
    return query.claims().stream()
        .filter(it -> it.kind().equals(kind.name()))
        .map(Query.Claim::platformName)
        .collect(Collectors.toSet());
  }

  /** What is claimed by an id besides its name, and is not there under any. */
  private Set<String> missed(VSphereKind kind, Catalog known) {
    Map<Address, Set<String>> claims = new HashMap<>();
    for (Query.Claim claim : query.claims()) {
      if (claim.kind().equals(kind.name())) {
        claims.computeIfAbsent(claim.address(), none -> new HashSet<>()).add(claim.platformName());
      }
    }
    Set<String> missed = new HashSet<>();
    for (Set<String> texts : claims.values()) {
      boolean there =
          kind.holding(texts, known).stream()
              .map(Ref::id)
              .anyMatch(
                  id ->
                      kind.inventoryType()
                          .filter(it -> known.byId(it, id).isPresent())
                          .isPresent());
      if (texts.size() > 1 && !there) {
        missed.addAll(texts);
      }
    }
    return missed;
  }
}
