package dev.dvl.docker.image;

import dev.dvl.docker.client.ReportLine;
import dev.dvl.docker.wire.Excerpt;
import dev.dvl.engine.provider.Run;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a build says: its steps as progress, its last lines for when it fails. */
final class BuildOutput {
  private static final Pattern STEP = Pattern.compile("Step ([0-9]+)/([0-9]+) : .*");
  private static final int KEPT = 40;

  private final Run run;
  private final Deque<String> last = new ArrayDeque<>();
  private OptionalDouble fraction = OptionalDouble.empty();

  BuildOutput(Run run) {
    this.run = run;
  }

  synchronized void accept(ReportLine item) {
    item.text().stream()
        .flatMap(String::lines)
        .filter(line -> !line.isBlank())
        .forEach(line -> line(Excerpt.of(line)));
  }

  /** The last lines. */
  synchronized List<String> lines() {
    return List.copyOf(last);
  }

  private void line(String line) {
    last.addLast(line);
    if (last.size() > KEPT) {
      last.removeFirst();
    }
    Matcher step = STEP.matcher(line);
    if (step.matches()) {
      fraction =
          OptionalDouble.of(
              (Double.parseDouble(step.group(1)) - 1) / Double.parseDouble(step.group(2)));
    }
    run.progress(line, fraction);
  }
}
