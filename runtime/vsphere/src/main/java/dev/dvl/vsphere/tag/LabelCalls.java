package dev.dvl.vsphere.tag;

import dev.dvl.compiler.value.Value;
import dev.dvl.engine.provider.Begun;
import dev.dvl.engine.provider.Done;
import dev.dvl.engine.provider.OpProblem;
import dev.dvl.engine.provider.Probe;
import dev.dvl.engine.provider.Run;
import dev.dvl.vsphere.Codes;
import dev.dvl.vsphere.Problems;
import dev.dvl.vsphere.catalog.NameProblem;
import dev.dvl.vsphere.kind.Primitive;
import dev.dvl.vsphere.kind.Site;
import dev.dvl.vsphere.session.Fault;
import dev.dvl.vsphere.session.Tags;
import dev.dvl.vsphere.session.VSphereException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The three calls on tags or on categories. */
record LabelCalls(LabelType type) {

  Map<String, Primitive<?>> all() {
    return Map.of(
        type.kind() + ".create", new Create(),
        type.kind() + ".update", new Update(),
        type.kind() + ".remove", new Remove());
  }

  private final class Create implements Primitive<LabelArguments.Creation> {
    @Override
    public Class<LabelArguments.Creation> arguments() {
      return LabelArguments.Creation.class;
    }

    @Override
    public String failing(LabelArguments.Creation args) {
      return type.kind() + " `" + args.name() + "` cannot be made";
    }

    @Override
    public Done run(LabelArguments.Creation args, Site site, Run run)
        throws VSphereException, NameProblem {
      Tags tags = site.session().tags();
      return done(seen(tags, type.create(tags, args.want())));
    }

    /** The name was free when the call was made, and only one can have it. */
    @Override
    public Probe probe(LabelArguments.Creation args, Site site, Begun begun)
        throws VSphereException {
      return type.byName(new TagBook(site.session().tags()), args.name())
          .<Probe>map(it -> new Probe.Finished(done(it)))
          .orElseGet(Probe.NotDone::new);
    }
  }

  private final class Update implements Primitive<LabelArguments.Update> {
    @Override
    public Class<LabelArguments.Update> arguments() {
      return LabelArguments.Update.class;
    }

    @Override
    public String failing(LabelArguments.Update args) {
      return type.kind() + " `" + args.name() + "` cannot be changed";
    }

    @Override
    public Done run(LabelArguments.Update args, Site site, Run run)
        throws VSphereException, OpProblem {
      Tags tags = site.session().tags();
      String id = args.id();
      Value.ObjectOf want = args.want();
      type.update(tags, id, want, args.whole());
      Label now = seen(tags, id);
      for (String attribute : List.of("name", "description", "cardinality", "types")) {
        Value wanted = want.field(attribute);
        if (!wanted.isNull() && !wanted.equals(now.values().get(attribute))) {
          throw Problems.notDone(
              Codes.IGNORED,
              failing(args),
              "the server took the call, and `" + attribute + "` is what it was.",
              List.of());
        }
      }
      return done(now);
    }

    /** Repeating it does no harm. */
    @Override
    public Probe probe(LabelArguments.Update args, Site site, Begun begun) {
      return new Probe.NotDone();
    }
  }

  private final class Remove implements Primitive<LabelArguments.Removal> {
    @Override
    public Class<LabelArguments.Removal> arguments() {
      return LabelArguments.Removal.class;
    }

    @Override
    public String failing(LabelArguments.Removal args) {
      return type.kind() + " `" + args.name() + "` cannot be removed";
    }

    @Override
    public Done run(LabelArguments.Removal args, Site site, Run run)
        throws VSphereException, OpProblem {
      Tags tags = site.session().tags();
      String id = args.id();
      if (type.byId(new TagBook(tags), id).isPresent()) {
        List<String> keeping = type.keeping(tags, id);
        if (!keeping.isEmpty()) {
          throw Problems.notDone(Codes.STATE, failing(args), String.join(" ", keeping), List.of());
        }
        type.remove(tags, id);
      }
      return Done.NOTHING;
    }

    @Override
    public Probe probe(LabelArguments.Removal args, Site site, Begun begun)
        throws VSphereException {
      return type.byId(new TagBook(site.session().tags()), args.id()).isPresent()
          ? new Probe.NotDone()
          : new Probe.Finished(Done.NOTHING);
    }
  }

  private Label seen(Tags tags, String id) throws VSphereException {
    return type.byId(new TagBook(tags), id)
        .orElseThrow(
            () ->
                new VSphereException(
                    Fault.of(
                        Fault.Kind.NOT_FOUND,
                        "The " + type.kind() + " " + id + " is not there any more.",
                        "")));
  }

  private Done done(Label label) {
    return new Done(Optional.of(label.ref(type.kind())), label.outputs());
  }
}
