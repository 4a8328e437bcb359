package dev.dvl.vsphere.session.spec;

/**
 * How much of something an object gets when there is not enough for all.
 *
 * @param level {@code low}, {@code normal}, {@code high} or {@code custom}
 * @param count counts with {@code custom} alone
 */
public record Shares(String level, int count) {
  public static final Shares NORMAL = new Shares("normal", 0);
}
