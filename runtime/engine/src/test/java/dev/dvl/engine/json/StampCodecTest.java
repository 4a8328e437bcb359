package dev.dvl.engine.json;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dvl.compiler.value.Address;
import dev.dvl.engine.live.Stack;
import dev.dvl.engine.live.Stamp;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The texts stand on objects and in files that were written long ago: they never change. */
class StampCodecTest {
  private static final String ON_OBJECT =
      """
      {"stack":"ecfc6183664c2c1e","name":"default","address":"db","kind":"vm",\
      "op":"3aeaac0da567","names":["cpus","name"],"prints":{"password":"ab85"}}\
      """;

  private static final String IN_FILE =
      """
      {"stack":"ecfc6183664c2c1e","stack_name":"default","address":"db","kind":"vm",\
      "op":"3aeaac0da567","names":["cpus","name"],"fingerprints":{"password":"ab85"}}\
      """;

  private static final Stamp STAMP =
      new Stamp(
          new Stack("ecfc6183664c2c1e", "default"),
          Address.parse("db").orElseThrow(),
          "vm",
          "3aeaac0da567",
          Set.of("name", "cpus"),
          Map.of("password", "ab85"));

  @ParameterizedTest
  @ValueSource(strings = {ON_OBJECT, IN_FILE})
  void readsTheRecordOfEachBearer(String text) {
    assertThat(StampCodec.read(text)).contains(STAMP);
  }

  @Test
  void writesForEachBearerAsItAlwaysDid() {
    assertThat(StampCodec.ON_OBJECTS.text(STAMP)).isEqualTo(ON_OBJECT);
    assertThat(StampCodec.IN_FILES.text(STAMP)).isEqualTo(IN_FILE);
  }

  @ParameterizedTest
  @ValueSource(strings = {ON_OBJECT, IN_FILE})
  void tellsAnAdoptedObject(String text) {
    String adopted = text.substring(0, text.length() - 1) + ",\"adopted\":true}";
    assertThat(StampCodec.read(adopted)).contains(STAMP.adopting());
    assertThat(StampCodec.ON_OBJECTS.text(STAMP.adopting())).contains("\"adopted\":true");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "backup at night",
        "[]",
        "{}",
        "{\"address\":\"db\",\"op\":\"3aeaac0da567\"}",
        "{\"stack\":\"ecfc6183664c2c1e\",\"address\":\"db\"}",
        "{\"stack\":\"ecfc6183664c2c1e\",\"op\":\"3aeaac0da567\"}"
      })
  void takesNoOtherTextForARecord(String text) {
    assertThat(StampCodec.read(text)).isEmpty();
  }
}
