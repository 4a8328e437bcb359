package dev.dvl.cli.reached;

import dev.dvl.cli.session.Calls;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Runs a command of dvl at a terminal of 33 rows and 111 columns, which {@code script} of
 * util-linux makes, with somebody who types.
 */
record Terminals(Calls calls) {
  private static final int UNTIL_IT_RUNS_MILLIS = 200;

  /** What is typed once the screen shows {@code sign}, again where that stood there before. */
  record Typed(String sign, String text) {}

  /**
   * What the screen shows in the end; its last line is the exit code.
   *
   * @param typed once a shell's prompt shows that the command runs
   */
  String run(String words, String typed) throws IOException, InterruptedException {
    return run(words, List.of(new Typed("[$#] ", typed)));
  }

  /** The same for one that asks: the signs are regular expressions, each looked for in turn. */
  String run(String words, List<Typed> typed) throws IOException, InterruptedException {
    String command =
        calls.process(words.split(" ")).command().stream()
            .map(it -> "'" + it + "'")
            .collect(Collectors.joining(" "));
    String inside = "stty rows 33 cols 111; " + command + "; echo \"= $?\"";
    ProcessBuilder builder =
        new ProcessBuilder(List.of("script", "-qec", inside, "/dev/null"))
            .directory(calls.folder().toFile())
            .redirectErrorStream(true);
    builder.environment().putAll(calls.environment());
    builder.environment().put("SHELL", "/bin/sh");
    Process process = builder.start();
    StringBuilder shown = new StringBuilder();
    try (Writer keys = process.outputWriter(StandardCharsets.UTF_8)) {
      byte[] piece = new byte[1024];
      Queue<Typed> left = new ArrayDeque<>(typed);
      int from = 0;
      for (int got = process.getInputStream().read(piece);
          got >= 0;
          got = process.getInputStream().read(piece)) {
        shown.append(new String(piece, 0, got, StandardCharsets.UTF_8));
        Typed next = left.peek();
        if (next != null && Pattern.compile(next.sign()).matcher(shown.substring(from)).find()) {
          Thread.sleep(UNTIL_IT_RUNS_MILLIS);
          keys.write(next.text());
          keys.flush();
          from = shown.length();
          left.remove();
        }
      }
    }
    int _ = process.waitFor();
    return shown.toString();
  }
}
