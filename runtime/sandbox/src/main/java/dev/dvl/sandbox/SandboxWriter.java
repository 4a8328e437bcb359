package dev.dvl.sandbox;

import dev.dvl.compiler.diagnostic.Article;
import dev.dvl.compiler.value.Value;
import dev.dvl.engine.change.Op;
import dev.dvl.engine.diff.Fingerprints;
import dev.dvl.engine.live.Ref;
import dev.dvl.engine.live.Stamp;
import dev.dvl.engine.provider.Begun;
import dev.dvl.engine.provider.Cancel;
import dev.dvl.engine.provider.Done;
import dev.dvl.engine.provider.HostProblem;
import dev.dvl.engine.provider.OpProblem;
import dev.dvl.engine.provider.Probe;
import dev.dvl.engine.provider.Run;
import dev.dvl.engine.provider.Secrets;
import dev.dvl.engine.provider.Writer;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Makes the sandbox's calls. */
final class SandboxWriter implements Writer {
  private final Store store;
  private final Secrets secrets;
  private final SandboxFaults faults;

  SandboxWriter(Store store, Secrets secrets, SandboxFaults faults) {
    this.store = store;
    this.secrets = secrets;
    this.faults = faults;
  }

  @Override
  public Done execute(Op op, SortedMap<String, Value> filled, Run run) throws OpProblem {
    faults.before(op, run);
    try {
      Done done = call(op, filled);
      faults.after(op);
      return done;
    } catch (IOException failed) {
      throw new OpProblem(
          SandboxCodes.FILE,
          String.valueOf(failed.getMessage()),
          List.of(),
          OpProblem.Outcome.UNCLEAR);
    }
  }

  @Override
  public Probe probe(Op op, SortedMap<String, Value> filled, Begun begun, Cancel cancel)
      throws HostProblem {
    faults.probing(op);
    for (SandboxObject object : store.all()) {
      if (object.madeBy().equals(op.id()) || object.lastOp().equals(op.id())) {
        return new Probe.Finished(done(object));
      }
    }
    boolean removal = word(op).equals("remove") || word(op).equals("discard");
    Optional<SandboxObject> left =
        filled.get("id") instanceof Value.Text ? byId(filled) : Optional.empty();
    return removal && left.isEmpty() ? new Probe.Finished(Done.NOTHING) : new Probe.NotDone();
  }

  private Done call(Op op, SortedMap<String, Value> args) throws IOException, OpProblem {
    String word = word(op);
    return switch (word) {
      case "make" -> make(op, args);
      case "make_again" -> makeAgain(op, args);
      case "change" -> change(op, args);
      case "start", "wait_healthy", "wait_completed", "wait_steady" -> run(op, args, true);
      case "make_room" -> makeRoom(args);
      case "mark" -> mark(op, args);
      case "unmark" -> unmark(op, args);
      case "stop" -> run(op, args, false);
      case "release", "drain" -> done(there(args));
      case "remove" -> remove(args);
      case "discard", "restore" -> {
        discard(args);
        yield run(op, args, true);
      }
      default -> throw new IllegalArgumentException("no such call: " + op.call());
    };
  }

  private static String word(Op op) {
    return op.call().substring(op.call().lastIndexOf('.') + 1);
  }

  /** What commits later is made under a name of its own, so that the old one may keep its name. */
  private Done make(Op op, SortedMap<String, Value> args) throws IOException, OpProblem {
    Stamp stamp = Stamps.of(value(args, "stamp"));
    String kind = text(args, "kind");
    String name = op.commits() ? text(args, "name") : text(args, "name") + ".dvl-" + stamp.op();
    free(kind, name, args.containsKey("older") ? text(args, "older") : "");
    Ref ref = new Ref(kind, MadeUp.id(text(args, "seed")), name);
    Content content = content(args, stamp);
    SandboxObject object =
        new SandboxObject(
            ref,
            Optional.of(stamp),
            op.id(),
            stamp.op(),
            op.id(),
            op.commits(),
            op.commits(),
            content.values(),
            content.base(),
            content.print(),
            fields(value(args, "outputs")));
    setOthersAside(ref);
    store.put(object);
    return done(object);
  }

  /** As it was, where its removal had its effect; what was to take its place goes. */
  private Done makeAgain(Op op, SortedMap<String, Value> args) throws IOException {
    Optional<SandboxObject> there = byId(args);
    if (there.isPresent()) {
      return done(there.get());
    }
    discard(args);
    Optional<Stamp> stamp = Optional.ofNullable(args.get("stamp")).map(Stamps::of);
    Content content = content(args, Stamps.of(value(args, "by")));
    SandboxObject object =
        new SandboxObject(
            new Ref(text(args, "kind"), text(args, "id"), text(args, "name")),
            stamp,
            op.id(),
            stamp.map(Stamp::op).orElse(""),
            op.id(),
            true,
            true,
            content.values(),
            content.base(),
            content.print(),
            fields(value(args, "outputs")));
    store.put(object);
    return done(object);
  }

  private Done change(Op op, SortedMap<String, Value> args) throws IOException, OpProblem {
    SandboxObject object = there(args);
    String name = text(args, "name");
    free(object.ref().kind(), name, object.ref().id());
    Content content = content(args, object.stamp().orElse(Stamps.of(value(args, "stamp"))));
    Ref renamed = new Ref(object.ref().kind(), object.ref().id(), name);
    SandboxObject changed =
        object.changedTo(renamed, content.values(), content.base(), content.print(), op.id());
    boolean runs = !Value.of(false).equals(content.values().get("running"));
    SandboxObject started = changed.started(runs, false, renamed, op.id());
    store.put(started);
    return done(started);
  }

  /** The object gets another name, and is what it was. */
  private Done makeRoom(SortedMap<String, Value> args) throws IOException, OpProblem {
    SandboxObject object = there(args);
    String name = text(args, "name");
    free(object.ref().kind(), name, object.ref().id());
    store.put(object.renamed(name));
    return done(object.renamed(name));
  }

  private Done mark(Op op, SortedMap<String, Value> args) throws IOException, OpProblem {
    SandboxObject marked = there(args).marked(Stamps.of(value(args, "stamp")), op.id());
    store.put(marked);
    return done(marked);
  }

  private Done unmark(Op op, SortedMap<String, Value> args) throws IOException, OpProblem {
    SandboxObject unmarked = there(args).unmarked(op.id());
    store.put(unmarked);
    return done(unmarked);
  }

  private Done run(Op op, SortedMap<String, Value> args, boolean runs)
      throws IOException, OpProblem {
    SandboxObject object = there(args);
    Ref named =
        args.containsKey("name")
            ? new Ref(object.ref().kind(), object.ref().id(), text(args, "name"))
            : object.ref();
    setOthersAside(named);
    boolean wanted = runs && !Value.of(false).equals(object.values().get("running"));
    SandboxObject changed = object.started(wanted, op.commits(), named, op.id());
    store.put(changed);
    return done(changed);
  }

  private void setOthersAside(Ref named) throws IOException {
    for (SandboxObject other : store.called(named.kind(), named.name())) {
      if (!other.ref().id().equals(named.id())) {
        store.put(other.renamed(named.name() + ".dvl-old"));
      }
    }
  }

  private Done remove(SortedMap<String, Value> args) throws IOException {
    store.remove(text(args, "id"));
    return Done.NOTHING;
  }

  private Done discard(SortedMap<String, Value> args) throws IOException {
    String birth = text(args, "birth");
    for (SandboxObject object : store.all()) {
      if (object.birth().equals(birth)) {
        store.remove(object.ref().id());
      }
    }
    return Done.NOTHING;
  }

  private record Content(SortedMap<String, Value> values, String base, Optional<String> print) {}

  private Content content(SortedMap<String, Value> args, Stamp stamp) throws IOException {
    String base = args.containsKey("defaults") ? store.keep(text(args, "defaults")) : Store.NO_BASE;
    Value values = value(args, "values");
    if (!args.containsKey("template")) {
      return new Content(fields(values), base, Optional.empty());
    }
    Value closed = Template.closed(text(args, "template"), values);
    String print = new Fingerprints(stamp.stack(), secrets).of(closed);
    return new Content(fields(closed), base, Optional.of(print));
  }

  private void free(String kind, String name, String but) throws OpProblem {
    for (SandboxObject object : store.called(kind, name)) {
      if (!object.ref().id().equals(but)) {
        throw new OpProblem(
            SandboxCodes.NAME_TAKEN,
            "The sandbox has " + Article.before(kind) + " named `" + name + "` already.",
            List.of(),
            OpProblem.Outcome.NOT_DONE);
      }
    }
  }

  private SandboxObject there(SortedMap<String, Value> args) throws OpProblem {
    return byId(args)
        .orElseThrow(
            () ->
                new OpProblem(
                    SandboxCodes.GONE,
                    "The sandbox has no object " + text(args, "id") + ".",
                    List.of(),
                    OpProblem.Outcome.NOT_DONE));
  }

  private Optional<SandboxObject> byId(SortedMap<String, Value> args) {
    return store.byId(text(args, "id"));
  }

  private static Done done(SandboxObject object) {
    return new Done(Optional.of(object.ref()), object.outputs());
  }

  private static String text(SortedMap<String, Value> args, String name) {
    return Stamps.text(value(args, name));
  }

  private static Value value(SortedMap<String, Value> args, String name) {
    return args.getOrDefault(name, Value.Null.NULL);
  }

  private static SortedMap<String, Value> fields(Value value) {
    return value instanceof Value.ObjectOf(var fields) ? fields : new TreeMap<>();
  }
}
