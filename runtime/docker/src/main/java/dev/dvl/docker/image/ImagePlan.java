package dev.dvl.docker.image;

import dev.dvl.compiler.value.Path;
import dev.dvl.compiler.value.Value;
import dev.dvl.docker.Codes;
import dev.dvl.docker.kind.Names;
import dev.dvl.docker.kind.Stamps;
import dev.dvl.docker.stamp.StampLabels;
import dev.dvl.engine.change.Action;
import dev.dvl.engine.change.Change;
import dev.dvl.engine.change.Desired;
import dev.dvl.engine.live.Finding;
import dev.dvl.engine.live.Live;
import dev.dvl.engine.provider.HostView;
import dev.dvl.engine.provider.Planned;
import dev.dvl.engine.provider.Steps;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Images are built or pulled under their name; an older build goes when nothing uses it any more. A
 * built image carries its name in its labels, so a new name is a new build, which the engine's
 * cache makes a short one.
 */
final class ImagePlan {
  private ImagePlan() {}

  static Planned plan(Change change, HostView view) {
    Steps steps = new Steps(change);
    change.after().ifPresent(desired -> make(change, desired, new KnownImages(view), steps));
    change
        .before()
        .filter(live -> change.action() == Action.DESTROY || live.stamp().isPresent())
        .ifPresent(live -> remove(steps, live));
    return steps.planned();
  }

  private static void make(Change change, Desired desired, KnownImages images, Steps steps) {
    if (desired.value("build") instanceof Value.ObjectOf) {
      build(change, desired, steps);
    } else if (!desired.value("pull").isNull()) {
      pull(desired, steps);
    } else if (images.known() && !images.has(Names.of(desired))) {
      steps.find(
          new Finding(
              Codes.NO_IMAGE,
              change.address(),
              Optional.of(Path.of("name")),
              "the engine has no image `" + Names.of(desired) + "`",
              List.of(
                  "Without `build` and `pull` the image must be on the engine.",
                  "With `pull = \"missing\"` dvl pulls it.")));
    }
  }

  private static void build(Change change, Desired desired, Steps steps) {
    Map<String, String> stamp = new LinkedHashMap<>(StampLabels.write(desired.birth()));
    stamp.putAll(BuiltName.write(Names.of(desired)));
    TreeMap<String, Value> build = new TreeMap<>();
    if (desired.value("build") instanceof Value.ObjectOf(var fields)) {
      build.putAll(fields);
    }
    Optional<Live> older = change.before().filter(live -> live.stamp().isPresent());
    steps
        .makes("build", ImageKind.BUILD)
        .with("name", Names.of(desired))
        .with("stamp", Stamps.labels(stamp))
        .with("platform", desired.value("platform"))
        .with("build", Value.ObjectOf.of(build))
        .with("older", older.map(it -> Value.text(it.ref().id())).orElse(Value.Null.NULL))
        .with("older_name", older.map(ImagePlan::besides).orElse(Value.Null.NULL))
        .locking("image:" + Names.of(desired))
        .within(Steps.LONG)
        .committing()
        .repeatable()
        .add();
  }

  private static void pull(Desired desired, Steps steps) {
    steps
        .makes("pull", ImageKind.PULL)
        .with("name", Names.of(desired))
        .with("digest", desired.value("digest"))
        .with("platform", desired.value("platform"))
        .locking("image:" + Names.of(desired))
        .within(Steps.LONG)
        .committing()
        .repeatable()
        .add();
  }

  private static Value besides(Live live) {
    return live.stamp()
        .map(stamp -> Value.text(new OlderBuild(live.ref().name(), stamp.op()).text()))
        .orElse(Value.Null.NULL);
  }

  private static void remove(Steps steps, Live live) {
    steps
        .removes("remove", ImageKind.REMOVE)
        .with("image", live.ref().id())
        .with("name", live.ref().name())
        .with("older_name", besides(live))
        .with("op", Stamps.op(live))
        .locking("image:" + live.ref().name())
        .repeatable()
        .add();
  }
}
