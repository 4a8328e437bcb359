package dev.dvl.docker;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dvl.compiler.value.Address;
import dev.dvl.compiler.value.Value;
import dev.dvl.engine.provider.Cancel;
import dev.dvl.engine.provider.Query;
import dev.dvl.engine.provider.Reader;
import dev.dvl.engine.provider.Secrets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Reading is counted at the socket: constant but for own objects, and never a change. */
@Tag("docker")
class CountTest {
  private final CallLog calls = new CallLog();

  @Test
  void readsInBulk() throws Exception {
    try (Bench bench = Bench.open();
        Reader counted =
            new DockerProvider(calls)
                .connect(
                    Bench.spec(Map.of("endpoint", Value.text(Peers.docker()))),
                    Secrets.NONE,
                    Cancel.NEVER)) {
      assertThat(calls.take()).hasSize(2);
      assertThat(read(counted, bench)).isEqualTo(7);
      for (int i = 0; i < 5; i++) {
        bench.create("container", "c" + i, "image", "dvl-test/base:1");
        bench.create("volume", "v" + i);
      }
      assertThat(read(counted, bench)).isEqualTo(7 + 5 + 1);
    }
  }

  private int read(Reader reader, Bench bench) throws Exception {
    calls.take();
    List<Query.Claim> claims = new ArrayList<>();
    for (String kind : List.of("container", "network", "volume")) {
      claims.add(new Query.Claim(Address.of("x"), kind, bench.prefix + "-nobody"));
    }
    reader.read(new Query(bench.stack, claims, List.of(), Query.Scope.OURS), Cancel.NEVER);
    List<String> made = calls.take();
    assertThat(made).allMatch(call -> call.startsWith("GET "));
    return made.size();
  }
}
