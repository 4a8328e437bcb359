package dev.dvl.vsphere.machine.guest;

import dev.dvl.compiler.value.Value;
import dev.dvl.engine.provider.Wanted;
import java.util.Optional;

/**
 * What is known of a guest beside what the program says.
 *
 * @param name what it is called where no metadata says so
 * @param instanceId what tells cloud-init one life of it from another; none where dvl gave it none,
 *     as once it did not: cloud-init would begin anew
 * @param key its host key, where it is made now
 * @param install the script that sets up its Docker engine, where the program has one
 */
public record Life(
    String name, Optional<String> instanceId, Optional<HostKey> key, Optional<String> install) {

  /** Of a machine to which dvl once gave no instance id. */
  public static Life unnumbered(String name) {
    return new Life(name, Optional.empty(), Optional.empty(), Optional.empty());
  }

  /**
   * A key for its SSH server.
   *
   * @param open the public half, as one line
   * @param hidden the private half, as the text of a file
   */
  public record HostKey(String open, String hidden) {
    /** As a call is told. */
    public static HostKey of(Value.ObjectOf made) {
      Wanted halves = Wanted.of(made);
      return new HostKey(halves.text("open").orElseThrow(), halves.text("hidden").orElseThrow());
    }

    @Override
    public String toString() {
      return open;
    }
  }
}
