package dev.dvl.vsphere.named;

import dev.dvl.compiler.value.Value;
import dev.dvl.engine.live.Ref;
import dev.dvl.engine.live.Stamp;
import dev.dvl.engine.provider.Done;
import dev.dvl.engine.provider.OpProblem;
import dev.dvl.engine.provider.Run;
import dev.dvl.vsphere.catalog.InventoryNames;
import dev.dvl.vsphere.catalog.NameProblem;
import dev.dvl.vsphere.kind.Following;
import dev.dvl.vsphere.kind.Ignored;
import dev.dvl.vsphere.kind.Primitive;
import dev.dvl.vsphere.kind.RepeatableCall;
import dev.dvl.vsphere.kind.Site;
import dev.dvl.vsphere.session.Fault;
import dev.dvl.vsphere.session.VSphereException;
import dev.dvl.vsphere.stamp.BirthText;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The two calls on objects of one named type. */
record NamedCalls(NamedType type) {

  Map<String, Primitive<?>> all() {
    return Map.of(put(type), new Put(), type.kind() + ".remove", new Remove());
  }

  /** The name of the call that makes an object as it is wanted. */
  static String put(NamedType type) {
    return type.kind() + ".put";
  }

  private final class Put implements RepeatableCall<NamedArguments.Put> {
    @Override
    public Class<NamedArguments.Put> arguments() {
      return NamedArguments.Put.class;
    }

    @Override
    public String failing(NamedArguments.Put args) {
      return type.kind() + " `" + type.called(args.want().fields()) + "` cannot be made as wanted";
    }

    @Override
    public Done run(NamedArguments.Put args, Site site, Run run)
        throws VSphereException, NameProblem, OpProblem, InterruptedException {
      Map<String, Value> want = args.want().fields();
      String key = type.key(want, names(site)).orElseThrow();
      Optional<NamedObject> there = there(site, key);
      Map<String, Value> target =
          there.isPresent() && !args.whole() ? there.get().under(want) : want;
      type.put(site, there, target, Following.of(run));
      NamedObject seen = there(site, key).orElseThrow(() -> gone(key));
      if (there.isPresent()) {
        Ignored.none(
            failing(args), Ignored.of(args.changed(), there.get().values(), seen.values()));
      }
      return done(seen, args);
    }
  }

  private final class Remove implements RepeatableCall<NamedArguments.Removal> {
    @Override
    public Class<NamedArguments.Removal> arguments() {
      return NamedArguments.Removal.class;
    }

    @Override
    public String failing(NamedArguments.Removal args) {
      return type.kind() + " `" + args.object() + "` cannot be removed";
    }

    @Override
    public Done run(NamedArguments.Removal args, Site site, Run run)
        throws VSphereException, NameProblem, InterruptedException {
      Optional<NamedObject> there = there(site, args.object());
      if (there.isPresent()) {
        type.remove(site, there.get(), Following.of(run));
      }
      return Done.NOTHING;
    }
  }

  private InventoryNames names(Site site) throws VSphereException {
    return site.names();
  }

  private Optional<NamedObject> there(Site site, String key)
      throws VSphereException, NameProblem, InterruptedException {
    Optional<NamedObject> there =
        type.seen(site, names(site), List.of(key)).stream()
            .filter(it -> it.ref().id().equals(key))
            .findFirst();
    Optional<String> why = there.flatMap(NamedObject::unreadable);
    if (why.isPresent()) {
      throw new VSphereException(Fault.of(Fault.Kind.STATE, why.get(), ""));
    }
    return there;
  }

  private Done done(NamedObject seen, NamedArguments.Put args) {
    Optional<Stamp> birth = BirthText.read(args.birth());
    TreeMap<String, Value> outputs = new TreeMap<>(seen.outputs());
    Ref ref = seen.ref();
    return new Done(
        Optional.of(new Ref(ref.kind(), ref.id(), type.remembered(seen, birth))), outputs);
  }

  private VSphereException gone(String key) {
    return new VSphereException(
        Fault.of(Fault.Kind.NOT_FOUND, "The " + type.kind() + " `" + key + "` is not there.", ""));
  }
}
