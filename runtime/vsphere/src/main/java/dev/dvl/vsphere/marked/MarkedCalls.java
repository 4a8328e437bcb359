package dev.dvl.vsphere.marked;

import dev.dvl.compiler.value.Value;
import dev.dvl.engine.live.Live.Standing;
import dev.dvl.engine.live.Stamp;
import dev.dvl.engine.provider.Begun;
import dev.dvl.engine.provider.Done;
import dev.dvl.engine.provider.OpProblem;
import dev.dvl.engine.provider.Probe;
import dev.dvl.engine.provider.Run;
import dev.dvl.vsphere.catalog.Entry;
import dev.dvl.vsphere.catalog.InventoryNames;
import dev.dvl.vsphere.catalog.NameProblem;
import dev.dvl.vsphere.kind.Following;
import dev.dvl.vsphere.kind.Ignored;
import dev.dvl.vsphere.kind.Primitive;
import dev.dvl.vsphere.kind.RemoveCall;
import dev.dvl.vsphere.kind.RepeatableCall;
import dev.dvl.vsphere.kind.Site;
import dev.dvl.vsphere.session.Objects;
import dev.dvl.vsphere.session.Ref;
import dev.dvl.vsphere.session.Selection;
import dev.dvl.vsphere.session.VSphereException;
import dev.dvl.vsphere.session.VSphereSession;
import dev.dvl.vsphere.session.Watch;
import dev.dvl.vsphere.stamp.BirthText;
import dev.dvl.vsphere.stamp.Mark;
import dev.dvl.vsphere.stamp.Marks;
import dev.dvl.vsphere.tag.Tagging;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The calls on objects of one marked type. */
public record MarkedCalls(MarkedType type) {

  public Map<String, Primitive<?>> all() {
    String kind = type.kind();
    return Map.ofEntries(
        Map.entry(kind + ".create", new Create()),
        Map.entry(kind + ".commit", new Commit()),
        Map.entry(kind + ".update", new Update()),
        Map.entry(kind + ".mark", new Write()),
        Map.entry(kind + ".unmark", new Erase()),
        Map.entry(kind + ".remove", new Remove()),
        Map.entry(Tagging.call(kind), new Tagging(kind, type.taggedAs())));
  }

  private final class Create implements Primitive<MarkedArguments.Creation> {
    @Override
    public Class<MarkedArguments.Creation> arguments() {
      return MarkedArguments.Creation.class;
    }

    @Override
    public String failing(MarkedArguments.Creation args) {
      return type.kind() + " `" + args.making() + "` cannot be made";
    }

    @Override
    public Done run(MarkedArguments.Creation args, Site site, Run run)
        throws VSphereException, NameProblem, InterruptedException {
      String making = args.making();
      Ref made = type.create(site, making, args.want(), Following.of(run));
      return done(made, making, Map.of());
    }

    /** The name in the making is nobody else's. */
    @Override
    public Probe probe(MarkedArguments.Creation args, Site site, Begun begun)
        throws VSphereException {
      String making = args.making();
      return site.shelf().fresh().all(type.type()).stream()
          .filter(it -> it.name().equals(making))
          .findFirst()
          .map(it -> (Probe) new Probe.Finished(done(it.ref(), making, Map.of())))
          .orElseGet(Probe.NotDone::new);
    }
  }

  private final class Commit implements Primitive<MarkedArguments.Mark> {
    @Override
    public Class<MarkedArguments.Mark> arguments() {
      return MarkedArguments.Mark.class;
    }

    @Override
    public String failing(MarkedArguments.Mark args) {
      return type.kind() + " `" + args.name() + "` cannot be finished";
    }

    @Override
    public Done run(MarkedArguments.Mark args, Site site, Run run)
        throws VSphereException, NameProblem, InterruptedException {
      Entry entry = entry(site, args.id());
      Stamp stamp = BirthText.read(args.birth()).orElseThrow();
      VSphereSession session = site.session();
      int key = Marks.defined(session);
      session.objects().setField(entry.ref(), key, new Mark(entry.ref().id(), stamp).text());
      type.rename(site, entry, args.name(), Following.of(run));
      return seen(site, args.id());
    }

    /**
     * Which object it was about is not known any more; its mark tells, and no name in the making.
     */
    @Override
    public Probe probe(MarkedArguments.Mark args, Site site, Begun begun)
        throws VSphereException, NameProblem {
      Stamp stamp = BirthText.read(args.birth()).orElseThrow();
      Marks marks = new Marks(site.session().objects().fieldKey(Mark.FIELD));
      Optional<Entry> made =
          site.shelf().fresh().all(type.type()).stream()
              .filter(it -> marks.standing(it, stamp.stack()) == Standing.OURS)
              .filter(it -> marks.stamp(it).filter(stamp::equals).isPresent())
              .findFirst();
      return made.isPresent()
          ? new Probe.Finished(seen(site, made.get().ref().id()))
          : new Probe.NotDone();
    }
  }

  /** Says on an object whose it is: on one that was moved or adopted. */
  private final class Write implements RepeatableCall<MarkedArguments.Mark> {
    @Override
    public Class<MarkedArguments.Mark> arguments() {
      return MarkedArguments.Mark.class;
    }

    @Override
    public String failing(MarkedArguments.Mark args) {
      return type.kind() + " `" + args.name() + "` cannot be marked";
    }

    @Override
    public Done run(MarkedArguments.Mark args, Site site, Run run)
        throws VSphereException, NameProblem {
      Entry entry = entry(site, args.id());
      Stamp stamp = BirthText.read(args.birth()).orElseThrow();
      int key = Marks.defined(site.session());
      site.session().objects().setField(entry.ref(), key, new Mark(entry.ref().id(), stamp).text());
      return seen(site, args.id());
    }
  }

  /** Takes off an object what says whose it is. */
  private final class Erase implements RepeatableCall<MarkedArguments.Unmark> {
    @Override
    public Class<MarkedArguments.Unmark> arguments() {
      return MarkedArguments.Unmark.class;
    }

    @Override
    public String failing(MarkedArguments.Unmark args) {
      return type.kind() + " `" + args.name() + "` keeps its mark";
    }

    @Override
    public Done run(MarkedArguments.Unmark args, Site site, Run run) throws VSphereException {
      Optional<Integer> key = site.session().objects().fieldKey(Mark.FIELD);
      if (key.isPresent()) {
        site.session().objects().setField(entry(site, args.id()).ref(), key.get(), "");
      }
      return Done.NOTHING;
    }
  }

  private final class Update implements RepeatableCall<MarkedArguments.Update> {
    @Override
    public Class<MarkedArguments.Update> arguments() {
      return MarkedArguments.Update.class;
    }

    @Override
    public String failing(MarkedArguments.Update args) {
      return type.kind() + " `" + args.name() + "` cannot be changed";
    }

    @Override
    public Done run(MarkedArguments.Update args, Site site, Run run)
        throws VSphereException, NameProblem, OpProblem, InterruptedException {
      Entry entry = entry(site, args.id());
      Map<String, Value> before = type.values(site.names(), entry);
      type.update(site, entry, args.want(), args.whole(), Following.of(run));
      Optional<Stamp> birth = args.birth().flatMap(BirthText::read);
      if (birth.isPresent()) {
        mark(site, entry, birth.get());
      }
      if (!entry.name().equals(args.name())) {
        type.rename(site, entry, args.name(), Following.of(run));
      }
      Done done = seen(site, args.id());
      Map<String, Value> after = type.values(site.names(), entry(site, args.id()));
      Ignored.none(failing(args), Ignored.of(args.changed(), before, after));
      return done;
    }

    private static void mark(Site site, Entry entry, Stamp birth) throws VSphereException {
      Objects objects = site.session().objects();
      Optional<Integer> key = objects.fieldKey(Mark.FIELD);
      if (key.isPresent()) {
        objects.setField(entry.ref(), key.get(), new Mark(entry.ref().id(), birth).text());
      }
    }
  }

  private final class Remove extends RemoveCall<Entry> {
    Remove() {
      super(type.kind());
    }

    @Override
    protected Optional<Entry> there(Site site, String id) throws VSphereException {
      return site.now(type.type(), id);
    }

    @Override
    protected List<String> keeping(Site site, Entry there) throws VSphereException {
      return type.keeping(site, there);
    }

    @Override
    protected void remove(Site site, Entry there, Watch watch)
        throws VSphereException, InterruptedException {
      site.session().objects().destroy(there.ref(), watch);
    }
  }

  private Done seen(Site site, String id) throws VSphereException, NameProblem {
    Entry entry = entry(site, id);
    InventoryNames names = site.names();
    return done(entry.ref(), type.written(names, entry), type.outputs(names, entry));
  }

  private Entry entry(Site site, String id) throws VSphereException {
    return site.now(type.type(), id)
        .orElseThrow(() -> VSphereException.gone("The " + type.kind() + " " + id));
  }

  Selection selection() {
    List<String> paths = new ArrayList<>(type.paths());
    paths.add(Marks.PROPERTY);
    return new Selection(type.type(), paths);
  }

  private Done done(Ref object, String name, Map<String, Value> outputs) {
    TreeMap<String, Value> told = new TreeMap<>(outputs);
    told.put("id", Value.text(object.id()));
    return new Done(Optional.of(new dev.dvl.engine.live.Ref(type.kind(), object.id(), name)), told);
  }
}
