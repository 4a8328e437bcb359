package dev.dvl.vsphere.kind;

import dev.dvl.engine.provider.Query;
import dev.dvl.vsphere.catalog.Catalog;
import dev.dvl.vsphere.catalog.Names;
import dev.dvl.vsphere.stamp.Marks;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * One bulk read while it is made sense of.
 *
 * @param marks the birth records that stand in custom attributes
 */
public record Reading(Site site, Query query, Catalog catalog, Names names, Marks marks) {

  /** Names and ids that the program claims for a kind. */
  public Set<String> claimed(String kind) {
    return query.claims().stream()
        .filter(claim -> claim.kind().equals(kind))
        .map(Query.Claim::platformName)
        .collect(Collectors.toSet());
  }
}
