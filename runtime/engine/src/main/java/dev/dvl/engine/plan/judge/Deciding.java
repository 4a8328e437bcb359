package dev.dvl.engine.plan.judge;

import dev.dvl.compiler.diagnostic.Diagnostic;
import dev.dvl.compiler.diagnostic.Outcome;
import dev.dvl.compiler.ir.HostInstance;
import dev.dvl.compiler.ir.Instance;
import dev.dvl.compiler.schema.Impact;
import dev.dvl.compiler.value.Address;
import dev.dvl.engine.change.Action;
import dev.dvl.engine.change.Change;
import dev.dvl.engine.graph.Graph;
import dev.dvl.engine.graph.Order;
import dev.dvl.engine.live.Live;
import dev.dvl.engine.plan.identity.Matched;
import dev.dvl.engine.plan.reading.Selected;
import dev.dvl.engine.provider.HostView;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Decides what each resource comes to, those that others refer to first: a resource whose object is
 * made anew leaves its readers with a value that is not known, so they differ by themselves.
 */
final class Deciding {
  private final Selected selected;
  private final Matched matched;
  private final AwaitedStates awaited;
  private final Map<Address, Outlook> outlooks = new HashMap<>();
  private final Fates fates;
  private final HostFates hosts;
  private final List<Decision> changes = new ArrayList<>();
  private final List<String> notes = new ArrayList<>();
  private final List<Diagnostic> diagnostics = new ArrayList<>();
  private int unchanged;

  private Deciding(Matched matched) {
    this.matched = matched;
    this.selected = matched.selected();
    this.awaited = AwaitedStates.of(selected);
    this.fates = new Fates(matched, outlooks);
    this.hosts = new HostFates(fates);
  }

  static Deciding all(Matched matched) {
    Deciding deciding = new Deciding(matched);
    List<Instance> all = new ArrayList<>(matched.selected().instances().values());
    for (int index : order(all).nodes().toArray()) {
      deciding.decide(all.get(index));
    }
    return deciding;
  }

  Outcome<Decisions> decisions() {
    return new Outcome<>(new Decisions(changes, unchanged, notes), diagnostics);
  }

  /** Of all resources of the program. */
  Fates fates() {
    return new Fates(matched, Map.copyOf(outlooks));
  }

  private static Order order(List<Instance> all) {
    Map<Address, Integer> numbers = new HashMap<>();
    all.forEach(instance -> numbers.put(instance.address(), numbers.size()));
    Graph.Builder edges = new Graph.Builder(all.size());
    for (int i = 0; i < all.size(); i++) {
      for (Instance.Edge edge : all.get(i).edges()) {
        Integer needed = numbers.get(edge.to());
        if (needed != null && needed != i) {
          edges.edge(needed, i);
        }
      }
    }
    Order order = Order.of(edges.build());
    if (order.isCyclic()) {
      throw new IllegalArgumentException(
          "resources need each other in a circle: "
              + order.cycle().stream().map(i -> all.get(i).address()).toList());
    }
    return order;
  }

  private void decide(Instance instance) {
    Address address = instance.address();
    HostInstance host = selected.hostOf(address);
    if (selected.request().options().destroy() || !selected.picked().containsKey(address)) {
      outlooks.put(
          address, Outlook.of(matched.object(address).isPresent() ? Fate.STAYS : Fate.MADE));
    } else if (hosts.madeWith(host).isPresent()) {
      Address with = hosts.madeWith(host).get();
      enter(address, new WithHost(subject(instance), with).anew(known(address, host)));
    } else if (matched.seen().views().get(host.address())
        instanceof HostView.Unreadable unreadable) {
      outlooks.put(address, Outlook.of(Fate.UNDECIDED));
      changes.add(new Decision(fresh(), undecided(instance, List.of(unreadable.why()))));
    } else {
      judge(subject(instance), host);
    }
  }

  private void judge(Subject subject, HostInstance host) {
    Address address = subject.address();
    Silence silence = new Silence(fates);
    List<String> unknown = silence.of(subject);
    if (unknown.isEmpty()) {
      Verdict.Ruling ruling = new Verdict(subject).on(matched.object(address));
      enter(
          address,
          hosts
              .stopsWith(host)
              .map(
                  machine ->
                      new WithHost(subject, machine).stopped(matched.object(address), ruling))
              .orElse(ruling));
    } else {
      boolean stays = matched.object(address).filter(silence::isCertain).isPresent();
      outlooks.put(address, Outlook.of(stays ? Fate.STAYS : Fate.UNDECIDED));
      changes.add(new Decision(fresh(), undecided(subject.instance(), unknown)));
    }
  }

  private Subject subject(Instance instance) {
    return Subject.of(fates, instance, awaited.of(instance.address()));
  }

  /** The object of a resource: as it was read, else as far as the ledger knows of it. */
  private Optional<Live> known(Address address, HostInstance host) {
    boolean silent = matched.seen().views().get(host.address()) instanceof HostView.Unreadable;
    return matched
        .object(address)
        .or(
            () ->
                silent
                    ? selected.request().facts().object(address).map(Live::unread)
                    : Optional.empty());
  }

  private void enter(Address address, Verdict.Ruling ruling) {
    notes.addAll(ruling.notes());
    diagnostics.addAll(ruling.diagnostics());
    ruling.decision().ifPresentOrElse(changes::add, () -> unchanged++);
    outlooks.put(
        address,
        ruling
            .decision()
            .map(decision -> Outlook.of(decision.change()))
            .orElse(Outlook.of(Fate.STAYS)));
  }

  private Change undecided(Instance instance, List<String> reasons) {
    return new Change(
        instance.address(),
        selected.kind(instance),
        Action.UNDECIDED,
        selected.host(instance.address()),
        matched.object(instance.address()).map(live -> Masked.of(selected.kind(instance), live)),
        Optional.empty(),
        List.of(),
        Impact.NONE,
        reasons);
  }

  private String fresh() {
    return selected.request().inputs().ids().get();
  }
}
