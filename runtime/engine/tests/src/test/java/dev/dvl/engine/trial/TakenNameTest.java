package dev.dvl.engine.trial;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dvl.contract.Bench;
import dev.dvl.engine.live.Stack;
import dev.dvl.engine.plan.StackFile;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A resource that has an object is not given the name of what somebody else made. */
class TakenNameTest {
  @TempDir Path folder;

  private static String volume(String address, String name) {
    return """
    module shop { edition = 2026 }
    host engine: docker {}
    volume %s { name = "%s" }
    """
        .formatted(address, name);
  }

  @Test
  void neitherByReplacementNorInPlace() throws Exception {
    Bench bench = Sandboxes.in(folder);
    bench.applied(volume("mine", "one"));
    Sandboxes.in(folder)
        .stack(new Stack(StackFile.fresh(), "default"))
        .applied(volume("theirs", "taken"));
    assertThat(bench.losingData().planOutcome(volume("mine", "taken")).diagnostics())
        .extracting(it -> it.code().id())
        .containsExactly("DVL6011");
    assertThat(bench.losingData().planOutcome(volume("mine", "free")).diagnostics()).isEmpty();
  }
}
