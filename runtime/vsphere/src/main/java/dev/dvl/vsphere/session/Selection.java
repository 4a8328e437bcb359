package dev.dvl.vsphere.session;

import java.util.List;

/**
 * Which properties of which type of object.
 *
 * @param paths such as {@code name} and {@code config.hardware.device}; empty asks for none
 */
public record Selection(String type, List<String> paths) {
  public Selection {
    paths = List.copyOf(paths);
  }
}
