package dev.dvl.vimgen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SchemaReaderTest {

  @Test
  void theBaseStandsBeforeWhatATypeAdds() {
    Schema schema = SchemaReader.read("type A\n  a int\ntype B : A\n  b string*\n");
    assertThat(schema.properties(schema.type("B")))
        .extracting(Property::name)
        .containsExactly("a", "b");
    assertThat(schema.isA("B", "A")).isTrue();
    assertThat(schema.isA("A", "B")).isFalse();
  }

  @Test
  void aMethodHasParametersAndAResult() {
    Schema schema = SchemaReader.read("method Folder.Make_Task -> ref? reads\n  name string\n");
    Method method = schema.methods().values().iterator().next();
    assertThat(method.on()).isEqualTo("Folder");
    assertThat(method.reads()).isTrue();
    assertThat(method.result().orElseThrow().count()).isEqualTo(Property.Count.MAYBE);
    assertThat(method.parameters()).extracting(Property::name).isEqualTo(List.of("name"));
  }

  @ParameterizedTest
  @CsvSource({
    "'typ A', line 1",
    "'type A\n key int', line 2",
    "'type A\n  key number', no type number",
    "'type A : B', no type B",
    "'type A\n  key int\ntype B : A\n  key int', twice",
    "'method A.B -> C', no type C",
    "'type A\n  key int?*', line 2"
  })
  void saysWhatIsWrong(String text, String message) {
    assertThatThrownBy(() -> SchemaReader.read(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(message);
  }
}
