package dev.dvl.vsphere.session;

/** A user and a password, which no text made of this shows. */
public record Credentials(String user, String password) {
  @Override
  public String toString() {
    return user;
  }
}
