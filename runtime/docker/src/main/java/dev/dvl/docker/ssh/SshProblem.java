package dev.dvl.docker.ssh;

import dev.dvl.compiler.diagnostic.Code;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** The way by SSH is closed. The message is one or more sentences for people. */
public final class SshProblem extends IOException {
  private static final long serialVersionUID = 1L;
  private final transient Code code;

  public SshProblem(Code code, String sentence) {
    this(code, sentence, null);
  }

  public SshProblem(Code code, String sentence, @Nullable Throwable cause) {
    super(sentence, cause);
    this.code = code;
  }

  public Code code() {
    return code;
  }

  public String sentence() {
    return String.valueOf(getMessage());
  }
}
