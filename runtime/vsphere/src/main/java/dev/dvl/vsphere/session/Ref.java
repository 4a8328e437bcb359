package dev.dvl.vsphere.session;

/**
 * A managed object of one server, such as {@code VirtualMachine} {@code vm-42}. The id means
 * nothing on another server.
 */
public record Ref(String type, String id) implements Comparable<Ref> {
  @Override
  public int compareTo(Ref other) {
    int byType = type.compareTo(other.type);
    return byType != 0 ? byType : id.compareTo(other.id);
  }

  /** As servers write it in their own logs. */
  @Override
  public String toString() {
    return type + ":" + id;
  }
}
