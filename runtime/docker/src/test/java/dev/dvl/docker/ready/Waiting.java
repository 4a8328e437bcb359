package dev.dvl.docker.ready;

import dev.dvl.compiler.diagnostic.Code;
import dev.dvl.engine.provider.Cancel;
import dev.dvl.engine.provider.Run;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Consumer;

/** Hears what is waited for, and asks to stop after so many words. */
final class Waiting implements Run, Cancel {
  private final Consumer<String> listener;
  private final List<String> said = new ArrayList<>();
  private final List<Runnable> stops = new ArrayList<>();
  private int most = Integer.MAX_VALUE;

  Waiting(Consumer<String> listener) {
    this.listener = listener;
  }

  void after(int words) {
    most = words;
  }

  List<String> said() {
    return said;
  }

  @Override
  public void progress(String text, OptionalDouble fraction) {
    said.add(text);
    listener.accept(text);
    if (asked()) {
      stops.forEach(Runnable::run);
    }
  }

  @Override
  public void warn(Code code, String sentence) {
    said.add(code.id() + ": " + sentence);
  }

  @Override
  public String opId() {
    return "ready";
  }

  @Override
  public void resume(String token) {}

  @Override
  public Cancel cancel() {
    return this;
  }

  @Override
  public boolean asked() {
    return said.size() >= most;
  }

  @Override
  public void onAsk(Runnable stop) {
    stops.add(stop);
  }
}
