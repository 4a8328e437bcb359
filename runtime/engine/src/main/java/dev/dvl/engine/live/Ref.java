package dev.dvl.engine.live;

/** An object of a platform: its kind, the id that the platform gave it, and the name it shows. */
public record Ref(String kind, String id, String name) {

  /** Whether it is one object, whatever it is called now. */
  public boolean isSame(Ref other) {
    return kind.equals(other.kind) && id.equals(other.id);
  }
}
