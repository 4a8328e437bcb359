package dev.dvl.vsphere.kind;

import dev.dvl.compiler.ir.Instance;
import dev.dvl.compiler.value.Address;
import dev.dvl.compiler.value.Link;
import dev.dvl.engine.provider.Query;
import dev.dvl.vsphere.catalog.Catalog;
import dev.dvl.vsphere.catalog.InventoryNames;
import dev.dvl.vsphere.stamp.Marks;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One bulk read while it is made sense of.
 *
 * @param marks the birth records that stand in custom attributes
 * @param called what wanted instances are called, as {@link VSphereKind#called} says
 * @param noted what is asked once for all resources
 */
public record Reading(
    Site site,
    Query query,
    Catalog catalog,
    InventoryNames names,
    Marks marks,
    Map<Address, String> called,
    Noted noted) {

  /** The same when it is known what instances are called. */
  public Reading calling(Map<Address, String> names) {
    return new Reading(site, query, catalog, this.names, marks, names, noted);
  }

  /** Names and ids that the program claims for a kind. */
  public Set<String> claimed(String kind) {
    Stream<String> wanted =
        query.wanted().stream()
            .filter(it -> it.kind().equals(kind))
            .flatMap(it -> Stream.ofNullable(called.get(it.address())));
    Stream<String> asked =
        query.claims().stream()
            .filter(claim -> claim.kind().equals(kind))
            .map(Query.Claim::platformName);
    return Stream.concat(wanted, asked).collect(Collectors.toSet());
  }

  /** The resource of the program that a link is to. */
  public Optional<Instance> wanted(Link link) {
    return link.resource()
        .flatMap(
            ref ->
                query.wanted().stream()
                    .filter(it -> it.address().equals(ref.address()))
                    .findFirst());
  }
}
