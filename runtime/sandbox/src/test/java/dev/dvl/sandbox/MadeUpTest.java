package dev.dvl.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dvl.compiler.schema.KindSchema;
import dev.dvl.compiler.schema.Kinds;
import dev.dvl.compiler.value.Value;
import dev.dvl.stdlib.StandardKinds;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Outputs that are made up look like those of a platform. */
class MadeUpTest {
  private static final Kinds KINDS = StandardKinds.load();

  @Test
  void anOutputWithAnExampleHasItsForm() {
    assertThat(examples().count()).isPositive();
    KINDS
        .byName()
        .values()
        .forEach(
            kind ->
                kind.outputs().stream()
                    .filter(it -> it.example().isPresent())
                    .forEach(
                        it ->
                            assertThat(form(made(kind, it.name(), "seed")))
                                .isEqualTo(form(it.example().get()))));
  }

  @Test
  void anotherSeedGivesAnotherValue() {
    KindSchema file = KINDS.get("datastore_file");
    String one = made(file, "location", "one");
    assertThat(one).isEqualTo(made(file, "location", "one"));
    assertThat(one).isNotEqualTo(made(file, "location", "two"));
    assertThat(one).matches("\\[datastore[1-9]\\] iso/debian-[1-9]{2}[.]iso");
  }

  private static Stream<KindSchema.Output> examples() {
    return KINDS.byName().values().stream()
        .flatMap(kind -> kind.outputs().stream())
        .filter(it -> it.example().isPresent());
  }

  private static String form(String text) {
    return text.replaceAll("[1-9]", "9");
  }

  private static String made(KindSchema kind, String output, String seed) {
    return MadeUp.outputs(kind, seed).get(output) instanceof Value.Text(String text) ? text : "";
  }
}
