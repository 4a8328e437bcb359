package dev.dvl.vsphere.kind;

import dev.dvl.compiler.value.Path;
import dev.dvl.compiler.value.Value;
import dev.dvl.engine.change.Change;
import dev.dvl.engine.change.Desired;
import dev.dvl.engine.provider.Steps;

/** What wanted objects are called, in a place where each kind has the attribute. */
public final class GivenName {
  private static final String NAME = "name";

  private GivenName() {}

  /** Where it stands in a resource. */
  public static Path path() {
    return Path.of(NAME);
  }

  /** Whether an update changes it. */
  public static boolean isChanged(Change change) {
    return Steps.attributes(change).contains(NAME);
  }

  /** The name, which the engine has set where the program does not; else the address. */
  public static String of(Desired desired) {
    return desired.value(NAME) instanceof Value.Text(String text)
        ? text
        : desired.instance().address().toString();
  }
}
