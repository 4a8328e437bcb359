package dev.dvl.docker.container.facet;

import dev.dvl.compiler.value.Value;
import dev.dvl.docker.attribute.ShownValues;
import dev.dvl.docker.wire.Json;
import dev.dvl.engine.provider.Wanted;
import java.util.List;

/**
 * {@code security_options}. The engine adds {@code label=disable} to containers that are privileged
 * or share the machine's processes or memory, and once more beside one that the program wrote.
 */
record Security() implements Facet {
  private static final Value UNLABELLED = Value.SetOf.of(List.of(Value.text("label=disable")));

  @Override
  public void ask(Wanted wanted, Request request) {
    if (wanted.has("security_options")) {
      request.put(Section.HOST, "SecurityOpt", Json.texts(wanted.texts("security_options")));
    }
  }

  @Override
  public void show(Seen seen, ShownValues shown) {
    boolean open =
        seen.at(Section.HOST, "Privileged").isTrue()
            || seen.at(Section.HOST, "PidMode").text().equals("host")
            || seen.at(Section.HOST, "IpcMode").text().equals("host");
    shown.put(
        "security_options",
        Value.SetOf.of(
            seen.at(Section.HOST, "SecurityOpt").texts().stream().map(Security::normal).toList()),
        open ? UNLABELLED : new Value.SetOf(List.of()));
  }

  /**
   * {@code no-new-privileges} may stand with {@code :true} or {@code =true}, labels with a colon.
   */
  private static Value normal(String option) {
    return Value.text(
        option
            .replaceFirst("^no-new-privileges[:=]true$", "no-new-privileges")
            .replaceFirst("^(label|seccomp|apparmor):", "$1="));
  }
}
