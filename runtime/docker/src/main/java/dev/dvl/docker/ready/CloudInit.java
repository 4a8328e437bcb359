package dev.dvl.docker.ready;

import dev.dvl.docker.wire.Excerpt;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a machine tells of its cloud-init. While that is at work only its files are looked at; its
 * own command, which costs the machine a third of a second, is asked once at the end. Versions
 * differ: the status 2, for errors that it got over, and the word {@code degraded} came with 23.4,
 * and some distributions give 0 in place of 2.
 */
sealed interface CloudInit {

  /** Not installed, or switched off. */
  record Off(String why) implements CloudInit {}

  /**
   * At work.
   *
   * @param stage {@code modules-final}, as far as it is known
   */
  record Working(String stage) implements CloudInit {}

  /**
   * At its end.
   *
   * @param instance the id under which it ran
   * @param source where its data came from
   * @param text what it says, and of a failure the last lines of its log
   */
  record Finished(String instance, String source, Verdict verdict, String text)
      implements CloudInit {}

  /** How it ended. */
  enum Verdict {
    GOOD,
    DEGRADED,
    FAILED
  }

  /** Asks a machine; what it prints is for {@link #read}. It changes nothing. */
  String LOOK =
      """
      if ! command -v cloud-init >/dev/null 2>&1; then echo off; echo 'it is not installed'; exit; fi
      if [ -e /run/cloud-init/disabled ]; then echo off; echo 'it is switched off'; exit; fi
      if [ ! -e /run/cloud-init/result.json ]; then
        echo working
        tr -d '\\n' </run/cloud-init/status.json 2>/dev/null | sed -n 's/.*"stage": *"\\([a-z-]*\\)".*/\\1/p'
        exit
      fi
      echo finished
      echo "$(cat /var/lib/cloud/data/instance-id 2>/dev/null)"
      echo "$(tr -d '\\n' </run/cloud-init/result.json | sed -n 's/.*"datasource": *"\\([^"]*\\)".*/\\1/p')"
      said=$(cloud-init status --long 2>&1)
      code=$?
      echo $code
      echo "$said"
      if [ $code = 1 ]; then
        log=/var/log/cloud-init-output.log
        last() { sed -e '/BEGIN SSH HOST KEY/,/END SSH HOST KEY/d' -e '/^ci-info:/d' | tail -n 10; }
        if [ -r $log ]; then last <$log; else sudo -n cat $log 2>/dev/null | last; fi
      fi
      exit 0
      """;

  /** Reads what {@link #LOOK} prints. */
  static CloudInit read(String output) {
    List<String> lines = output.lines().map(CloudInit::plain).toList();
    return switch (line(lines, 0)) {
      case "off" -> new Off(line(lines, 1));
      case "finished" -> finished(lines);
      case "working", "" -> new Working(line(lines, 1));
      default -> new Off("it cannot be asked (" + Excerpt.of(line(lines, 0)) + ")");
    };
  }

  private static Finished finished(List<String> lines) {
    List<String> said = lines.subList(Math.min(4, lines.size()), lines.size());
    boolean degraded =
        said.stream()
            .filter(it -> it.startsWith("extended_status:"))
            .anyMatch(it -> it.contains("degraded"));
    Verdict verdict =
        switch (line(lines, 3)) {
          case "0" -> degraded ? Verdict.DEGRADED : Verdict.GOOD;
          case "2" -> Verdict.DEGRADED;
          default -> Verdict.FAILED;
        };
    return new Finished(
        line(lines, 1),
        line(lines, 2),
        verdict,
        Excerpt.of(said.stream().filter(CloudInit::tells).collect(Collectors.joining("; "))));
  }

  /** Of what {@code cloud-init status --long} prints, how and when it ran helps nobody. */
  private static boolean tells(String line) {
    return !line.isBlank()
        && Stream.of("boot_status_code:", "last_update:", "detail:").noneMatch(line::startsWith);
  }

  private static String line(List<String> lines, int index) {
    return index < lines.size() ? lines.get(index).strip() : "";
  }

  /** What a guest says can hold anything, and a terminal must not obey it. */
  private static String plain(String text) {
    return text.codePoints()
        .filter(it -> !Character.isISOControl(it))
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }
}
