package dev.dvl.docker.access;

import dev.dvl.docker.Codes;
import dev.dvl.docker.connect.Connector;
import dev.dvl.docker.connect.Connector.Connected;
import dev.dvl.docker.wire.Answer;
import dev.dvl.docker.wire.Call;
import dev.dvl.docker.wire.EngineError;
import dev.dvl.docker.wire.Json;
import dev.dvl.docker.wire.ProtocolError;
import dev.dvl.engine.live.Ref;
import dev.dvl.engine.provider.Access;
import dev.dvl.engine.provider.Errand;
import dev.dvl.engine.provider.HostProblem;
import dev.dvl.engine.provider.LogsAsked;
import dev.dvl.engine.provider.Streams;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;

/** The containers of one engine, for people. They are named by their ids, never by name. */
public final class EngineAccess implements Access {
  private final Connected connected;

  public EngineAccess(Connected connected) {
    this.connected = connected;
  }

  /** Something that is done with the engine, which may fail on either side. */
  private interface Doing<T> {
    T done() throws IOException, Untaken, HostProblem;
  }

  @Override
  public void logs(Ref object, LogsAsked asked, OutputStream out, OutputStream err)
      throws HostProblem, IOException {
    int _ = doing(object, () -> read(object, asked, out, err));
  }

  private int read(Ref object, LogsAsked asked, OutputStream out, OutputStream err)
      throws IOException, Untaken {
    boolean terminal = inspected(object).at("Config", "Tty").isTrue();
    Call call = Call.get(Call.query(path(object) + "/logs", parameters(asked))).patient();
    try (Answer answer = connected.api().stream(call)) {
      new Pieces(answer.body(), terminal, out, err).handOn();
    }
    return 0;
  }

  private static Map<String, String> parameters(LogsAsked asked) {
    Map<String, String> parameters = new TreeMap<>(Map.of("stdout", "1", "stderr", "1"));
    parameters.put("follow", asked.follow() ? "1" : "0");
    asked.tail().ifPresent(lines -> parameters.put("tail", Integer.toString(lines)));
    asked.since().ifPresent(from -> parameters.put("since", seconds(from)));
    return parameters;
  }

  /** As the engine reads times: seconds with a fraction. */
  private static String seconds(Instant time) {
    return "%d.%09d".formatted(time.getEpochSecond(), time.getNano());
  }

  @Override
  public int run(Ref object, Errand errand, Streams streams) throws HostProblem, IOException {
    return doing(
        object,
        () -> {
          running(object, inspected(object).at("State"));
          return new Exec(connected.api(), path(object), errand, streams).run();
        });
  }

  private Json inspected(Ref object) throws IOException {
    return connected.api().get(path(object) + "/json");
  }

  private static String path(Ref object) {
    return "/containers/" + Call.encode(object.id());
  }

  private static void running(Ref object, Json state) throws HostProblem {
    if (state.at("Paused").isTrue()) {
      throw stopped(object, "is paused");
    }
    if (!state.at("Running").isTrue()) {
      throw stopped(
          object,
          state.at("Status").text().equals("created")
              ? "was never started"
              : "does not run: it ended with code " + state.at("ExitCode").number());
    }
  }

  private static HostProblem stopped(Ref object, String how) {
    return new HostProblem(Codes.STOPPED, "The container `" + object.name() + "` " + how + ".");
  }

  private <T> T doing(Ref object, Doing<T> doing) throws HostProblem, IOException {
    try {
      return doing.done();
    } catch (Untaken e) {
      throw e.reason();
    } catch (EngineError e) {
      throw refused(object, e);
    } catch (ProtocolError e) {
      throw Connector.notAnEngine(connected.named(), e);
    } catch (IOException e) {
      throw new HostProblem(
          Codes.LOST,
          "The connection to the Docker engine at " + connected.named() + " was lost.",
          e);
    }
  }

  private static HostProblem refused(Ref object, EngineError e) {
    String container = "The container `" + object.name() + "`";
    if (e.notFound()) {
      return new HostProblem(Codes.GONE, container + " is no longer there.", e);
    }
    return e.conflict()
        ? new HostProblem(Codes.STOPPED, container + " has just stopped.", e)
        : new HostProblem(Codes.CALL, "The engine refuses: " + e.sentence().strip() + ".", e);
  }
}
