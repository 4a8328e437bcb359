package dev.dvl.vsphere.wire.soap;

/**
 * A login that worked.
 *
 * @param cookie names the session to the server
 * @param number the first is 1
 */
record LoggedIn(String cookie, int number) {
  @Override
  public String toString() {
    return "login " + number;
  }
}
