package dev.dvl.docker.ready;

import dev.dvl.compiler.diagnostic.Code;
import dev.dvl.docker.Codes;
import dev.dvl.docker.connect.Connector;
import dev.dvl.docker.connect.Connector.Connected;
import dev.dvl.docker.connect.Connector.Way;
import dev.dvl.docker.ssh.client.SshDialer;
import dev.dvl.engine.provider.Before;
import dev.dvl.engine.provider.HostProblem;
import dev.dvl.engine.provider.HostSpec;
import dev.dvl.engine.provider.Run;
import dev.dvl.stdlib.DockerPart;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;

/**
 * The way from a machine that was just started to its engine: the SSH server answers with the right
 * host key, and lets us in; cloud-init has come to its end with what dvl gave it; the engine
 * answers, and speaks a version that serves. A wrong host key fails at once.
 */
public final class Chain {
  private static final Duration LOOK = Duration.ofSeconds(30);

  /** Cloud-init may boot the machine anew. */
  private static final Set<Code> WHILE_IT_WORKS =
      Set.of(Codes.CLOUD_INIT_BUSY, Codes.SSH_SILENT, Codes.UNREACHABLE);

  private final Connector connector;
  private final HostSpec spec;
  private final Run run;
  private final Limits limits;
  private Way way;
  private final CountDownLatch stopped = new CountDownLatch(1);

  public Chain(Connector connector, HostSpec spec, Before before, Run run) throws HostProblem {
    this(connector, spec, run, Limits.of(before));
  }

  Chain(Connector connector, HostSpec spec, Run run, Limits limits) throws HostProblem {
    this.connector = connector;
    this.spec = spec;
    this.run = run;
    this.limits = limits;
    this.way = connector.way(spec);
    run.cancel().onAsk(stopped::countDown);
  }

  /** Waits until the engine can be used. */
  public Connected await() throws HostProblem {
    if (way.dialer() instanceof SshDialer ssh) {
      boolean done = false;
      try {
        upToTheSocket(ssh);
        done = true;
      } finally {
        if (!done) {
          ssh.hangUp();
        }
      }
    }
    return engine().await(this::connected);
  }

  private void upToTheSocket(SshDialer ssh) throws HostProblem {
    link("SSH", limits.login(), Set.of(Codes.SSH_SILENT, Codes.SSH_REFUSED))
        .await(() -> reached(ssh::connect));
    Optional<String> instance = cloudInit();
    if (instance.isPresent()) {
      link("cloud-init", limits.cloudInit(), WHILE_IT_WORKS)
          .await(() -> finished(ssh, instance.get()));
    }
    engine().await(() -> listens(ssh));
  }

  /** A way that led nowhere is closed, and found anew for the next try. */
  private Connected connected() throws HostProblem {
    try {
      return connector.connect(spec, way, run.cancel());
    } catch (HostProblem e) {
      way = connector.way(spec);
      throw e;
    }
  }

  private Link engine() {
    return link(
        "the Docker engine",
        limits.engine(),
        Set.of(Codes.UNREACHABLE, Codes.SOCKET_DENIED, Codes.SSH_SILENT));
  }

  private Link link(String what, Duration limit, Set<Code> passing) {
    return new Link(what, passing, limit, limits, run, stopped);
  }

  /** Something on the way that says nothing more than whether it went well. */
  private interface Step {
    void take() throws IOException;
  }

  private boolean reached(Step step) throws HostProblem {
    try {
      step.take();
      return true;
    } catch (IOException e) {
      throw Connector.problem(way.endpoint(), e);
    }
  }

  /** Whoever joined the socket's group has to log in anew. */
  private boolean listens(SshDialer ssh) throws HostProblem {
    try {
      return reached(() -> ssh.dial().close());
    } catch (HostProblem e) {
      if (e.code().equals(Codes.SOCKET_DENIED)) {
        ssh.hangUp();
      }
      throw e;
    }
  }

  private Optional<String> cloudInit() {
    return DockerPart.of(spec.values())
        .ssh()
        .known()
        .flatMap(it -> it.cloudInit().known())
        .filter(it -> !it.isEmpty());
  }

  private boolean finished(SshDialer ssh, String instance) throws HostProblem {
    return switch (look(ssh)) {
      case CloudInit.Off(String why) ->
          throw failed("cloud-init does nothing on %s: %s.".formatted(way.endpoint().named(), why));
      case CloudInit.Working(String stage) ->
          throw new HostProblem(
              Codes.CLOUD_INIT_BUSY,
              "cloud-init is still at work on %s%s."
                  .formatted(way.endpoint().named(), stage.isEmpty() ? "" : " (" + stage + ")"));
      case CloudInit.Finished end -> judged(end, instance);
    };
  }

  private boolean judged(CloudInit.Finished end, String instance) throws HostProblem {
    if (!end.instance().equals(instance)) {
      throw failed(
          "cloud-init on %s has run as `%s` with data from `%s`, and not as `%s` with what dvl gave it."
              .formatted(way.endpoint().named(), end.instance(), end.source(), instance));
    }
    return switch (end.verdict()) {
      case GOOD -> true;
      case DEGRADED -> {
        run.warn(
            Codes.CLOUD_INIT_WARNS,
            "cloud-init on %s came to its end, and says: %s."
                .formatted(way.endpoint().named(), end.text()));
        yield true;
      }
      case FAILED ->
          throw failed(
              "cloud-init on %s failed: %s.".formatted(way.endpoint().named(), end.text()));
    };
  }

  private CloudInit look(SshDialer ssh) throws HostProblem {
    try {
      return CloudInit.read(ssh.run(CloudInit.LOOK, LOOK).output());
    } catch (IOException e) {
      throw Connector.problem(way.endpoint(), e);
    }
  }

  private static HostProblem failed(String sentence) {
    return new HostProblem(Codes.CLOUD_INIT, sentence);
  }
}
