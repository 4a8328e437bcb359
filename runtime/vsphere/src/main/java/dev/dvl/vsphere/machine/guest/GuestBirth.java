package dev.dvl.vsphere.machine.guest;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What dvl gave a guest at its making, in the extra configuration of its machine.
 *
 * @param instanceId the machine's own UUID on the vCenter, so that a copy is seen to be one
 * @param hostKey the public half of its host key
 */
public record GuestBirth(String instanceId, Optional<String> hostKey) {
  private static final String INSTANCE_ID = "dvl.instance_id";
  private static final String HOST_KEY = "dvl.host_key";

  /** What a machine carries that was written for itself. */
  public static Optional<GuestBirth> read(Map<String, String> extra, String instanceUuid) {
    return Optional.ofNullable(extra.get(INSTANCE_ID))
        .filter(id -> !id.isEmpty() && id.equals(instanceUuid))
        .map(id -> new GuestBirth(id, text(extra.get(HOST_KEY))));
  }

  private static Optional<String> text(@Nullable String value) {
    return Optional.ofNullable(value).filter(it -> !it.isEmpty());
  }

  /** The entries of the extra configuration. */
  public Map<String, String> entries() {
    Map<String, String> entries = new TreeMap<>();
    entries.put(INSTANCE_ID, instanceId);
    hostKey.ifPresent(it -> entries.put(HOST_KEY, it));
    return entries;
  }
}
