package dev.dvl.engine.apply;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dvl.engine.plan.codec.PlanReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the ops of a plan are about. */
class SessionTest {
  /**
   * Beside a replacement goes what an earlier run has left over of the same resource: calls on it
   * must not tell what the object of the resource is, whenever they end.
   */
  @Test
  void whatIsLeftOverIsNotTheObjectOfItsResource() throws IOException {
    assertThat(
            takingAway(
                op("a.stop", "changes"),
                op("a.make", "makes"),
                op("a.start", "makes"),
                op("a.remove", "removes"),
                op("b.stop", "changes"),
                op("b.remove", "removes"),
                op("c.update", "changes")))
        .containsExactlyInAnyOrder("b.stop", "b.remove");
  }

  private static Iterable<String> takingAway(String... ops) throws IOException {
    String text =
        """
        {"format":"dvl-plan-6","version":"1","module":"m","stack":"0123456789abcdef",
        "stack_name":"","parameters":{},"secrets":{},"files":{},"contexts":[],"hosts":[],"objects":{},
        "guarded":[],"changes":[],"ops":[%s],"unchanged":0,"checks":[],"outputs":[],"notes":[]}
        """
            .formatted(Stream.of(ops).collect(Collectors.joining(",")));
    return Session.takingAway(
        PlanReader.read(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8))));
  }

  private static String op(String id, String role) {
    return """
    {"id":"%s","change":"db","host":"engine","call":"x.y","role":"%s","args":{},"needs":[],\
    "locks":[],"releases":[],"commits":false,"idempotent":true,"limit_ns":1}\
    """
        .formatted(id, role);
  }
}
