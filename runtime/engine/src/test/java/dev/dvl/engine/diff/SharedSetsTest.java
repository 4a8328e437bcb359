package dev.dvl.engine.diff;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dvl.compiler.value.Address;
import dev.dvl.compiler.value.Path;
import dev.dvl.compiler.value.Value;
import dev.dvl.engine.live.Ref;
import dev.dvl.engine.live.Stack;
import dev.dvl.engine.live.Stamp;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Of a set that others add to, only what the program says or said is compared. */
class SharedSetsTest {
  private static final Path PATH = Path.of("tags");
  private static final Address PROD = Address.parse("prod[\"a\"]").orElseThrow();
  private static final SharedSets SHARED =
      new SharedSets(
          new Targets() {
            @Override
            public Optional<Ref> object(Address address) {
              return now(address);
            }

            @Override
            public Optional<Ref> now(Address address) {
              return address.equals(PROD)
                  ? Optional.of(new Ref("tag", "urn:1", "env/prod"))
                  : Optional.empty();
            }
          });

  @Test
  void whatIsWantedCountsWhetherItIsWrittenAsANameOrAsAReference() {
    assertThat(ours(Set.of(), new Value.Ref(PROD, "tag"), Value.text("a/b")))
        .containsExactly(Value.text("a/b"), Value.text("env/prod"));
  }

  @Test
  void whatTheProgramSaidOnceCountsToo() {
    assertThat(ours(Set.of(PATH.entry("a/b").toString()))).containsExactly(Value.text("a/b"));
    assertThat(ours(Set.of(PATH.entry(PROD.toString()).toString())))
        .containsExactly(Value.text("env/prod"));
  }

  @Test
  void whatOthersAddedDoesNotCount() {
    assertThat(ours(Set.of("tags", "tags[\"gone\"]"))).isEmpty();
  }

  private static List<Value> ours(Set<String> recorded, Value... wanted) {
    List<Value> live =
        List.of(Value.text("a/b"), Value.text("env/prod"), Value.text("others/daily"));
    Stamp stamp =
        new Stamp(
            new Stack("00000000000000aa", "default"),
            Address.of("it"),
            "vm",
            "op1",
            recorded,
            Map.of());
    return SHARED.ours(PATH, live, List.of(wanted), Optional.of(stamp));
  }
}
