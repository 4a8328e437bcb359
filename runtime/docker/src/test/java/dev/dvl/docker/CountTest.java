package dev.dvl.docker;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dvl.compiler.value.Address;
import dev.dvl.compiler.value.Value;
import dev.dvl.docker.wire.Dialer;
import dev.dvl.engine.provider.Cancel;
import dev.dvl.engine.provider.Query;
import dev.dvl.engine.provider.Reader;
import dev.dvl.engine.provider.Secrets;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Reading is counted at the socket: constant but for own objects, and never a change. */
@Tag("docker")
class CountTest {
  private static final Pattern REQUEST = Pattern.compile("(GET|HEAD|POST|PUT|DELETE) (\\S+) HTTP");

  private final List<String> calls = Collections.synchronizedList(new ArrayList<>());

  @Test
  void readsInBulk() throws Exception {
    try (Bench bench = Bench.open();
        Reader counted =
            new DockerProvider(this::counting)
                .connect(
                    Bench.spec(Map.of("endpoint", Value.text(Peers.docker()))),
                    Secrets.NONE,
                    Cancel.NEVER)) {
      assertThat(calls).hasSize(2);
      assertThat(read(counted, bench)).isEqualTo(7);
      for (int i = 0; i < 5; i++) {
        bench.create("container", "c" + i, "image", "dvl-test/base:1");
        bench.create("volume", "v" + i);
      }
      assertThat(read(counted, bench)).isEqualTo(7 + 5 + 1);
      assertThat(calls).allMatch(call -> call.startsWith("GET "));
    }
  }

  private int read(Reader reader, Bench bench) throws Exception {
    calls.clear();
    List<Query.Claim> claims = new ArrayList<>();
    for (String kind : List.of("container", "network", "volume")) {
      claims.add(new Query.Claim(Address.of("x"), kind, bench.prefix + "-nobody"));
    }
    reader.read(new Query(bench.stack, claims, List.of(), Query.Scope.OURS), Cancel.NEVER);
    return calls.size();
  }

  private Dialer counting(Dialer dialer) {
    return () -> {
      Dialer.Line line = dialer.dial();
      OutputStream out =
          new FilterOutputStream(line.out()) {
            @Override
            public void write(byte[] bytes, int offset, int length) throws IOException {
              Matcher request =
                  REQUEST.matcher(new String(bytes, offset, length, StandardCharsets.UTF_8));
              while (request.find()) {
                calls.add(request.group(1) + " " + request.group(2));
              }
              out.write(bytes, offset, length);
            }
          };
      return new Dialer.Line(line.in(), out, line.handle());
    };
  }
}
