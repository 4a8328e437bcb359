package dev.dvl.vsphere.machine.plan;

import dev.dvl.compiler.ir.Instance;
import dev.dvl.engine.live.Finding;
import dev.dvl.stdlib.VmAttribute;
import dev.dvl.stdlib.VmPart;
import dev.dvl.vsphere.Codes;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/** OVF properties that a program sets and no OVF file declared. */
public final class Undeclared {
  private Undeclared() {}

  /**
   * What is wrong with the properties of a machine.
   *
   * @param declared the names of those that it has, or that what it is made from has
   */
  public static List<Finding> of(Instance wanted, List<String> declared) {
    String there =
        declared.isEmpty()
            ? "There is none at all."
            : "There is `" + String.join("`, `", declared) + "`.";
    return VmPart.of(wanted.values()).vappProperties().orElse(new TreeMap<>()).keySet().stream()
        .filter(it -> !declared.contains(it))
        .sorted()
        .map(
            it ->
                new Finding(
                    Codes.UNDECLARED,
                    wanted.address(),
                    Optional.of(VmAttribute.VAPP_PROPERTIES.path().entry(it)),
                    "there is no property `" + it + "`",
                    List.of(there)))
        .toList();
  }
}
