package dev.dvl.docker;

import dev.dvl.docker.wire.Dialer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/** Every call that goes to an engine, as it is seen at the socket: {@code GET /v1.47/info}. */
final class CallLog implements UnaryOperator<Dialer> {
  private static final Pattern REQUEST = Pattern.compile("([A-Z]+ /\\S*) HTTP/1");

  private final List<String> calls = Collections.synchronizedList(new ArrayList<>());

  /** The calls since the last time. */
  List<String> take() {
    synchronized (calls) {
      List<String> taken = List.copyOf(calls);
      calls.clear();
      return taken;
    }
  }

  @Override
  public Dialer apply(Dialer dialer) {
    return new Overheard(
            piece -> REQUEST.matcher(piece).results().map(it -> it.group(1)).forEach(calls::add))
        .apply(dialer);
  }
}
