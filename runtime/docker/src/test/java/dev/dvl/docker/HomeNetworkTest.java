package dev.dvl.docker;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dvl.compiler.diagnostic.Code;
import dev.dvl.compiler.diagnostic.Diagnostic;
import dev.dvl.contract.Bench;
import dev.dvl.docker.kind.EngineVersion;
import dev.dvl.docker.table.Engine;
import dev.dvl.docker.table.LookAlike;
import dev.dvl.docker.wire.JsonText;
import dev.dvl.engine.change.Action;
import dev.dvl.engine.plan.Plan;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The network that a container is made in: newer engines start it only while that is there. So
 * whatever dvl changes about its networks, it starts again.
 */
@Tag("docker")
@Tag("engines")
class HomeNetworkTest {
  private static final String BOTH = "networks = [a, b]";
  private static final String FIRST = "networks = [a]";
  private static final String SECOND = "networks = [b]";
  private static final String NAMED = "networks = [{ network = a, aliases = [\"web\"] }, b]";

  private final String prefix = "home%08x".formatted(new Random().nextInt());
  private final Engine engine = new Engine();
  @TempDir Path folder;
  private Bench bench = Programs.in(Path.of(""));

  @BeforeEach
  void stack() {
    bench = Programs.in(folder);
  }

  @AfterEach
  void destroy() throws IOException {
    bench.apply(bench.planDestroy(program(SECOND)));
    engine.close();
  }

  @Test
  void itIsKnownByItsName() throws Exception {
    bench.applied(program(BOTH));
    assertThat(engine.container(name()).at("/HostConfig/NetworkMode").asText())
        .isEqualTo(prefix + "-a");
  }

  /** Leaving it takes a new container where the engine minds, and no other change does. */
  @ParameterizedTest
  @CsvSource({
    "a, b, true",
    "ab, b, true",
    "b, a, true",
    "ab, a, false",
    "a, ab, false",
    "b, ab, false"
  })
  void whatIsChangedStartsAgain(String before, String after, boolean leaves) throws Exception {
    bench.applied(program(networks(before)));
    String changed = program(networks(after));
    Plan plan = bench.plan(changed);
    assertThat(plan.changes())
        .extracting(it -> it.action())
        .containsExactly(leaves && isMinded() ? Action.REPLACE : Action.UPDATE);
    bench.applied(changed);
    assertStarts(changed);
  }

  @Test
  void theNetworkMayGoWhenItHasBeenLeft() throws Exception {
    bench.applied(program(FIRST));
    String moved = program(SECOND).replaceFirst("network a \\{[^}]*}", "");
    bench.applied(moved);
    assertStarts(moved);
  }

  /** By another name under which it is found it stays the same place. */
  @Test
  void anAliasIsChangedAsItRuns() throws Exception {
    bench.applied(program(BOTH));
    assertThat(bench.plan(program(NAMED)).changes())
        .extracting(it -> it.action())
        .containsExactly(Action.UPDATE);
    bench.applied(program(NAMED));
    assertStarts(program(NAMED));
  }

  @Test
  void aNetworkThatIsMadeAnewUnderItsNameKeepsTheContainer() throws Exception {
    bench.applied(program(FIRST));
    String id = engine.container(name()).path("Id").asText();
    String changed = program(FIRST).replace("-a\"", "-a\", internal = true");
    bench.applied(changed);
    assertThat(engine.container(name()).path("Id").asText()).isEqualTo(id);
    assertStarts(changed);
  }

  /** Older versions of dvl made it in a network by its id. */
  @Test
  void oneThatHasTheIdDoesNotDifferForThat() throws Exception {
    bench.applied(program(FIRST));
    inNetworkById("a");
    assertThat(bench.plan(program(FIRST)).changes()).isEmpty();
    assertThat(said(program(FIRST))).isEmpty();
    String changed = program(FIRST).replace("-a\"", "-a\", internal = true");
    bench.applied(changed);
    assertStarts(changed);
  }

  @Test
  void oneThatWouldNotStartAgainIsNamed() throws Exception {
    bench.applied(program(SECOND));
    String other =
        engine
            .post("/networks/create", Engine.object("{'Name': '" + prefix + "-x'}"))
            .path("Id")
            .asText();
    inNetworkById(other);
    Cli.run("docker", "network", "connect", prefix + "-b", name());
    Cli.run("docker", "network", "disconnect", other, name());
    Cli.run("docker", "network", "rm", other);
    assertThat(bench.plan(program(SECOND)).changes()).isEmpty();
    assertThat(said(program(SECOND))).isEqualTo(isMinded() ? List.of(Codes.STRANDED) : List.of());
    String anew = program(SECOND + "\n replace_when = [1]");
    bench.applied(anew);
    assertThat(said(anew)).isEmpty();
    assertStarts(anew);
  }

  private void assertStarts(String program) throws Exception {
    assertThat(bench.plan(program).changes()).isEmpty();
    Restarted.all(bench.stack());
    assertThat(engine.container(name()).at("/State/Running").asBoolean()).isTrue();
    assertThat(bench.plan(program).changes()).isEmpty();
  }

  private List<Code> said(String program) throws IOException {
    return bench.planOutcome(program).diagnostics().stream().map(Diagnostic::code).toList();
  }

  private void inNetworkById(String network) throws IOException {
    String id =
        engine
            .get("/networks/" + (network.length() == 1 ? prefix + "-" + network : network))
            .path("Id")
            .asText();
    new LookAlike(engine).containerIn(engine.container(name()).path("Id").asText(), name(), id);
  }

  private boolean isMinded() throws IOException {
    return EngineVersion.needsHomeNetworks(JsonText.read(engine.get("/info").toString()));
  }

  private String name() {
    return prefix + "-c";
  }

  private static String networks(String names) {
    return "networks = [" + String.join(", ", names.split("")) + "]";
  }

  private String program(String networks) {
    return Programs.program(
        """
        network a { name = "%1$s-a" }
        network b { name = "%1$s-b" }
        container c {
          name  = "%1$s-c"
          image = "dvl-test/base:1"
          %2$s
        }
        """
            .formatted(prefix, networks));
  }
}
