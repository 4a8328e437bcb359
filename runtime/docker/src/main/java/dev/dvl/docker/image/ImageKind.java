package dev.dvl.docker.image;

import dev.dvl.compiler.ir.Instance;
import dev.dvl.compiler.value.Value;
import dev.dvl.docker.Codes;
import dev.dvl.docker.kind.DockerKind;
import dev.dvl.docker.kind.Primitive;
import dev.dvl.docker.kind.Reading;
import dev.dvl.docker.kind.Resolved;
import dev.dvl.docker.kind.Site;
import dev.dvl.engine.change.Change;
import dev.dvl.engine.live.Finding;
import dev.dvl.engine.live.Live;
import dev.dvl.engine.provider.HostView;
import dev.dvl.engine.provider.Planned;
import dev.dvl.engine.provider.Query;
import dev.dvl.stdlib.ImagePart;
import dev.dvl.stdlib.KindName;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;

/** Images: built, pulled, or only looked up. */
public final class ImageKind implements DockerKind {
  /** The call that pulls one; containers have images pulled, too. */
  public static final String PULL = "image.pull";

  static final String NAME = KindName.IMAGE.word();
  static final String BUILD = "image.build";
  static final String REMOVE = "image.remove";

  @Override
  public String name() {
    return NAME;
  }

  /** What the engine must have already is made by others: dvl has no call for a new one. */
  @Override
  public List<Finding> findings(Instance wanted) {
    ImagePart image = ImagePart.of(wanted.values());
    if (wanted.common().replaceWhen().isEmpty() || image.build().isSet() || image.pull().isSet()) {
      return List.of();
    }
    return List.of(
        new Finding(
            Codes.NOT_MADE_ANEW,
            wanted.address(),
            Optional.empty(),
            "`" + wanted.address() + "` is neither built nor pulled",
            List.of("Say how it is made with `build` or `pull`, or take out `replace_when`.")));
  }

  /** All there are, where any is asked for: they have many names, and a list of them is cheap. */
  @Override
  public List<Live> live(Reading reading) throws IOException {
    boolean asked =
        reading.query().scope() != Query.Scope.CLAIMED
            || !reading.claimed(NAME).isEmpty()
            || !reading.images().isEmpty();
    return asked ? new Images(reading.list("/images/json").elements(), reading).live() : List.of();
  }

  @Override
  public Resolved resolved(Instance wanted, Reading reading) {
    return new Digests(reading).of(wanted);
  }

  @Override
  public SortedMap<String, Value> canonical(SortedMap<String, Value> wanted) {
    return Image.canonical(wanted);
  }

  /**
   * Where the engine tells of one.
   *
   * @param image its id or a name, whose slashes the engine takes as they are
   */
  public static String path(String image) {
    return "/images/" + image + "/json";
  }

  @Override
  public Planned plan(Change change, HostView view) {
    return ImagePlan.plan(change, view);
  }

  @Override
  public Map<String, Primitive<?>> primitives(Site site) {
    BuildSteps steps = new BuildSteps(site.engine());
    return Map.of(
        PULL, new PullImage(site.engine(), site.credentials()),
        BUILD, new BuildImage(site.engine(), site.project(), site.credentials(), steps),
        REMOVE, new RemoveImage(site.engine(), steps));
  }
}
