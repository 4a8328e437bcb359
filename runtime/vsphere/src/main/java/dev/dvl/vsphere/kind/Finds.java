package dev.dvl.vsphere.kind;

import dev.dvl.compiler.diagnostic.Article;
import dev.dvl.compiler.ir.Instance;
import dev.dvl.compiler.value.AttributeName;
import dev.dvl.compiler.value.Field;
import dev.dvl.compiler.value.Link;
import dev.dvl.compiler.value.Path;
import dev.dvl.engine.live.Finding;
import dev.dvl.engine.live.Live.Standing;
import dev.dvl.engine.live.Ref;
import dev.dvl.vsphere.Codes;
import dev.dvl.vsphere.catalog.Catalog;
import dev.dvl.vsphere.catalog.Entry;
import dev.dvl.vsphere.catalog.NameProblem;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Which objects planning wants to see, and what names in a program lead to nothing. */
public final class Finds {
  /** As servers make them: {@code vm-12}, {@code group-v3}, {@code resgroup-8}. */
  private static final Pattern ID = Pattern.compile("[a-z]+-[a-z]?[0-9]+");

  private Finds() {}

  /**
   * Whether an object belongs into an inventory: every one with a birth record, and a stranger
   * under a name or id that the program claims.
   */
  public static boolean shown(Set<String> claimed, Ref object, Standing standing) {
    return standing != Standing.FOREIGN
        || claimed.contains(object.name())
        || claimed.contains(object.id());
  }

  /** Objects of a type by their ids; a text that cannot be an id is left out. */
  public static Set<dev.dvl.vsphere.session.Ref> objects(
      String type, Set<String> ids, Catalog known) {
    return ids.stream()
        .filter(id -> ID.matcher(id).matches())
        .map(
            id ->
                known
                    .byId(type, id)
                    .map(Entry::ref)
                    .orElseGet(() -> new dev.dvl.vsphere.session.Ref(type, id)))
        .collect(Collectors.toSet());
  }

  /** What is wrong where a vCenter is needed and an ESXi host answers. */
  public static List<Finding> needsVCenter(Instance wanted, Site site) {
    return site.session().about().vcenter()
        ? List.of()
        : List.of(
            new Finding(
                Codes.NEEDS_VCENTER,
                wanted.address(),
                Optional.empty(),
                "`" + site.spec().address() + "` is an ESXi host without a vCenter",
                List.of(Article.beginning(wanted.kind()) + " is an object of a vCenter.")));
  }

  /** Looks something up by name. */
  public interface LookUp {
    void by(Optional<String> name) throws NameProblem;
  }

  /** What is wrong with the name that a resource has under an attribute, or with its absence. */
  public static List<Finding> named(
      Instance wanted, AttributeName attribute, Field<String> name, LookUp lookUp) {
    return switch (name) {
      case Field.Known<String>(String text) -> found(wanted, attribute, Optional.of(text), lookUp);
      case Field.Unset<String>() -> found(wanted, attribute, Optional.empty(), lookUp);
      case Field.Later<String> ignored -> List.of();
    };
  }

  /** As {@link #named}, where nothing needs to be found when nothing is named. */
  public static List<Finding> ifNamed(
      Instance wanted, AttributeName attribute, Field<String> name, LookUp lookUp) {
    return name.isSet() ? named(wanted, attribute, name, lookUp) : List.of();
  }

  /** As {@link #ifNamed}, where a resource of the program may stand in place of a name. */
  public static List<Finding> ifLinked(
      Instance wanted, AttributeName attribute, Field<Link> link, LookUp lookUp) {
    Optional<String> name = link.known().flatMap(Link::given);
    return name.isPresent() ? found(wanted, attribute, name, lookUp) : List.of();
  }

  /** What is wrong with a name that stands somewhere under an attribute. */
  public static List<Finding> found(
      Instance wanted, AttributeName attribute, Optional<String> name, LookUp lookUp) {
    try {
      lookUp.by(name);
      return List.of();
    } catch (NameProblem wrong) {
      return List.of(wrong(wanted, name.map(ignored -> attribute.path()), wrong));
    }
  }

  /** A name at a place in a resource that leads to nothing, or to several things. */
  public static Finding wrong(Instance wanted, Optional<Path> at, NameProblem wrong) {
    return new Finding(
        wrong.code(), wanted.address(), at, String.valueOf(wrong.getMessage()), wrong.notes());
  }
}
