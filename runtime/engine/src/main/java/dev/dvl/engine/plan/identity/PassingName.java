package dev.dvl.engine.plan.identity;

/**
 * Names that an object has only while another takes its place. On every platform {@code .dvl-} in
 * it tells, which no name that dvl makes has.
 */
final class PassingName {
  private static final String MARK = ".dvl-";

  private PassingName() {}

  static boolean is(String name) {
    return name.contains(MARK);
  }
}
