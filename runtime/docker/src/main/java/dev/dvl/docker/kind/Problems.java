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
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What the engine says when a call fails, as problems with codes. */
public final class Problems {
  private Problems() {}

  /**
   * What {@code what} (a clause: "container `web` cannot be started") failed of.
   *
   * @param meaning what it means that the engine refuses that
   */
  public static OpProblem of(String what, Throwable failure, Function<EngineError, Code> meaning) {
    return switch (failure) {
      case OpProblem problem -> problem;
      case EngineError error -> refused(what, error.sentence(), meaning.apply(error));
      case Stopped ignored -> cancelled(what);
      case UncheckedIOException wrapped -> of(what, cause(wrapped), meaning);
      case IOException lost -> lost(what, lost);
      case RuntimeException wrapped when wrapped.getCause() instanceof IOException lost ->
          of(what, lost, meaning);
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

  private static OpProblem refused(String what, String sentence, Code code) {
    return new OpProblem(
        code,
        capital(what) + ": " + sentence.replaceFirst("[.]?\\z", "."),
        List.of(),
        Outcome.NOT_DONE);
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
