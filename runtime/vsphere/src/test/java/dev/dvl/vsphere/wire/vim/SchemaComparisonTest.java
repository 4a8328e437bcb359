package dev.dvl.vsphere.wire.vim;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dvl.vimgen.DataType;
import dev.dvl.vimgen.Method;
import dev.dvl.vimgen.Property;
import dev.dvl.vimgen.Property.Count;
import dev.dvl.vimgen.Schema;
import dev.dvl.vimgen.SchemaReader;
import dev.dvl.vsphere.wire.xml.ApiVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The schema says the same as the types that govmomi publishes. */
class SchemaComparisonTest {
  /** Types that are read only, so that what they require need not be known. */
  private static final Set<String> READ = Set.of("ServiceContent", "UserSession", "TaskInfo");

  /** What is newer than this must say so; older servers are not talked to. */
  private static final ApiVersion OLD = ApiVersion.of("7.0.1");

  private static Schema schema = new Schema(Map.of(), Map.of());
  private static PublishedTypes published = PublishedTypes.none();
  private final List<String> differences = new ArrayList<>();

  @BeforeAll
  static void read() throws IOException, InterruptedException {
    published = PublishedTypes.in(Govmomi.types());
    schema = SchemaReader.read(Files.readString(Path.of("schema/vim25.schema")));
  }

  @Test
  void typesAreAsPublished() {
    for (DataType type : schema.types().values()) {
      assertThat(published.isStruct(type.name())).as(type.name()).isTrue();
      type.base().ifPresent(base -> base(type.name(), base));
      same(type.name(), "since", newer(published.since(type.name())), type.since());
      compare(type.name(), schema.properties(type), published.fields(type.name()));
    }
    assertThat(differences).isEmpty();
  }

  @Test
  void methodsAreAsPublished() {
    for (Method method : schema.methods().values()) {
      String request = method.name().replace("_Task", "") + "RequestType";
      assertThat(published.isStruct(request)).as(request).isTrue();
      List<Property> parameters = new ArrayList<>(published.fields(request));
      assertThat(parameters.removeFirst().name()).isEqualTo("_this");
      compare(method.name(), method.parameters(), parameters);
      compare(
          method.name() + "Response",
          method.result().stream().toList(),
          published.fields(method.name() + "Response"));
    }
    assertThat(differences).isEmpty();
  }

  private void base(String type, String base) {
    if (!published.isA(type, base)) {
      differences.add(type + " does not come from " + base);
    }
  }

  /** Walks through what is published; what is ours must come by in the same order. */
  private void compare(String owner, List<Property> ours, List<Property> theirs) {
    int next = 0;
    for (Property their : theirs) {
      if (next < ours.size() && ours.get(next).name().equals(their.name())) {
        property(owner, ours.get(next++), their);
      } else if (their.count() == Count.ONE && !READ.contains(owner)) {
        differences.add(owner + " needs " + their.name());
      }
    }
    if (next < ours.size()) {
      differences.add(owner + " has no " + ours.get(next).name() + " there");
    }
  }

  private void property(String owner, Property our, Property their) {
    String place = owner + "." + our.name();
    boolean carried = our.type().equals("tree") && published.isStruct(their.type());
    if (!carried) {
      same(place, "type", their.type(), our.type());
    }
    boolean mayBeNull = their.type().equals("any") && our.count() == Count.MAYBE;
    if (!mayBeNull) {
      same(place, "count", their.count(), our.count());
    }
    same(place, "since", newer(their.since()), our.since());
  }

  private static Optional<String> newer(Optional<String> version) {
    return version.filter(it -> ApiVersion.of(it).atLeast(OLD));
  }

  private void same(String place, String what, Object theirs, Object ours) {
    if (!theirs.equals(ours)) {
      differences.add("%s: %s is %s, not %s".formatted(place, what, theirs, ours));
    }
  }
}
