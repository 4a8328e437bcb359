package dev.dvl.engine.apply;

import dev.dvl.compiler.diagnostic.Diagnostic;
import dev.dvl.compiler.ir.HostInstance;
import dev.dvl.compiler.value.Address;
import dev.dvl.engine.change.Op;
import dev.dvl.engine.diff.Fingerprints;
import dev.dvl.engine.host.Connections;
import dev.dvl.engine.live.Inventory;
import dev.dvl.engine.live.Ref;
import dev.dvl.engine.plan.Plan;
import dev.dvl.engine.plan.PlannedChange;
import dev.dvl.engine.provider.HostProblem;
import dev.dvl.engine.provider.Query;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Whether the world is still as a plan relies on: secrets and files are read again, and every host
 * once. What the reads find of the plan's resources is taken over on the way.
 */
final class Freshness {
  private final Plan plan;
  private final Connections connections;
  private final World world;
  private final Origins origins;
  private final List<Diagnostic> found = new ArrayList<>();

  Freshness(Plan plan, Connections connections, World world, Origins origins) {
    this.plan = plan;
    this.connections = connections;
    this.world = world;
    this.origins = origins;
  }

  /** What is stale, resource by resource; empty where the plan may be carried out. */
  List<Diagnostic> problems() throws UnreadProblem {
    secrets();
    plan.files().forEach(this::file);
    contexts();
    Set<String> leaving = leaving();
    for (HostInstance host : plan.hosts()) {
      try {
        host(host, leaving);
      } catch (HostProblem problem) {
        throw new UnreadProblem(host.address(), problem);
      }
    }
    return found;
  }

  private void secrets() {
    Fingerprints prints = new Fingerprints(plan.stack(), connections.surroundings().secrets());
    plan.secrets()
        .forEach(
            (name, print) -> {
              if (!prints.ofSecret(name).equals(Optional.of(print))) {
                input("The secret `" + name + "` has another value now, or none.");
              }
            });
  }

  private void file(String name, String digest) {
    Path file = connections.surroundings().project().resolve(name);
    try {
      byte[] now = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file));
      if (!HexFormat.of().formatHex(now).equals(digest)) {
        input("The file `" + name + "` has changed.");
      }
    } catch (IOException unreadable) {
      input("The file `" + name + "` cannot be read any more.");
    } catch (NoSuchAlgorithmException missing) {
      throw new IllegalStateException("the JDK lacks a standard algorithm", missing);
    }
  }

  private void contexts() {
    Path project = connections.surroundings().project();
    plan.contexts().forEach(context -> context.problem(project).ifPresent(this::input));
  }

  private void input(String note) {
    found.add(Diagnostic.without(ApplyCodes.STALE_INPUT, note).note("Plan again."));
  }

  private void host(HostInstance host, Set<String> leaving) throws HostProblem {
    List<Op> ops = plan.ops().stream().filter(op -> op.host().equals(host.address())).toList();
    if (isNew(ops) || (ops.isEmpty() && !isBelowOthers(host))) {
      return;
    }
    Inventory live =
        connections.reader(host, world).read(query(ops), connections.surroundings().cancel());
    GuardCheck check = new GuardCheck(live.objects());
    plan.objects()
        .forEach(
            (address, ref) ->
                check.object(ref.kind(), ref.id()).ifPresent(it -> world.enter(address, it)));
    plan.changes()
        .forEach(
            change ->
                change
                    .object()
                    .flatMap(ref -> check.object(ref.kind(), ref.id()))
                    .ifPresent(it -> world.remember(change.address(), it)));
    for (Op op : ops) {
      op.guard()
          .flatMap(guard -> check.violation(guard, leaving))
          .ifPresent(why -> found.add(origins.placed(op.change(), stale(op, why))));
    }
  }

  /** Whether there is nothing yet to look at: it is looked at when the host can be used. */
  private static boolean isNew(List<Op> ops) {
    return ops.stream().anyMatch(op -> op.role() == Op.Role.CONNECTS)
        && ops.stream()
            .noneMatch(op -> op.guard().filter(Op.Guard.Unchanged.class::isInstance).isPresent());
  }

  /** Whether hosts that have something to do are made by resources, which may be on this one. */
  private boolean isBelowOthers(HostInstance host) {
    return host.sources().isEmpty()
        && plan.hosts().stream()
            .filter(other -> !other.sources().isEmpty())
            .anyMatch(
                other -> plan.ops().stream().anyMatch(op -> op.host().equals(other.address())));
  }

  private Query query(List<Op> ops) {
    List<Query.Claim> claims = new ArrayList<>();
    Map<String, PlannedChange> changes = Session.changes(plan);
    for (Op op : ops) {
      op.guard().ifPresent(guard -> claims.addAll(claims(op, guard, changes.get(op.id()))));
    }
    for (Map.Entry<Address, Ref> object : plan.objects().entrySet()) {
      claims.add(
          new Query.Claim(object.getKey(), object.getValue().kind(), object.getValue().name()));
    }
    Set<String> relied = new HashSet<>();
    ops.forEach(op -> op.guard().ifPresent(guard -> relied.addAll(relied(guard))));
    return new Query(plan.stack(), claims, List.of(), Query.Scope.OURS, relied);
  }

  /** The attributes that a guard looks at. */
  static List<String> relied(Op.Guard guard) {
    return switch (guard) {
      case Op.Guard.Free ignored -> List.of();
      case Op.Guard.Unchanged unchanged -> unchanged.attributes();
    };
  }

  /**
   * How a read is asked for what a guard is about: by the id, which stays, and by the name under
   * which it was planned, because some objects show themselves as what they are asked for.
   */
  static List<Query.Claim> claims(Op op, Op.Guard guard, @Nullable PlannedChange change) {
    return switch (guard) {
      case Op.Guard.Free(String kind, String name) ->
          List.of(new Query.Claim(op.change(), kind, name));
      case Op.Guard.Unchanged unchanged ->
          Stream.concat(
                  Optional.ofNullable(change).flatMap(PlannedChange::object).stream()
                      .filter(ref -> ref.id().equals(unchanged.id()))
                      .map(Ref::name),
                  Stream.of(unchanged.id()))
              .map(name -> new Query.Claim(op.change(), unchanged.kind(), name))
              .toList();
    };
  }

  private static Diagnostic stale(Op op, String why) {
    return Diagnostic.without(ApplyCodes.STALE_OBJECT, "`" + op.change() + "`: " + why)
        .note("Nothing was changed. Plan again.");
  }

  private Set<String> leaving() {
    Set<String> ids = new HashSet<>();
    for (PlannedChange change : plan.changes()) {
      change.object().ifPresent(ref -> ids.add(ref.id()));
    }
    return ids;
  }
}
