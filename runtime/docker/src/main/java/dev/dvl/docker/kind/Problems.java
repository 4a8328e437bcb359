package dev.dvl.docker.kind;

import dev.dvl.compiler.diagnostic.Code;
import dev.dvl.docker.Codes;
import dev.dvl.docker.client.Stopped;
import dev.dvl.docker.wire.EngineError;
import dev.dvl.engine.provider.OpProblem;
import dev.dvl.engine.provider.OpProblem.Outcome;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What the engine says when a call fails, as problems with codes. */
public final class Problems {
  private Problems() {}

  /** What {@code what} (a clause: "container `web` cannot be started") failed of. */
  public static OpProblem of(String what, Throwable failure) {
    return switch (failure) {
      case OpProblem problem -> problem;
      case EngineError error -> refused(what, error.status(), error.sentence());
      case Stopped ignored -> cancelled(what);
      case UncheckedIOException wrapped -> of(what, cause(wrapped));
      case IOException lost -> lost(what, lost);
      case RuntimeException wrapped when wrapped.getCause() instanceof IOException lost ->
          of(what, lost);
      case RuntimeException bug -> throw bug;
      default -> throw new IllegalStateException(failure);
    };
  }

  public static OpProblem wrong(Code code, String sentence, List<String> details) {
    return new OpProblem(code, sentence, details, Outcome.DONE_BUT_WRONG);
  }

  public static OpProblem notDone(Code code, String sentence) {
    return new OpProblem(code, sentence, List.of(), Outcome.NOT_DONE);
  }

  public static OpProblem cancelled(String what) {
    return new OpProblem(
        Codes.CANCELLED, capital(what) + ": it was asked to stop.", List.of(), Outcome.CANCELLED);
  }

  public static boolean isStatus(Throwable failure, int status) {
    return failure instanceof EngineError error && error.status() == status;
  }

  private static OpProblem refused(String what, int status, String sentence) {
    return new OpProblem(
        code(status, sentence.toLowerCase(Locale.ROOT)),
        capital(what) + ": " + sentence + (sentence.endsWith(".") ? "" : "."),
        List.of(),
        Outcome.NOT_DONE);
  }

  private static Code code(int status, String said) {
    if (said.contains("port is already allocated")
        || (said.contains("address already in use") && said.contains("proxy"))) {
      return Codes.PORT_TAKEN;
    }
    if (said.contains("is already in use by container")
        || (said.contains("network with name") && said.contains("already exists"))) {
      return Codes.NAME_TAKEN;
    }
    if (said.contains("no such image")) {
      return Codes.NO_IMAGE;
    }
    if (said.contains("pool overlaps")
        || said.contains("address already in use")
        || said.contains("no available ipv4 addresses")) {
      return Codes.ADDRESS_TAKEN;
    }
    if (said.contains("has active endpoints")
        || said.contains("volume is in use")
        || said.contains("image is being used")
        || said.contains("is using its referenced image")
        || said.contains("image has dependent child images")) {
      return Codes.IN_USE;
    }
    if (said.contains("oci runtime") || said.contains("failed to create task")) {
      return Codes.START_FAILED;
    }
    return status == 404 ? Codes.GONE : Codes.CALL;
  }

  private static OpProblem lost(String what, IOException lost) {
    return new OpProblem(
        Codes.LOST,
        capital(what) + ": the connection to the Docker engine was lost (" + reason(lost) + ").",
        List.of(),
        Outcome.UNCLEAR);
  }

  private static String reason(IOException lost) {
    String message = lost.getMessage();
    return message == null || message.isBlank() ? "it closed the connection" : message;
  }

  private static Throwable cause(UncheckedIOException wrapped) {
    @Nullable IOException cause = wrapped.getCause();
    return cause == null ? new IOException(wrapped.getMessage()) : cause;
  }

  private static String capital(String clause) {
    return Character.toUpperCase(clause.charAt(0)) + clause.substring(1);
  }
}
