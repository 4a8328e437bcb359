package dev.dvl.vsphere.write;

import dev.dvl.compiler.value.Value;
import dev.dvl.engine.change.Op;
import dev.dvl.engine.live.Ref;
import dev.dvl.engine.provider.Begun;
import dev.dvl.engine.provider.CallArguments;
import dev.dvl.engine.provider.Cancel;
import dev.dvl.engine.provider.Done;
import dev.dvl.engine.provider.HostProblem;
import dev.dvl.engine.provider.OpProblem;
import dev.dvl.engine.provider.OpProblem.Outcome;
import dev.dvl.engine.provider.Probe;
import dev.dvl.engine.provider.Run;
import dev.dvl.engine.provider.Writer;
import dev.dvl.vsphere.Codes;
import dev.dvl.vsphere.Problems;
import dev.dvl.vsphere.catalog.NameProblem;
import dev.dvl.vsphere.kind.OnObject;
import dev.dvl.vsphere.kind.Primitive;
import dev.dvl.vsphere.kind.Site;
import dev.dvl.vsphere.kind.VSphereKind;
import dev.dvl.vsphere.session.VSphereException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;

/** Finds the primitive that an op names, and gives its failures their codes. */
public final class VSphereWriter implements Writer {
  private final Site site;
  private final Map<String, Primitive<?>> primitives = new HashMap<>();
  private final Map<String, String> types = new HashMap<>();

  public VSphereWriter(Site site, List<VSphereKind> kinds) {
    this.site = site;
    for (VSphereKind kind : kinds) {
      primitives.putAll(kind.primitives());
      kind.inventoryType()
          .ifPresent(type -> kind.primitives().keySet().forEach(it -> types.put(it, type)));
    }
  }

  @Override
  public Done execute(Op op, SortedMap<String, Value> filled, Run run) throws OpProblem {
    return execute(primitive(op), op, filled, run);
  }

  private <A extends CallArguments> Done execute(
      Primitive<A> primitive, Op op, Map<String, Value> filled, Run run) throws OpProblem {
    A args = CallArguments.read(primitive.arguments(), filled);
    String failing = primitive.failing(args);
    if (run.cancel().asked()) {
      throw cancelled(failing);
    }
    try {
      Done done = run(primitive, args, run);
      touch(op, done.ref().map(Ref::id));
      return done;
    } catch (VSphereException failed) {
      throw Problems.ofCall(failing, failed);
    } catch (NameProblem wrong) {
      throw Problems.notDone(
          wrong.code(), failing, String.valueOf(wrong.getMessage()), wrong.notes());
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new OpProblem(
          Codes.CANCELLED, failing + ": the wait was ended.", List.of(), Outcome.UNCLEAR);
    } finally {
      touch(op, args instanceof OnObject about ? about.object().objectId() : Optional.empty());
    }
  }

  /** What a name leads to may have come up since the inventory was read. */
  private <A extends CallArguments> Done run(Primitive<A> primitive, A args, Run run)
      throws VSphereException, NameProblem, OpProblem, InterruptedException {
    try {
      return primitive.run(args, site, run);
    } catch (NameProblem perhapsNew) {
      site.shelf().clear();
      return primitive.run(args, site, run);
    }
  }

  /** What an op is about is not as it was. */
  private void touch(Op op, Optional<String> id) {
    Optional<String> type = Optional.ofNullable(types.get(op.call()));
    if (type.isPresent() && id.isPresent()) {
      site.shelf().touch(new dev.dvl.vsphere.session.Ref(type.get(), id.get()));
    }
  }

  @Override
  public Probe probe(Op op, SortedMap<String, Value> filled, Begun begun, Cancel cancel)
      throws HostProblem {
    try {
      return probe(primitive(op), filled, begun);
    } catch (VSphereException failed) {
      throw Problems.ofHost(site.spec(), failed);
    } catch (NameProblem wrong) {
      throw new HostProblem(wrong.code(), String.valueOf(wrong.getMessage()), wrong);
    }
  }

  private <A extends CallArguments> Probe probe(
      Primitive<A> primitive, Map<String, Value> filled, Begun begun)
      throws VSphereException, NameProblem {
    return primitive.probe(CallArguments.read(primitive.arguments(), filled), site, begun);
  }

  private Primitive<?> primitive(Op op) {
    Primitive<?> found = primitives.get(op.call());
    if (found == null) {
      throw new IllegalArgumentException("no such call on a vSphere server: " + op.call());
    }
    return found;
  }

  private static OpProblem cancelled(String failing) {
    return new OpProblem(
        Codes.CANCELLED, failing + ": it was asked to stop.", List.of(), Outcome.CANCELLED);
  }
}
