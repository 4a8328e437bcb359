package dev.dvl.docker.access;

import dev.dvl.docker.wire.Api;
import dev.dvl.docker.wire.Call;
import dev.dvl.docker.wire.Json;
import dev.dvl.docker.wire.Talk;
import dev.dvl.engine.provider.Errand;
import dev.dvl.engine.provider.Screen;
import dev.dvl.engine.provider.Streams;
import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.locks.LockSupport;

/**
 * One command in one container: it is made known to the engine, begun on a connection that from
 * then on carries what it reads and writes, and asked for its exit code when that has ended.
 *
 * @param container its path on the engine
 */
record Exec(Api api, String container, Errand errand, Streams streams) {
  private static final int LOOKS = 100;
  private static final long PAUSE_NANOS = 20_000_000;

  int run() throws IOException, Untaken {
    String exec = "/exec/" + Call.encode(api.post(container + "/exec", wanted()).at("Id").text());
    boolean terminal = streams.screen().isPresent();
    Json start = new Json.Obj(Map.of("Detach", Json.of(false), "Tty", Json.of(terminal)));
    try (Talk talk = api.talk(exec + "/start", start)) {
      streams.screen().ifPresent(screen -> resizing(exec, screen));
      streams.in().ifPresent(in -> Thread.ofPlatform().daemon().start(() -> feed(in, talk)));
      new Pieces(talk.in(), terminal, streams.out(), streams.err()).handOn();
    }
    return exitCode(exec);
  }

  private Json wanted() {
    boolean terminal = streams.screen().isPresent();
    Map<String, Json> fields = new LinkedHashMap<>();
    fields.put("Cmd", Json.texts(errand.words()));
    fields.put("AttachStdin", Json.of(streams.in().isPresent()));
    fields.put("AttachStdout", Json.of(true));
    fields.put("AttachStderr", Json.of(true));
    fields.put("Tty", Json.of(terminal));
    fields.put("Env", Json.texts(environment()));
    errand.user().ifPresent(user -> fields.put("User", Json.of(user)));
    errand.folder().ifPresent(folder -> fields.put("WorkingDir", Json.of(folder)));
    return new Json.Obj(fields);
  }

  private List<String> environment() {
    Map<String, String> all = new TreeMap<>();
    streams.screen().ifPresent(screen -> all.put("TERM", screen.type()));
    all.putAll(errand.environment());
    return all.entrySet().stream().map(it -> it.getKey() + "=" + it.getValue()).toList();
  }

  /** A size that cannot be told is no reason to end. */
  private void resizing(String exec, Screen screen) {
    Runnable tell = () -> resize(exec, screen.size());
    tell.run();
    screen.onResize(tell);
  }

  private void resize(String exec, Screen.Size size) {
    try {
      String path = exec + "/resize?h=" + size.rows() + "&w=" + size.columns();
      api.stream(Call.post(path)).close();
    } catch (IOException e) {
      // It has ended meanwhile.
    }
  }

  /** Whoever types nothing more may wait for the end all the same. */
  private static void feed(InputStream in, Talk talk) {
    byte[] buffer = new byte[8 * 1024];
    try {
      for (int got = in.read(buffer); got >= 0; got = in.read(buffer)) {
        talk.out().write(buffer, 0, got);
        talk.out().flush();
      }
      talk.ending().close();
    } catch (IOException e) {
      // The command has ended, and reads nothing more.
    }
  }

  /** The engine notes the end a little after the streams have ended. */
  private int exitCode(String exec) throws IOException {
    Json told = api.get(exec + "/json");
    for (int looks = 0; looks < LOOKS && told.at("Running").isTrue(); looks++) {
      LockSupport.parkNanos(PAUSE_NANOS);
      told = api.get(exec + "/json");
    }
    return (int) told.at("ExitCode").number();
  }
}
