package dev.dvl.sandbox;

import dev.dvl.compiler.value.Field;
import dev.dvl.compiler.value.Value;
import dev.dvl.engine.change.Change;
import dev.dvl.engine.provider.CallArguments;
import dev.dvl.engine.provider.Lost;
import dev.dvl.engine.provider.Wanted;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;

/**
 * Volumes that nobody named, as an engine has them: those of mounts without a source. (Images ask
 * for none in the sandbox.) What is in them goes over to the next object, or is lost with a word.
 *
 * @param mounts what is mounted where
 * @param fresh paths at which nothing goes over
 */
record NamelessVolumes(List<Value> mounts, List<String> fresh) {
  private static final String OUTPUT = "anonymous_volumes";

  /** One mount. */
  private record Mount(Field<String> type, Field<Value> source, Field<String> target)
      implements CallArguments {
    boolean isNameless() {
      return type.is("volume") && !source.isSet();
    }
  }

  static NamelessVolumes of(Map<String, Value> values) {
    Wanted wanted = new Wanted(values);
    return new NamelessVolumes(wanted.elements("mounts"), wanted.texts("fresh"));
  }

  /** What an object with such values tells of them, in place of something made up. */
  static void tell(Map<String, Value> values, Map<String, Value> outputs) {
    outputs.computeIfPresent(
        OUTPUT,
        (name, madeUp) -> Value.SetOf.of(of(values).paths().stream().map(Value::text).toList()));
  }

  /** What is lost with a change. */
  static List<Lost> lost(Change change) {
    NavigableSet<String> had = new TreeSet<>();
    change.before().ifPresent(live -> had.addAll(new Wanted(live.outputs()).texts(OUTPUT)));
    Optional<NamelessVolumes> next = change.after().map(desired -> of(desired.values()));
    next.or(() -> change.before().map(live -> of(live.values())))
        .ifPresent(it -> had.removeAll(it.fresh()));
    return switch (change.action()) {
      case CREATE ->
          lost(next.map(NamelessVolumes::kept).orElseGet(TreeSet::new), "does not come back");
      case DESTROY -> lost(had, "goes with it");
      case REPLACE_START_FIRST -> lost(had, "does not go over: both would write there at once");
      case REPLACE -> {
        next.ifPresent(it -> had.removeAll(it.paths()));
        yield lost(had, "is lost: the new one has none there");
      }
      case UPDATE, ADOPT, MOVE, FORGET, CONDITIONAL, UNDECIDED -> List.of();
    };
  }

  private NavigableSet<String> paths() {
    NavigableSet<String> paths = new TreeSet<>();
    for (Value mount : mounts) {
      Mount one = CallArguments.read(Mount.class, Wanted.of(mount).values());
      one.target().known().filter(path -> one.isNameless()).ifPresent(paths::add);
    }
    return paths;
  }

  private NavigableSet<String> kept() {
    NavigableSet<String> kept = paths();
    fresh.forEach(kept::remove);
    return kept;
  }

  private static List<Lost> lost(Collection<String> paths, String why) {
    return paths.stream()
        .map(path -> new Lost("What is in the volume at `" + path + "` " + why + ".", List.of()))
        .toList();
  }
}
