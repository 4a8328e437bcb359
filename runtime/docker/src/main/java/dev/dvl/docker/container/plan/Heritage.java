package dev.dvl.docker.container.plan;

import dev.dvl.compiler.value.Field;
import dev.dvl.docker.container.facet.AnonymousVolumes;
import dev.dvl.engine.change.Change;
import dev.dvl.engine.provider.HostView;
import dev.dvl.engine.provider.Lost;
import dev.dvl.engine.provider.Wanted;
import dev.dvl.stdlib.BindMountPart;
import dev.dvl.stdlib.ContainerPart;
import dev.dvl.stdlib.MountPart;
import dev.dvl.stdlib.TmpfsMountPart;
import dev.dvl.stdlib.VolumeMountPart;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What becomes of volumes that nobody named, with what is in them: a container that comes when the
 * old one has stopped takes them over, at the same paths. What cannot go that way is lost, and is
 * told; what the program wants fresh is not worth a word. Which volumes these are by name is found
 * out by the call that makes the container.
 */
public record Heritage(Change change, HostView view) {
  private static final String ANONYMOUS = "anonymous_volumes";

  /** The container that volumes are taken over from, where it has any. */
  Optional<String> from() {
    return change.before().filter(live -> !had().isEmpty()).map(live -> live.ref().id());
  }

  /** The paths of those that are not taken over. */
  List<String> without() {
    SortedSet<String> without = had();
    without.removeIf(path -> !fresh().contains(path) && ending(path).isEmpty());
    return List.copyOf(without);
  }

  /** What is lost with the change, each path by itself. */
  public List<Lost> lost() {
    return switch (change.action()) {
      case CREATE -> all(asked().orElseGet(() -> targets(Heritage::isAnonymous)), Ending.GONE);
      case DESTROY -> all(had(), Ending.DESTROYED);
      case REPLACE_START_FIRST -> all(had(), Ending.AT_ONCE);
      case REPLACE ->
          ContainerPlan.losesVolume(change, new Neighbours(view))
              ? all(had(), Ending.REMOVED_FIRST)
              : worthAWord(had())
                  .flatMap(path -> ending(path).stream().map(it -> it.of(path, had())))
                  .toList();
      case UPDATE, ADOPT, MOVE, FORGET, CONDITIONAL, UNDECIDED -> List.of();
    };
  }

  private List<Lost> all(Collection<String> paths, Ending ending) {
    SortedSet<String> anew = fresh();
    anew.addAll(paths);
    return worthAWord(paths).map(path -> ending.of(path, anew)).toList();
  }

  private Stream<String> worthAWord(Collection<String> paths) {
    Set<String> fresh = fresh();
    return paths.stream().filter(path -> !fresh.contains(path)).sorted();
  }

  /** Why a new container that comes when the old one has stopped has no use for a volume. */
  private Optional<Ending> ending(String path) {
    if (targets(mount -> !isAnonymous(mount)).contains(path)) {
      return Optional.of(Ending.COVERED);
    }
    return asked().filter(paths -> !paths.contains(path)).map(any -> Ending.UNASKED);
  }

  /** The paths of volumes that nobody named, where the old container has such. */
  private SortedSet<String> had() {
    return change
        .before()
        .map(live -> new Wanted(live.outputs()).texts(ANONYMOUS))
        .map(Heritage::clean)
        .orElseGet(TreeSet::new);
  }

  /** The paths at which the new container asks for some; nothing where its image is not known. */
  private Optional<Set<String>> asked() {
    return wanted()
        .map(ContainerPart::imageVolumes)
        .filter(image -> image.known().isPresent())
        .map(
            image -> {
              Set<String> asked = clean(Field.elements(image));
              asked.addAll(targets(Heritage::isAnonymous));
              return asked;
            });
  }

  /** What the program wants, else what it wanted when the container was made. */
  private SortedSet<String> fresh() {
    return wanted()
        .or(() -> change.before().map(live -> ContainerPart.of(live.values())))
        .map(part -> clean(Field.elements(part.fresh())))
        .orElseGet(TreeSet::new);
  }

  private Optional<ContainerPart> wanted() {
    return change.after().map(desired -> ContainerPart.of(desired.values()));
  }

  private Set<String> targets(Predicate<MountPart> which) {
    return wanted().stream()
        .flatMap(part -> Field.elements(part.mounts()).stream())
        .filter(which)
        .flatMap(mount -> target(mount).known().stream())
        .map(AnonymousVolumes::path)
        .collect(Collectors.toSet());
  }

  private static boolean isAnonymous(MountPart mount) {
    return mount instanceof VolumeMountPart volume && !volume.source().isSet();
  }

  private static Field<String> target(MountPart mount) {
    return switch (mount) {
      case VolumeMountPart volume -> volume.target();
      case BindMountPart bind -> bind.target();
      case TmpfsMountPart memory -> memory.target();
    };
  }

  private static SortedSet<String> clean(Collection<String> paths) {
    return paths.stream()
        .map(AnonymousVolumes::path)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** Why what is in a volume is lost. */
  private enum Ending {
    GONE(
        "The old container has gone, and what it had in a volume at `%1$s` does not come back.",
        "A volume that was not removed with it is still on the engine, without a container.",
        Ending.FRESH),
    DESTROYED("What is in its volume at `%1$s`, which nobody named, goes with it."),
    AT_ONCE(
        "The new container does not get what is in the volume at `%1$s`: both would write there at"
            + " once.",
        "To hand it over, let the old one stop first: update { order = \"stop_first\" }",
        Ending.FRESH),
    REMOVED_FIRST(
        "The new container does not get what is in the volume at `%1$s`: the old one goes first,"
            + " since a volume of it is made anew.",
        Ending.FRESH),
    COVERED("What is in the volume at `%1$s` is lost: another mount takes its place."),
    UNASKED(
        "What is in the volume at `%1$s` is lost: the new container has none there.",
        "To keep it there, add to `mounts`: { type = \"volume\", target = \"%1$s\" }");

    private static final String FRESH =
        "To begin with what its image has there, write: fresh = [%2$s]";

    private final String what;

    /** Each on a line. */
    private final String ways;

    Ending(String what, String... ways) {
      this.what = what;
      this.ways = String.join("\n", ways);
    }

    /** With all that would be begun anew, since one line says it of all. */
    Lost of(String path, Collection<String> anew) {
      String all = anew.stream().map(it -> '"' + it + '"').collect(Collectors.joining(", "));
      return new Lost(what.formatted(path), ways.formatted(path, all).lines().toList());
    }
  }
}
