package dev.dvl.cli.terminal;

import dev.dvl.engine.provider.Screen;
import java.io.IOException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The terminal of this process while a command elsewhere has it: what is typed goes there key by
 * key, Ctrl-C too. Java cannot do that itself; {@code stty} can.
 */
public final class RawScreen implements Screen, AutoCloseable {
  private static final Pattern SIZE = Pattern.compile("(\\d+) (\\d+)");
  private static final Size USUAL = new Size(80, 24);

  private final String type;
  private final String before;
  private final Thread restoring = new Thread(this::restore);

  private RawScreen(String type, String before) {
    this.type = type;
    this.before = before;
  }

  /**
   * Takes over the terminal of the process until this is closed, or the process ends.
   *
   * @throws IOException when there is none, or no {@code stty}
   */
  public static RawScreen open(String type) throws IOException {
    RawScreen screen = new RawScreen(type.isEmpty() ? "xterm" : type, Stty.settings());
    Runtime.getRuntime().addShutdownHook(screen.restoring);
    Stty.set("raw", "-echo");
    return screen;
  }

  @Override
  public String type() {
    return type;
  }

  @Override
  public Size size() {
    try {
      Matcher told = SIZE.matcher(Stty.run("size").strip());
      if (told.matches() && !told.group(1).equals("0")) {
        return new Size(Integer.parseInt(told.group(2)), Integer.parseInt(told.group(1)));
      }
      return USUAL;
    } catch (IOException e) {
      return USUAL;
    }
  }

  @Override
  public void onResize(Runnable resized) {
    Signals.on("WINCH", () -> Thread.startVirtualThread(resized));
  }

  @Override
  public void close() {
    restore();
    try {
      Runtime.getRuntime().removeShutdownHook(restoring);
    } catch (IllegalStateException ending) {
      return; // a signal ends the process, and the hook does the same again
    }
  }

  private void restore() {
    try {
      Stty.set(before);
    } catch (IOException e) {
      // The terminal has gone, and with it what it was set to.
    }
  }
}
