package dev.dvl.engine.plan.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dvl.engine.change.Op;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** Ops of a plan file whose needs lead nowhere: none may be walked, because no walk would end. */
class PlanReaderTest {
  private static final String A = op("a", "");
  private static final String NEEDS_A = "{\"op\":\"a\",\"on\":\"done\"}";

  private static String op(String id, String needs) {
    return """
    {"id":"%s","change":"web","host":"engine","call":"x.y","role":"makes","args":{},"needs":[%s],"locks":[],
    "releases":[],"commits":false,"idempotent":true,"limit_ns":1}\
    """
        .formatted(id, needs);
  }

  private static java.util.List<Op> read(String... ops) throws IOException {
    String text =
        """
        {"format":"dvl-plan-6","version":"1","module":"m","stack":"0123456789abcdef",
        "stack_name":"","parameters":{},"secrets":{},"files":{},"contexts":[],"hosts":[],"objects":{},
        "guarded":[],"changes":[],"ops":[%s],"unchanged":0,"checks":[],"outputs":[],"notes":[]}
        """
            .formatted(String.join(",", ops));
    return PlanReader.read(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8))).ops();
  }

  @Test
  void aNeedThatIsThereTwiceCountsOnce() throws IOException {
    assertThat(read(A, op("b", NEEDS_A + "," + NEEDS_A)).getLast().needs())
        .containsExactly(Op.Need.done("a"));
  }

  @Test
  void contradictoryNeedsAreRefused() {
    String both = NEEDS_A + ",{\"op\":\"a\",\"on\":\"failed\"}";
    assertThatThrownBy(() -> read(A, op("b", both)))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("`b` needs `a` both to be done and to have failed");
  }

  @Test
  void whatIsNeededComesFirst() {
    assertThatThrownBy(() -> read(op("b", NEEDS_A), A)).isInstanceOf(IOException.class);
    assertThatThrownBy(() -> read(op("b", NEEDS_A))).isInstanceOf(IOException.class);
    assertThatThrownBy(() -> read(op("a", NEEDS_A))).isInstanceOf(IOException.class);
  }

  @Test
  void anOpIsThereOnce() {
    assertThatThrownBy(() -> read(A, A)).hasMessageContaining("`a` is there twice");
  }

  @Test
  void anOpSaysWhatItDoes() {
    assertThatThrownBy(() -> read(A.replace("makes", "mends"))).hasMessageContaining("mends");
    assertThatThrownBy(() -> read(A.replace("\"role\":\"makes\",", "")))
        .isInstanceOf(IOException.class);
    assertThatThrownBy(() -> read(A, op("b", NEEDS_A.replace("done", "failed"))))
        .hasMessageContaining("`b` needs a failure and undoes nothing");
  }

  @Test
  void anOpIsDoneOrHasFailed() {
    assertThatThrownBy(() -> read(A, op("b", "{\"op\":\"a\",\"on\":\"maybe\"}")))
        .hasMessageContaining("maybe");
  }
}
