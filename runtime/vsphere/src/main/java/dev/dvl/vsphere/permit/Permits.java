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
import dev.dvl.vsphere.catalog.InventoryNames;
import dev.dvl.vsphere.kind.Site;
import dev.dvl.vsphere.kind.VSphereKind;
import dev.dvl.vsphere.need.Need;
import dev.dvl.vsphere.need.NeedList;
import dev.dvl.vsphere.need.PlannedCall;
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
import org.jspecify.annotations.Nullable;

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
    InventoryNames names = site.names();
    Map<String, VSphereKind> kindOf = kindsByCall();
    Map<Need, Set<Address>> found = new LinkedHashMap<>();
    for (Op op : ops) {
      for (Need need : needs(op, kindOf.get(op.call()), resolved.values(op.args()), names)) {
        found.computeIfAbsent(need, none -> new TreeSet<>()).add(op.change());
      }
    }
    return found;
  }

  private Map<String, VSphereKind> kindsByCall() {
    Map<String, VSphereKind> kindOf = new HashMap<>();
    kinds.forEach(kind -> kind.primitives().keySet().forEach(call -> kindOf.put(call, kind)));
    return kindOf;
  }

  private static List<Need> needs(
      Op op, @Nullable VSphereKind kind, Map<String, Value> args, InventoryNames names) {
    NeedList needs = new NeedList(names);
    if (kind != null) {
      Optional<Ref> object =
          kind.inventoryType().flatMap(type -> object(type, args, names.catalog()));
      kind.needs(new PlannedCall(op.call(), args, object), needs);
    }
    return needs.all();
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
