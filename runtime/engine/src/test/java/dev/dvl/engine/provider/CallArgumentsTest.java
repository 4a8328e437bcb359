package dev.dvl.engine.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dvl.compiler.value.Address;
import dev.dvl.compiler.value.Dimension;
import dev.dvl.compiler.value.Field;
import dev.dvl.compiler.value.Link;
import dev.dvl.compiler.value.Path;
import dev.dvl.compiler.value.Term;
import dev.dvl.compiler.value.Value;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class CallArgumentsTest {
  private static final Value LATER =
      new Value.Deferred(new Term.Read(Address.of("other"), Path.of("id")));
  private static final Value.Ref SHOP = new Value.Ref(Address.of("shop"), "folder");

  /** One component of each form. */
  private record All(
      String oldName,
      Optional<String> op,
      long version,
      boolean whole,
      Optional<Boolean> force,
      Duration wait_,
      Link.Made object,
      Link folder,
      Field<String> description,
      List<String> gone,
      Set<String> changed,
      SortedMap<String, String> labels,
      Value.ObjectOf want,
      Value had)
      implements CallArguments {}

  private static All all(Link.Made object, Link folder, Field<String> description) {
    return new All(
        "db",
        Optional.of("op-1"),
        19,
        false,
        Optional.of(true),
        Duration.ofSeconds(5),
        object,
        folder,
        description,
        List.of("b", "a"),
        Set.of("size"),
        new TreeMap<>(Map.of("tier", "2")),
        Value.ObjectOf.of(Map.of("size", LATER)),
        SHOP);
  }

  @Test
  void eachComponentIsAnArgumentOfItsName() {
    All all = all(new Link.Resource(SHOP), new Link.Resource(SHOP), new Field.Later<>(LATER));
    assertThat(all.values())
        .containsExactlyInAnyOrderEntriesOf(
            Map.ofEntries(
                Map.entry("old_name", Value.text("db")),
                Map.entry("op", Value.text("op-1")),
                Map.entry("version", Value.of(19)),
                Map.entry("whole", Value.of(false)),
                Map.entry("force", Value.of(true)),
                Map.entry("wait", new Value.Quantity(Dimension.DURATION, 5_000_000_000L)),
                Map.entry("object", SHOP),
                Map.entry("folder", Value.ObjectOf.of(Map.of("id", SHOP))),
                Map.entry("description", LATER),
                Map.entry("gone", new Value.ListOf(List.of(Value.text("b"), Value.text("a")))),
                Map.entry("changed", new Value.SetOf(List.of(Value.text("size")))),
                Map.entry("labels", Value.MapOf.of(Map.of("tier", Value.text("2")))),
                Map.entry("want", Value.ObjectOf.of(Map.of("size", LATER))),
                Map.entry("had", SHOP)));
  }

  @Test
  void whatWasWrittenIsReadAsTheSame() {
    List<All> records =
        List.of(
            all(new Link.Resource(SHOP), new Link.Resource(SHOP), new Field.Later<>(LATER)),
            all(new Link.Id("group-3"), new Link.Id("group-3"), new Field.Known<>("for it")),
            all(new Link.Id("group-3"), new Link.Name("a/b"), Field.unset()));
    assertThat(records).allSatisfy(it -> assertThat(read(it.values())).isEqualTo(it));
  }

  @Test
  void whatIsNotThereIsAbsentEmptyOrFalse() {
    SortedMap<String, Value> values =
        all(new Link.Id("a"), new Link.Name("b"), Field.unset()).values();
    values.keySet().retainAll(Set.of("old_name", "version", "wait", "object", "folder"));
    values.put("of_a_later_version", Value.of(true));
    All read = read(values);
    assertThat(read.op()).isEmpty();
    assertThat(read.whole()).isFalse();
    assertThat(read.gone()).isEmpty();
    assertThat(read.labels()).isEmpty();
    assertThat(read.want().fields()).isEmpty();
    assertThat(read.had().isNull()).isTrue();
  }

  @Test
  void whatACallCannotDoWithoutIsMissed() {
    assertThatThrownBy(() -> read(Map.of()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("the argument `old_name`: a text is expected, not nothing");
  }

  private record Odd(StringBuilder text) implements CallArguments {}

  @Test
  void aComponentOfAnotherTypeIsRefused() {
    assertThatThrownBy(() -> new Odd(new StringBuilder()).values())
        .hasMessage("an argument cannot be a java.lang.StringBuilder");
  }

  private static All read(Map<String, Value> values) {
    return CallArguments.read(All.class, values);
  }
}
