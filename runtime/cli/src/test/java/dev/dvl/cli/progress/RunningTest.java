package dev.dvl.cli.progress;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dvl.engine.apply.ApplyEvent;
import dev.dvl.engine.change.Op;
import dev.dvl.engine.plan.Plan;
import dev.dvl.engine.plan.codec.PlanReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

/** What runs is told apart from what has begun and waits. */
class RunningTest {
  static Plan plan() throws IOException {
    String op =
        """
        {"id":"%s","change":"web","host":"engine","call":"x.%s","role":"makes","args":{},"needs":[],
        "locks":[],"releases":[],"commits":false,"idempotent":true,"limit_ns":1}\
        """;
    String text =
        """
        {"format":"dvl-plan-6","version":"1","module":"m","stack":"0123456789abcdef",
        "stack_name":"","parameters":{},"secrets":{},"files":{},"contexts":[],"hosts":[],"objects":{},
        "guarded":[],"changes":[],"ops":[%s,%s],"unchanged":0,"checks":[],"outputs":[],"notes":[]}
        """
            .formatted(op.formatted("a.make", "make"), op.formatted("a.start", "start"));
    return PlanReader.read(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
  }

  @Test
  void aChangeThatHasBegunSaysWhatItWaitsFor() throws IOException {
    Plan plan = plan();
    Op make = plan.ops().getFirst();
    Op start = plan.ops().getLast();
    Running running = new Running(plan, Clock.fixed(Instant.EPOCH, ZoneOffset.UTC));
    running.queued(new ApplyEvent.Queued(make));
    assertThat(running.open()).as("has not begun").isEmpty();
    var _ = running.started(new ApplyEvent.Started(make));
    Running.Work work = running.open().iterator().next();
    assertThat(Sentences.at(work)).isEqualTo("x.make");
    assertThat(running.count()).isEqualTo("0/1");
    var _ = running.done(new ApplyEvent.Done(make, Duration.ZERO));
    assertThat(Sentences.at(work)).isEqualTo("waiting for others");
    running.queued(new ApplyEvent.Queued(start));
    assertThat(Sentences.at(work)).isEqualTo("waiting for its turn");
    assertThat(running.count()).isEqualTo("0/1, 1 waiting");
    var _ = running.started(new ApplyEvent.Started(start));
    assertThat(Sentences.at(work)).isEqualTo("x.start");
    assertThat(running.done(new ApplyEvent.Done(start, Duration.ZERO))).contains(work);
    assertThat(running.count()).isEqualTo("1/1");
  }
}
