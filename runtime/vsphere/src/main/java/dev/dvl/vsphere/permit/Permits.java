package dev.dvl.vsphere.permit;

import dev.dvl.compiler.value.Address;
import dev.dvl.compiler.value.Link;
import dev.dvl.compiler.value.Value;
import dev.dvl.engine.change.Op;
import dev.dvl.engine.live.Finding;
import dev.dvl.engine.provider.CallArguments;
import dev.dvl.vsphere.Codes;
import dev.dvl.vsphere.catalog.Catalog;
import dev.dvl.vsphere.catalog.Entry;
import dev.dvl.vsphere.kind.Site;
import dev.dvl.vsphere.kind.VSphereKind;
import dev.dvl.vsphere.session.Ref;
import dev.dvl.vsphere.session.VSphereException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Asks the server in one call whether the user may do what is planned. It is the server that
 * decides when a call is made, so what is lacking is a warning; a server that cannot be asked is
 * not.
 */
public record Permits(Site site, Collection<VSphereKind> kinds) {
  private static final int MOST_NAMED = 5;

  /** What is lacking: one finding for each object, at the first resource that needs it. */
  public List<Finding> lacking(List<Op> ops, Map<Address, dev.dvl.engine.live.Ref> objects) {
    try {
      return findings(needs(ops, new Resolved(objects)));
    } catch (VSphereException cannotBeAsked) {
      return List.of();
    }
  }

  /** The resources that need something, by what they need. */
  private Map<Need, Set<Address>> needs(List<Op> ops, Resolved resolved) throws VSphereException {
    Catalog catalog = site.catalog();
    Needs needs = new Needs(catalog, site.names());
    Map<String, String> types = types();
    Map<Need, Set<Address>> found = new LinkedHashMap<>();
    for (Op op : ops) {
      Map<String, Value> args = resolved.values(op.args());
      Optional<Ref> object =
          Optional.ofNullable(types.get(op.call())).flatMap(type -> object(type, args, catalog));
      for (Need need : needs.of(op.call(), args, object)) {
        found.computeIfAbsent(need, none -> new TreeSet<>()).add(op.change());
      }
    }
    return found;
  }

  /** What the objects of calls are on the server. */
  private Map<String, String> types() {
    Map<String, String> types = new HashMap<>();
    for (VSphereKind kind : kinds) {
      kind.inventoryType()
          .ifPresent(type -> kind.primitives().keySet().forEach(call -> types.put(call, type)));
    }
    return types;
  }

  /** What calls are told that are about something, beside others. */
  private record About(Optional<Link.Made> object) implements CallArguments {}

  private static Optional<Ref> object(String type, Map<String, Value> args, Catalog catalog) {
    return CallArguments.read(About.class, args)
        .object()
        .flatMap(Link::objectId)
        .flatMap(id -> catalog.byId(type, id))
        .map(Entry::ref);
  }

  private List<Finding> findings(Map<Need, Set<Address>> needs) throws VSphereException {
    if (needs.isEmpty()) {
      return List.of();
    }
    Set<Ref> objects = needs.keySet().stream().map(Need::on).collect(Collectors.toSet());
    Set<String> asked = new TreeSet<>();
    needs.keySet().forEach(need -> asked.add(need.privilege().id()));
    Map<Ref, Set<String>> lacking = site.session().permissions().lacking(objects, asked);
    Map<Ref, Map<String, Set<Address>>> wrong = new LinkedHashMap<>();
    needs.forEach(
        (need, addresses) -> {
          String id = need.privilege().id();
          if (lacking.getOrDefault(need.on(), Set.of()).contains(id)) {
            wrong.computeIfAbsent(need.on(), none -> new TreeMap<>()).put(id, addresses);
          }
        });
    List<Finding> findings = new ArrayList<>();
    for (Map.Entry<Ref, Map<String, Set<Address>>> entry : wrong.entrySet()) {
      findings.add(finding(entry.getKey(), entry.getValue()));
    }
    return findings;
  }

  private Finding finding(Ref object, Map<String, Set<Address>> lacking) throws VSphereException {
    String name = site.catalog().at(object).map(Entry::name).orElse(object.id());
    List<Address> needing =
        lacking.values().stream().flatMap(Set::stream).distinct().sorted().toList();
    List<Address> others = needing.subList(1, needing.size());
    List<String> notes = new ArrayList<>();
    if (!others.isEmpty()) {
      notes.add("Needed as well by " + few(others) + ".");
    }
    notes.add("The server decides when the change is made; a role with all is in docs/vsphere.md.");
    return new Finding(
        Codes.MAY_NOT,
        needing.getFirst(),
        Optional.empty(),
        "on `" + name + "` the user has not " + quoted(lacking.keySet()),
        notes);
  }

  private static String quoted(Collection<?> words) {
    return words.stream().map(it -> "`" + it + "`").collect(Collectors.joining(", "));
  }

  private static String few(Collection<Address> addresses) {
    String named = quoted(addresses.stream().limit(MOST_NAMED).toList());
    int more = addresses.size() - MOST_NAMED;
    return more > 0 ? named + " and " + more + " more" : named;
  }
}
