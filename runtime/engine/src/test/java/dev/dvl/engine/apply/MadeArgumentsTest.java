package dev.dvl.engine.apply;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.dvl.compiler.eval.EvaluationProblem;
import dev.dvl.compiler.eval.Evaluator;
import dev.dvl.compiler.schema.Kinds;
import dev.dvl.compiler.value.Address;
import dev.dvl.compiler.value.Value;
import dev.dvl.engine.change.Made;
import dev.dvl.engine.change.Op;
import dev.dvl.engine.json.JsonTree;
import dev.dvl.engine.plan.codec.OpCodec;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Arguments that are made right before a call. */
class MadeArgumentsTest {
  private static final Address APP = Address.parse("app").orElseThrow();

  private static final Op OP =
      new Op(
          "app.configure",
          APP,
          Address.parse("lab").orElseThrow(),
          new Op.Request(
              "vm.configure",
              new TreeMap<>(Map.of("name", Value.text("app"))),
              new TreeMap<>(Map.of("host_key", Made.HOST_KEY)),
              Set.of(),
              true,
              Duration.ofSeconds(1)),
          new Op.Effect(Op.Role.MAKES, Set.of(), Optional.empty(), false),
          List.of(),
          Optional.empty());

  private final Arguments arguments =
      new Arguments(
          new Evaluator(Map.of()), new World(name -> Optional.empty(), Map.of()), Kinds.NONE);

  @Test
  void eachTryGetsAnother() throws EvaluationProblem {
    SortedMap<String, Value> first = arguments.filled(OP);
    assertThat(first).containsEntry("name", Value.text("app")).containsKey("host_key");
    assertThat(first.get("host_key")).isNotEqualTo(arguments.filled(OP).get("host_key"));
  }

  @Test
  void whoAsksWhatBecameOfACallIsToldNone() {
    assertThat(arguments.asFarAsKnown(OP)).containsOnlyKeys("name");
  }

  @Test
  void aLongerLimitLeavesItAsItIs() {
    assertThat(OP.within(Duration.ofMinutes(1)).request().made()).isEqualTo(OP.request().made());
  }

  @Test
  void itIsWrittenAndReadByItsWord() throws IOException {
    StringWriter text = new StringWriter();
    try (JsonGenerator out = new JsonFactory().createGenerator(text)) {
      OpCodec.write(OP, out);
    }
    assertThat(text.toString()).contains("\"made\":{\"host_key\":\"host_key\"}");
    assertThat(OpCodec.read(tree(text.toString()))).isEqualTo(OP);
    String unknown = text.toString().replace("\"host_key\":\"host_key\"", "\"a\":\"moon\"");
    assertThatThrownBy(() -> OpCodec.read(tree(unknown)))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("moon");
  }

  private static Object tree(String json) throws IOException {
    return Objects.requireNonNull(
        JsonTree.read(new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8))));
  }
}
