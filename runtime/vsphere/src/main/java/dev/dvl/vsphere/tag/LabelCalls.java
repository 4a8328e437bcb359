package dev.dvl.vsphere.tag;

import dev.dvl.compiler.value.Value;
import dev.dvl.engine.provider.Begun;
import dev.dvl.engine.provider.Done;
import dev.dvl.engine.provider.OpProblem;
import dev.dvl.engine.provider.Probe;
import dev.dvl.engine.provider.Run;
import dev.dvl.stdlib.TagCategoryAttribute;
import dev.dvl.vsphere.Codes;
import dev.dvl.vsphere.Problems;
import dev.dvl.vsphere.catalog.NameProblem;
import dev.dvl.vsphere.kind.Primitive;
import dev.dvl.vsphere.kind.RemoveCall;
import dev.dvl.vsphere.kind.RepeatableCall;
import dev.dvl.vsphere.kind.Site;
import dev.dvl.vsphere.session.Tags;
import dev.dvl.vsphere.session.VSphereException;
import dev.dvl.vsphere.session.Watch;
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
      if (args.old().isPresent()) {
        Optional<Label> there = type.byId(new TagBook(tags), args.old().get());
        if (there.isPresent()) {
          return done(there.get());
        }
        clear(tags, args.instead().orElse(args.name()));
      }
      return done(seen(tags, type.create(tags, args.want())));
    }

    private void clear(Tags tags, String instead) throws VSphereException {
      Optional<Label> other = type.byName(new TagBook(tags), instead);
      if (other.isPresent()) {
        type.remove(tags, other.get().id());
      }
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

  private final class Update implements RepeatableCall<LabelArguments.Update> {
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
      for (TagCategoryAttribute attribute : TagCategoryAttribute.values()) {
        String name = attribute.word();
        Value wanted = want.field(name);
        if (!wanted.isNull() && !wanted.equals(now.values().get(name))) {
          throw Problems.notDone(
              Codes.IGNORED,
              failing(args),
              "the server took the call, and `" + name + "` is what it was.",
              List.of());
        }
      }
      return done(now);
    }
  }

  private final class Remove extends RemoveCall<Label> {
    Remove() {
      super(type.kind());
    }

    @Override
    protected Optional<Label> there(Site site, String id) throws VSphereException {
      return type.byId(new TagBook(site.session().tags()), id);
    }

    @Override
    protected List<String> keeping(Site site, Label there) throws VSphereException {
      return type.keeping(site.session().tags(), there.id());
    }

    @Override
    protected void remove(Site site, Label there, Watch watch) throws VSphereException {
      type.remove(site.session().tags(), there.id());
    }
  }

  private Label seen(Tags tags, String id) throws VSphereException {
    return type.byId(new TagBook(tags), id)
        .orElseThrow(() -> VSphereException.gone("The " + type.kind() + " " + id));
  }

  private Done done(Label label) {
    return new Done(Optional.of(label.ref(type.kind())), label.outputs());
  }
}
