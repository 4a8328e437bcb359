package dev.dvl.docker.table;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.dvl.compiler.schema.Kinds;
import dev.dvl.contract.Bench;
import dev.dvl.docker.DockerProvider;
import dev.dvl.docker.Overheard;
import dev.dvl.docker.Peers;
import dev.dvl.engine.apply.ApplyReport;
import dev.dvl.engine.live.Stack;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * An attribute that the test engine knows one value of: another value is asked of it, and it says
 * no. What counts is the request.
 *
 * @param program the resource with the value {@code no-such}
 * @param call the path of the request
 * @param pointer where in its body the value stands (RFC 6901)
 */
record UnsupportedRows(String key, String program, String call, String pointer) {
  static final List<UnsupportedRows> ALL =
      List.of(
          new UnsupportedRows(
              "container.runtime",
              "container it { image = \"dvl-test/base:1\", runtime = \"no-such\" }",
              "/containers/create",
              "/HostConfig/Runtime"),
          new UnsupportedRows(
              "network.ipam_driver",
              "network it { ipam_driver = \"no-such\" }",
              "/networks/create",
              "/IPAM/Driver"),
          new UnsupportedRows(
              "volume.driver", "volume it { driver = \"no-such\" }", "/volumes/create", "/Driver"));

  void check(Kinds kinds, Path folder, Stack stack) throws IOException {
    List<String> sent = new CopyOnWriteArrayList<>();
    DockerProvider provider = new DockerProvider(new Overheard(sent::add));
    Bench bench = new Bench(kinds, provider, stack, folder);
    String text =
        "module table { edition = 2026 }\nhost engine: docker { endpoint = \"%s\" }\n%s\n"
            .formatted(Peers.docker(), program);
    ApplyReport report = bench.apply(bench.plan(text));
    assertThat(report.result()).isEqualTo(ApplyReport.Result.FAILED);
    assertThat(report.diagnostics()).hasSize(1);
    assertThat(body(String.join("\n", sent)).at(pointer).asText()).isEqualTo("no-such");
    assertThat(bench.recover(text)).isEmpty();
    bench.apply(bench.planDestroy(text));
  }

  /** The body of the only request to the call. */
  private JsonNode body(String sent) throws IOException {
    return Engine.JSON.readTree(
        Arrays.stream(sent.split("\n(?=POST )", -1))
            .filter(request -> request.lines().findFirst().orElse("").contains(call))
            .map(request -> request.substring(request.indexOf("\r\n\r\n") + 4))
            .findFirst()
            .orElseThrow());
  }
}
