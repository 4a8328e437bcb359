package dev.dvl.engine.diff;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dvl.compiler.eval.StandardFunctions;
import dev.dvl.compiler.schema.KindSchema;
import dev.dvl.compiler.value.Address;
import dev.dvl.compiler.value.Value;
import dev.dvl.engine.live.Live;
import dev.dvl.engine.live.Ref;
import dev.dvl.engine.live.Stack;
import dev.dvl.engine.live.Stamp;
import dev.dvl.engine.provider.Secrets;
import dev.dvl.stdlib.StandardKinds;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** A set of which others give a part is wanted together with that part. */
class UnionTest {
  private static final KindSchema CONTAINER = StandardKinds.load().get("container");
  private static final Stack STACK = new Stack("00112233aabbccdd", "");

  private static final Value ENGINE =
      Value.ObjectOf.of(
          Map.of(
              "default_runtime", Value.text("runc"),
              "default_log_driver", Value.text("json-file"),
              "default_cgroupns_mode", Value.text("host"),
              "starts_in_home_network", Value.of(true),
              "swap_limit", Value.of(true)));
  private static final Targets NO_TARGETS =
      new Targets() {
        @Override
        public Optional<Ref> object(Address address) {
          return Optional.empty();
        }

        @Override
        public Optional<Ref> now(Address address) {
          return Optional.empty();
        }
      };

  @Test
  void isWantedTogetherWithWhatTheImageGives() {
    assertThat(differing(set("9090"), set("8080", "9090"), Optional.of(set("8080")))).isEmpty();
    assertThat(differing(set("9090"), set("9090"), Optional.of(set("8080"))))
        .containsExactly("expose");
    assertThat(differing(set("9090"), set("8080"), Optional.of(set("8080"))))
        .containsExactly("expose");
    assertThat(differing(Value.Null.NULL, set("8080", "9090"), Optional.of(set("8080"))))
        .containsExactly("expose");
  }

  @Test
  void countsOnlyWhatTheProgramNamesWhereTheImageIsGone() {
    assertThat(differing(set("9090"), set("8080", "9090"), Optional.empty())).isEmpty();
    assertThat(differing(set("9090"), set("8080"), Optional.empty())).containsExactly("expose");
  }

  private static List<String> differing(Value wanted, Value live, Optional<Value> ofImage) {
    TreeMap<String, Value> values = new TreeMap<>(Map.of("expose", live));
    TreeMap<String, Value> defaults = new TreeMap<>();
    ofImage.ifPresent(value -> defaults.put("expose", value));
    Stamp stamp = new Stamp(STACK, Address.of("web"), "container", "op1", Set.of(), Map.of());
    Live object =
        new Live(
            new Ref("container", "c0ffee", "web"),
            Live.Standing.OURS,
            Optional.of(stamp),
            values,
            defaults,
            new TreeMap<>());
    Map<String, Value> said = wanted.isNull() ? Map.of() : Map.of("expose", wanted);
    Known known =
        new Known(StandardFunctions.EVALUATOR, (address, path) -> Optional.empty(), Secrets.NONE);
    return Difference.of(
            CONTAINER,
            said,
            object,
            known,
            new Fingerprints(STACK, Secrets.NONE),
            NO_TARGETS,
            KindRule.over(StandardFunctions.EVALUATOR, CONTAINER, said, ENGINE, object, Set.of()))
        .stream()
        .flatMap(difference -> difference.fields().stream())
        .map(field -> field.path().toString())
        .filter(path -> path.startsWith("expose"))
        .toList();
  }

  private static Value set(String... elements) {
    return Value.SetOf.of(Arrays.stream(elements).map(Value::text).toList());
  }
}
