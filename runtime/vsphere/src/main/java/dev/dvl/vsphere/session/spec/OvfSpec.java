package dev.dvl.vsphere.session.spec;

import dev.dvl.vsphere.session.Ref;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * An OVF package to make a VM from.
 *
 * @param descriptor the text of the {@code .ovf} file
 * @param files where the files are that it names
 * @param networks which network stands for each that the package names
 * @param properties values for what the package asks
 * @param provisioning {@code thin}, {@code thick} or {@code eagerZeroedThick}
 * @param option one of the sizes that the package offers
 */
public record OvfSpec(
    String name,
    String descriptor,
    Path files,
    Ref pool,
    Ref datastore,
    Ref folder,
    Optional<Ref> host,
    Map<String, Ref> networks,
    Map<String, String> properties,
    Optional<String> provisioning,
    Optional<String> option) {
  public OvfSpec {
    networks = Map.copyOf(networks);
    properties = new TreeMap<>(properties);
  }
}
