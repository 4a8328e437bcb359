package dev.dvl.engine.live;

import dev.dvl.compiler.value.Address;
import dev.dvl.compiler.value.Value;
import java.util.List;
import java.util.Map;

/**
 * What a bulk read found.
 *
 * @param objects of every kind; ours, and whatever stands under a claimed name
 * @param resolved values of wanted instances that only the outside world tells (attributes that the
 *     schema marks {@code resolved}): the digest of a tag, or of a build context; under the
 *     attribute's name, inside a block with the block's name and a dot before it ({@code
 *     build.context_digest})
 * @param names what wanted instances are called on the platform, as the {@link Ref#name} or the
 *     {@link Ref#id} of their objects, where their own attributes do not say it whole: a path below
 *     a folder, a name on one machine of several; there is only one object that is called so
 */
public record Inventory(
    List<Live> objects,
    Map<Address, Map<String, Value>> resolved,
    List<Finding> findings,
    Map<Address, String> names) {
  public static final Inventory EMPTY = new Inventory(List.of(), Map.of(), List.of());

  /** Where the attributes of instances say what they are called. */
  public Inventory(
      List<Live> objects, Map<Address, Map<String, Value>> resolved, List<Finding> findings) {
    this(objects, resolved, findings, Map.of());
  }

  public Inventory {
    objects = List.copyOf(objects);
    resolved = Map.copyOf(resolved);
    findings = List.copyOf(findings);
    names = Map.copyOf(names);
  }
}
