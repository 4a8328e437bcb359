package dev.dvl.sandbox;

import dev.dvl.compiler.eval.StandardFunctions;
import dev.dvl.compiler.value.Value;
import dev.dvl.engine.change.Change;
import dev.dvl.engine.change.Desired;
import dev.dvl.engine.diff.KindRule;
import dev.dvl.engine.live.Live;
import dev.dvl.engine.provider.HostView;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** What the calls of one change are told of the object that there is, and of the one to be. */
record Told(Change change, HostView host, KindDefaults defaults) {
  private static final Duration PATIENCE = Duration.ofMinutes(1);

  /** The state of an object that has come to its end. */
  static final String COMPLETED = "completed";

  /** How long a wait may take. */
  Duration patience() {
    return waiting().timeout().orElse(PATIENCE);
  }

  /** Whether the object is to come to its end. */
  boolean ends() {
    return waiting().until().is(COMPLETED);
  }

  private WaitBlock waiting() {
    return WaitBlock.of(desired().value("wait"));
  }

  /** The object that this change makes. */
  SortedMap<String, Value> self() {
    SortedMap<String, Value> args = new TreeMap<>();
    args.put("id", new Value.Ref(change.address(), change.kind().name()));
    args.put("name", Value.text(name()));
    return args;
  }

  /** The object that was there before. */
  SortedMap<String, Value> old() {
    SortedMap<String, Value> args = new TreeMap<>();
    args.put("id", Value.text(change.before().orElseThrow().ref().id()));
    return args;
  }

  /** The old object, by another name. */
  SortedMap<String, Value> called(String name) {
    SortedMap<String, Value> args = old();
    args.put("name", Value.text(name));
    return args;
  }

  /** The old object, and whose it is from now on. */
  SortedMap<String, Value> taken() {
    SortedMap<String, Value> args = old();
    args.put("stamp", Stamps.value(change.record()));
    return args;
  }

  /** The old object as it is to be, at its place. */
  SortedMap<String, Value> changed() {
    SortedMap<String, Value> args = wanted();
    args.putAll(old());
    return args;
  }

  /** The old object under its name, and which one made meanwhile goes. */
  SortedMap<String, Value> restored() {
    SortedMap<String, Value> args = called(change.before().orElseThrow().ref().name());
    args.put("birth", Value.text(desired().birth().op()));
    return args;
  }

  /** An object, for some time. */
  static SortedMap<String, Value> lasting(SortedMap<String, Value> object, Duration time) {
    SortedMap<String, Value> args = new TreeMap<>(object);
    args.putAll(new Lasting(Optional.of(time)).values());
    return args;
  }

  /** An object that is made. */
  SortedMap<String, Value> wanted() {
    SortedMap<String, Value> args = new TreeMap<>();
    SortedMap<String, Value> shown = shown();
    String seed = change.address() + " " + desired().birth().op();
    args.put("kind", Value.text(change.kind().name()));
    args.put("name", Value.text(name()));
    args.put("values", Value.ObjectOf.of(shown));
    args.put("defaults", defaults.shared());
    args.put("stamp", Stamps.value(desired().birth()));
    args.put("seed", Value.text(seed));
    args.put("outputs", Value.ObjectOf.of(outputs(seed)));
    Template.of(shown).ifPresent(template -> args.put("template", Value.text(template)));
    return args;
  }

  /** What does not run commits when it is made, and takes its name from the old one there. */
  SortedMap<String, Value> besidesOld() {
    SortedMap<String, Value> args = wanted();
    args.put("older", Value.text(change.before().orElseThrow().ref().id()));
    return args;
  }

  /** The old object once more, and which one made meanwhile goes. */
  SortedMap<String, Value> again() {
    Live live = change.before().orElseThrow();
    SortedMap<String, Value> values = shown();
    change.fields().stream()
        .map(field -> field.path().attribute())
        .forEach(name -> values.put(name, live.value(name)));
    values.values().removeIf(Value::isNull);
    SortedMap<String, Value> args = restored();
    args.put("kind", Value.text(change.kind().name()));
    args.put("values", Value.ObjectOf.of(values));
    args.put("defaults", defaults.shared());
    args.put("outputs", Value.ObjectOf.of(live.outputs()));
    args.put("by", Stamps.value(desired().birth()));
    live.stamp().ifPresent(stamp -> args.put("stamp", Stamps.value(stamp)));
    Template.of(values).ifPresent(template -> args.put("template", Value.text(template)));
    return args;
  }

  /** What is to complete does so, and has nothing to say. */
  private SortedMap<String, Value> outputs(String seed) {
    SortedMap<String, Value> outputs = MadeUp.outputs(change.kind(), seed);
    NamelessVolumes.tell(desired().values(), outputs);
    if (ends()) {
      outputs.put("exit_code", Value.of(0));
      outputs.put("last_lines", new Value.ListOf(List.of()));
    }
    return outputs;
  }

  /** What a platform would show: no value of which only a fingerprint is kept. */
  private SortedMap<String, Value> shown() {
    SortedMap<String, Value> set = desired().values();
    KindRule rule = KindRule.unborn(StandardFunctions.EVALUATOR, change.kind(), set, facts());
    SortedMap<String, Value> shown = Shown.of(change.kind(), set, rule);
    shown.putAll(defaults.all().dependent(set, rule));
    return shown;
  }

  /** A host that is made in this plan is a sandbox like any other. */
  private Value facts() {
    return switch (host) {
      case HostView.Readable(var known, var ignored) -> Value.ObjectOf.of(known.values());
      case HostView.New _ -> Value.ObjectOf.of(SandboxReader.FACTS.values());
      case HostView.Unreadable _ -> Value.Null.NULL;
    };
  }

  private Desired desired() {
    return change.after().orElseThrow();
  }

  private String name() {
    Value name = desired().value("name");
    return name instanceof Value.Text(String text) ? text : change.address().toString();
  }
}
