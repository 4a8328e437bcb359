package dev.dvl.docker;

import dev.dvl.docker.wire.Dialer;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Every call that goes to an engine, as it is seen at the socket: {@code GET /v1.41/info}. */
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
    return () -> {
      Dialer.Line line = dialer.dial();
      OutputStream out =
          new FilterOutputStream(line.out()) {
            @Override
            public void write(byte[] bytes, int offset, int length) throws IOException {
              Matcher request =
                  REQUEST.matcher(new String(bytes, offset, length, StandardCharsets.UTF_8));
              while (request.find()) {
                calls.add(request.group(1));
              }
              out.write(bytes, offset, length);
            }
          };
      return new Dialer.Line(line.in(), out, line.handle());
    };
  }
}
