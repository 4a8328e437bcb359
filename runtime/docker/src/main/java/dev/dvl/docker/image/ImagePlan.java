package dev.dvl.docker.image;

import dev.dvl.compiler.value.Value;
import dev.dvl.docker.Codes;
import dev.dvl.docker.kind.ResourceName;
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
import dev.dvl.engine.provider.Wanted;
import dev.dvl.stdlib.ImageAttribute;
import dev.dvl.stdlib.ImagePart;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
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
    ImagePart wanted = ImagePart.of(desired.values());
    String name = ResourceName.of(desired);
    if (wanted.build().isSet()) {
      build(change, desired, wanted, steps);
    } else if (wanted.pull().isSet()) {
      pull(name, wanted, steps);
    } else if (images.known() && !images.has(name)) {
      steps.find(
          new Finding(
              Codes.NO_IMAGE,
              change.address(),
              Optional.of(ImageAttribute.NAME.path()),
              "the engine has no image `" + name + "`",
              List.of(
                  "Without `build` and `pull` the image must be on the engine.",
                  "With `pull = \"missing\"` dvl pulls it.")));
    }
  }

  private static void build(Change change, Desired desired, ImagePart wanted, Steps steps) {
    String name = ResourceName.of(desired);
    SortedMap<String, String> stamp = new TreeMap<>(StampLabels.write(desired.birth()));
    stamp.putAll(BuiltName.write(name));
    Optional<Live> older = change.before().filter(live -> live.stamp().isPresent());
    steps
        .makes("build", ImageKind.BUILD)
        .with(
            new ImageArguments.Build(
                name,
                stamp,
                wanted.platform(),
                Value.ObjectOf.of(Wanted.of(desired.value(ImageAttribute.BUILD.word())).values()),
                older.map(it -> it.ref().id()),
                older.flatMap(ImagePlan::besides)))
        .locking("image:" + name)
        .within(Steps.LONG)
        .committing()
        .repeatable()
        .add();
  }

  private static void pull(String name, ImagePart wanted, Steps steps) {
    steps
        .makes("pull", ImageKind.PULL)
        .with(new ImageArguments.Pull(name, wanted.digest(), wanted.platform(), Optional.empty()))
        .locking("image:" + name)
        .within(Steps.LONG)
        .committing()
        .repeatable()
        .add();
  }

  private static Optional<String> besides(Live live) {
    return live.stamp().map(stamp -> new OlderBuild(live.ref().name(), stamp.op()).text());
  }

  private static void remove(Steps steps, Live live) {
    steps
        .removes("remove", ImageKind.REMOVE)
        .with(
            new ImageArguments.Removal(
                live.ref().id(), live.ref().name(), besides(live), Stamps.op(live)))
        .locking("image:" + live.ref().name())
        .repeatable()
        .add();
  }
}
