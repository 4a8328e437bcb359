package dev.dvl.engine.trial;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dvl.contract.Bench;
import dev.dvl.engine.change.Action;
import dev.dvl.engine.plan.Plan;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ApplyTest {
  private static final String SHOP =
      """
      module shop { edition = 2026 }
      secret pass = env("PASS")
      host engine: docker {}
      image web { build { context = "site" } }
      network front { labels = { purpose = "shop" } }
      volume data {}
      container db {
        image = "postgres:17"
        env = { POSTGRES_PASSWORD = pass, MODE = "fast" }
        networks = [front]
        mounts = [{ type = "volume", source = data, target = "/data" }]
        memory = 512MiB
      }
      container page {
        image = web
        env = { DSN = "postgres://shop:${pass}@${db.name}:5432/${db.ip ?? "none"}" }
        networks = [{ network = front, aliases = ["shop"] }]
        ports = ["8080:80"]
        after = [db.started]
      }
      output address = db.ip
      """;

  @TempDir Path folder;

  @BeforeEach
  void site() throws IOException {
    Sandboxes.site(folder);
  }

  @Test
  void whatWasAppliedPlansEmpty() throws IOException {
    Bench bench = Sandboxes.in(folder).secret("pass", "S3CR3T");
    bench.applied(SHOP);
    Plan again = bench.plan(SHOP);
    assertThat(again.changes()).isEmpty();
    assertThat(again.unchanged()).isEqualTo(5);
  }

  @Test
  void destroyLeavesNothing() throws IOException {
    Bench bench = Sandboxes.in(folder).secret("pass", "S3CR3T");
    bench.applied(SHOP);
    Plan destroy = bench.planDestroy(SHOP);
    assertThat(destroy.changes()).hasSize(5).allMatch(it -> it.action() == Action.DESTROY);
    assertThat(bench.apply(destroy).diagnostics()).isEmpty();
    assertThat(bench.plan(SHOP).changes()).hasSize(5).allMatch(it -> it.action() == Action.CREATE);
  }
}
