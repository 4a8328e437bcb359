package dev.dvl.cli.progress;

import dev.dvl.compiler.diagnostic.Diagnostic;
import dev.dvl.compiler.diagnostic.JsonText;
import dev.dvl.engine.apply.ApplyEvent;
import dev.dvl.engine.change.Op;
import java.io.PrintStream;
import java.time.Clock;
import java.time.Duration;

/**
 * One object of JSON on a line for each event: {@code {"time","type","address","op","call",…}}.
 * {@code millis} is how long it took.
 */
record JsonProgress(PrintStream err, Clock clock) implements Progress {
  @Override
  public void on(ApplyEvent event) {
    JsonText json =
        switch (event) {
          case ApplyEvent.Started(Op op) -> about("started", op);
          case ApplyEvent.Queued(Op op) -> about("queued", op);
          case ApplyEvent.Progress(Op op, String text, var fraction) -> {
            JsonText line = about("progress", op).name("text").text(text);
            fraction.ifPresent(part -> line.name("percent").number(Math.round(part * 100)));
            yield line;
          }
          case ApplyEvent.Warned(Op op, var what) -> told(about("warned", op), what);
          case ApplyEvent.Done(Op op, Duration took) -> millis(about("done", op), took);
          case ApplyEvent.Failed(Op op, var why, Duration took) ->
              told(millis(about("failed", op), took), why);
          case ApplyEvent.Skipped(var address, String because, boolean begun) ->
              start("skipped")
                  .name("address")
                  .text(address.toString())
                  .name("because")
                  .text(because)
                  .name("begun")
                  .bool(begun);
          case ApplyEvent.Recovered(Op op, String how) ->
              about("recovered", op).name("how").text(how);
        };
    err.println(json.closeObject());
  }

  @Override
  public void say(String line) {
    err.println(start("message").name("text").text(line).closeObject());
  }

  @Override
  public void close() {
    err.flush();
  }

  private static JsonText told(JsonText line, Diagnostic what) {
    line.name("code").text(what.code().id()).name("message").text(what.code().headline());
    line.name("notes").openArray();
    what.notes().forEach(line::text);
    return line.closeArray();
  }

  private JsonText about(String type, Op op) {
    return start(type)
        .name("address")
        .text(op.change().toString())
        .name("op")
        .text(op.id())
        .name("call")
        .text(op.call());
  }

  private JsonText start(String type) {
    return new JsonText()
        .openObject()
        .name("time")
        .text(clock.instant().toString())
        .name("type")
        .text(type);
  }

  private static JsonText millis(JsonText json, Duration took) {
    return json.name("millis").number(took.toMillis());
  }
}
