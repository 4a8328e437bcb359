package dev.dvl.vsphere.tag;

import dev.dvl.compiler.ir.Instance;
import dev.dvl.compiler.value.AttributeName;
import dev.dvl.compiler.value.Link;
import dev.dvl.compiler.value.Value;
import dev.dvl.engine.live.Live;
import dev.dvl.engine.provider.Query;
import dev.dvl.stdlib.VmAttribute;
import dev.dvl.vsphere.kind.Reading;
import dev.dvl.vsphere.kind.VSphereKind;
import dev.dvl.vsphere.session.Ref;
import dev.dvl.vsphere.session.VSphereException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What objects have tags, and which. */
public final class Tagged {
  /** The attribute, which is called so on every kind that has it. */
  static final AttributeName TAGS = VmAttribute.TAGS;

  private final Map<String, String> types = new HashMap<>();

  public Tagged(List<VSphereKind> kinds) {
    kinds.forEach(kind -> kind.taggedAs().ifPresent(type -> types.put(kind.name(), type)));
  }

  /**
   * Objects with the tags that they have. Where nobody asks for tags, the server is not asked
   * either; otherwise once for all objects, and once for each tag that is on any of them.
   */
  public List<Live> shown(Reading reading, List<Live> objects) throws VSphereException {
    Map<Live, Ref> bearers = new LinkedHashMap<>();
    if (isAsked(reading)) {
      objects.forEach(it -> bearer(it).ifPresent(bearer -> bearers.put(it, bearer)));
    }
    if (bearers.isEmpty()) {
      return objects;
    }
    Map<Ref, List<String>> attached = reading.site().session().tags().attached(bearers.values());
    TagBook book = TagBook.of(reading);
    List<Live> shown = new ArrayList<>();
    for (Live object : objects) {
      Ref bearer = bearers.get(object);
      List<String> ids = bearer == null ? List.of() : attached.getOrDefault(bearer, List.of());
      shown.add(ids.isEmpty() ? object : with(object, paths(book, ids)));
    }
    return shown;
  }

  private Optional<Ref> bearer(Live object) {
    return Optional.ofNullable(types.get(object.ref().kind()))
        .map(type -> new Ref(type, object.ref().id()));
  }

  private static boolean isAsked(Reading reading) {
    Query query = reading.query();
    return reading.site().session().about().vcenter()
        && (query.scope() == Query.Scope.EVERYTHING
            || query.relied().contains(TAGS.word())
            || query.wanted().stream().anyMatch(Tagged::hasTags));
  }

  private static boolean hasTags(Instance wanted) {
    return wanted.values().containsKey(TAGS.word());
  }

  /** The tags that are known among those that are wanted for a resource of any kind. */
  static List<Link> tags(Map<String, Value> wanted) {
    return links(wanted.getOrDefault(TAGS.word(), Value.Null.NULL));
  }

  /** The tags in a set. */
  static List<Link> links(Value set) {
    return set instanceof Value.SetOf(List<Value> elements)
        ? elements.stream().flatMap(it -> Link.of(it).stream()).toList()
        : List.of();
  }

  /** How a program would write the tags in a set. */
  static List<String> names(Value set) {
    return links(set).stream().flatMap(it -> it.given().stream()).toList();
  }

  private static List<Value> paths(TagBook book, List<String> ids) throws VSphereException {
    List<Value> paths = new ArrayList<>();
    for (String id : ids) {
      book.path(id).map(Value::text).ifPresent(paths::add);
    }
    return paths;
  }

  private static Live with(Live object, List<Value> tags) {
    TreeMap<String, Value> values = new TreeMap<>(object.values());
    values.put(TAGS.word(), Value.SetOf.of(tags));
    return object.showing(values);
  }
}
