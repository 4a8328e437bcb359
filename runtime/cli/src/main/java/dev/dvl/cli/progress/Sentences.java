package dev.dvl.cli.progress;

import dev.dvl.cli.render.SafeText;
import dev.dvl.compiler.value.Address;
import dev.dvl.engine.apply.ApplyEvent;
import java.time.Duration;

/** What happened, in one line each. */
final class Sentences {
  private Sentences() {}

  static String started(Running.Work work) {
    return address(work.address) + ": " + work.word + " ...";
  }

  static String done(Running.Work work, Duration lasted) {
    return address(work.address) + ": " + work.word + " done in " + seconds(lasted);
  }

  static String still(Running.Work work, Duration lasted) {
    return address(work.address) + ": still at it, " + seconds(lasted) + " (" + at(work) + ")";
  }

  /** What a change is at, or waits for. */
  static String at(Running.Work work) {
    return SafeText.of(work.waits.isEmpty() ? work.call : work.waits);
  }

  static String failed(ApplyEvent.Failed event) {
    return address(event.op().change())
        + ": "
        + event.op().call()
        + " failed after "
        + seconds(event.took())
        + ": "
        + event.why().code().headline();
  }

  static String warned(ApplyEvent.Warned event) {
    return address(event.op().change())
        + ": "
        + event.op().call()
        + ": "
        + event.what().code().headline();
  }

  static String skipped(ApplyEvent.Skipped event) {
    String what = event.begun() ? ": broken off, " : ": skipped, ";
    return address(event.address()) + what + SafeText.of(event.because());
  }

  static String recovered(ApplyEvent.Recovered event) {
    return address(event.op().change())
        + ": an earlier run left "
        + event.op().call()
        + ": "
        + SafeText.of(event.how());
  }

  static String address(Address address) {
    return SafeText.of(address.toString());
  }

  static String seconds(Duration duration) {
    long tenths = duration.toMillis() / 100;
    return tenths >= 600
        ? duration.toMinutes() + "m " + duration.toSecondsPart() + "s"
        : tenths / 10 + "." + tenths % 10 + "s";
  }
}
