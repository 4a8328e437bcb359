package dev.dvl.docker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.dvl.compiler.value.Term;
import dev.dvl.compiler.value.Value;
import dev.dvl.engine.change.Action;
import dev.dvl.engine.change.Desired;
import dev.dvl.engine.provider.Cancel;
import dev.dvl.engine.provider.HostProblem;
import dev.dvl.engine.provider.HostSpec;
import dev.dvl.engine.provider.OpProblem;
import dev.dvl.engine.provider.Secrets;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A registry with TLS and a password. */
@Tag("docker")
@Tag("engines")
class RegistryTest {
  @TempDir Path home;

  @Test
  void pullsWithTheLoginOfAHostBlock() throws Exception {
    Value block =
        V.map(
            "own",
            V.object(
                "address", registry(),
                "username", user(),
                "password", new Value.Deferred(new Term.Secret("registry"))));
    try (Bench bench = bench(Map.of("registry", block))) {
      pull(bench);
    }
  }

  @Test
  void pullsWithTheLoginOfDockersConfiguration() throws Exception {
    String auth =
        Base64.getEncoder()
            .encodeToString((user() + ":" + password()).getBytes(StandardCharsets.UTF_8));
    config("{\"auths\": {\"https://" + registry() + "/v2/\": {\"auth\": \"" + auth + "\"}}}");
    try (Bench bench = bench(Map.of())) {
      pull(bench);
    }
  }

  @Test
  void pullsWithTheLoginOfAHelper() throws Exception {
    Path helper = home.resolve("docker-credential-test");
    Files.writeString(
        helper,
        "#!/bin/sh\nread -r server\n[ \"$server\" = \""
            + registry()
            + "\" ] || exit 1\n"
            + "echo '{\"ServerURL\": \"x\", \"Username\": \""
            + user()
            + "\", \"Secret\": \""
            + password()
            + "\"}'\n");
    Files.setPosixFilePermissions(helper, PosixFilePermissions.fromString("rwxr-xr-x"));
    config("{\"credHelpers\": {\"" + registry() + "\": \"test\"}}");
    try (Bench bench = bench(Map.of())) {
      pull(bench);
    }
  }

  @Test
  void saysThatALoginIsMissing() throws Exception {
    try (Bench bench = bench(Map.of())) {
      OpProblem problem = assertThrows(OpProblem.class, () -> pull(bench));
      assertThat(problem.code()).isEqualTo(Codes.PULL_UNAUTHORISED);
      assertThat(problem.outcome()).isEqualTo(OpProblem.Outcome.NOT_DONE);
    }
  }

  @Test
  void saysThatAHelperIsMissing() throws Exception {
    config("{\"credsStore\": \"not-there\"}");
    try (Bench bench = bench(Map.of())) {
      OpProblem problem = assertThrows(OpProblem.class, () -> pull(bench));
      assertThat(problem.code()).isEqualTo(Codes.CREDENTIALS);
    }
  }

  @Test
  void asksWhatATagMeans() throws Exception {
    Value block =
        V.map("own", V.object("address", registry(), "username", user(), "password", password()));
    try (Bench bench = bench(Map.of("registry", block))) {
      Desired image = image(bench, "dvl/base:1");
      assertThat(bench.resolved(image, "digest")).asString().contains("sha256:");
      Desired none = image(bench, "dvl/none:1");
      assertThat(bench.read(List.of(none.instance())).findings())
          .extracting(it -> it.code())
          .containsExactly(Codes.REGISTRY);
    }
  }

  private void pull(Bench bench) throws Exception {
    String name = registry() + "/dvl/base:2";
    Cli.status("docker", "rmi", name);
    bench.apply(
        bench.change(Action.CREATE, Optional.empty(), Optional.of(image(bench, "dvl/base:2"))));
    assertThat(Cli.run("docker", "rmi", name)).contains(name);
  }

  private static Desired image(Bench bench, String path) {
    return bench.desired(
        "image", "img", V.fields("name", registry() + "/" + path, "pull", "on_change"));
  }

  private void config(String text) throws Exception {
    Files.createDirectories(home.resolve(".docker"));
    Files.writeString(home.resolve(".docker/config.json"), text);
  }

  private Bench bench(Map<String, Value> values) throws HostProblem {
    TreeMap<String, Value> all = new TreeMap<>(values);
    all.put("endpoint", Value.text(Peers.docker()));
    HostSpec spec =
        new HostSpec(
            Bench.HOST, "docker", all, Map.of("PATH", home + ":/usr/bin:/bin"), home, home);
    Secrets secrets = name -> name.equals("registry") ? Optional.of(password()) : Optional.empty();
    return new Bench(
        new DockerProvider(), provider -> provider.connect(spec, secrets, Cancel.NEVER));
  }

  private static String registry() {
    return Peers.variable("DVL_TEST_REGISTRY");
  }

  private static String user() {
    return Peers.variable("DVL_TEST_REGISTRY_USER");
  }

  private static String password() {
    return Peers.variable("DVL_TEST_REGISTRY_PASSWORD");
  }
}
