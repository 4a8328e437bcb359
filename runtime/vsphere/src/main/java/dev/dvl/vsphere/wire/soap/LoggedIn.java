package dev.dvl.vsphere.wire.soap;

/**
 * A login that worked.
 *
 * @param cookie names the session to the server
 * @param key names it in calls that are about sessions
 * @param user who that is, as the server has it
 * @param number the first is 1
 */
record LoggedIn(String cookie, String key, String user, int number) {
  @Override
  public String toString() {
    return "login " + number;
  }
}
