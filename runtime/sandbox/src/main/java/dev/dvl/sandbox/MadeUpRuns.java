package dev.dvl.sandbox;

import dev.dvl.engine.live.Ref;
import dev.dvl.engine.provider.Access;
import dev.dvl.engine.provider.Entrance;
import dev.dvl.engine.provider.Errand;
import dev.dvl.engine.provider.HostProblem;
import dev.dvl.engine.provider.LogsAsked;
import dev.dvl.engine.provider.Streams;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/**
 * Nothing runs in a sandbox, so what would be written and run there is said in a line that shows
 * where it comes from; every command goes well.
 */
record MadeUpRuns(Store store, String machine) implements Access, Entrance {

  @Override
  public void logs(Ref object, LogsAsked asked, OutputStream out, OutputStream err)
      throws HostProblem, IOException {
    there(object);
    say(out, "sandbox: what `" + object.name() + "` writes");
  }

  @Override
  public int run(Ref object, Errand errand, Streams streams) throws HostProblem, IOException {
    there(object);
    say(streams.out(), "sandbox: " + words(errand) + " in `" + object.name() + "`");
    return 0;
  }

  @Override
  public int run(Errand errand, Streams streams) throws IOException {
    say(streams.out(), "sandbox: " + words(errand) + " on `" + machine + "`");
    return 0;
  }

  private void there(Ref object) throws HostProblem {
    if (store.all().stream().noneMatch(it -> it.ref().isSame(object))) {
      throw new HostProblem(
          SandboxCodes.GONE, "`" + object.name() + "` is no longer in the sandbox.");
    }
  }

  private static String words(Errand errand) {
    return errand.words().isEmpty() ? "a shell" : "`" + String.join(" ", errand.words()) + "`";
  }

  private static void say(OutputStream out, String line) throws IOException {
    out.write((line + "\n").getBytes(StandardCharsets.UTF_8));
    out.flush();
  }
}
